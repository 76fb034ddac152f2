// What the built app reaches over the network, and the relay that it runs itself.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Relay, startRelay } from '../../electron/relay/server.ts';
import { type LaunchedApp, launchApp } from '../doubles/launch-app.ts';

let app: LaunchedApp;
let relay: Relay;

beforeAll(async () => {
  app = await launchApp({ renderer: join(import.meta.dirname, 'page') });
  relay = await startRelay({ host: '127.0.0.1', port: 0, app: null });
});
afterAll(async () => {
  await app.dispose();
  await relay.close();
});

/** What the page hears from a relay that it asks for a sign of life. */
async function reach(url: string): Promise<string> {
  const page = await app.page();
  return page.evaluate(
    (address) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(address);
        socket.onopen = () => socket.send('{"type":"ping"}');
        socket.onmessage = ({ data }) => resolve(String(data));
        socket.onclose = () => resolve('closed');
      }),
    url,
  );
}

describe('a relay', () => {
  test('is reached by the page once it was named, and no other', async () => {
    const url = `ws://127.0.0.1:${relay.port}/signal`;
    expect(await reach(url)).toBe('closed');
    const page = await app.page();
    const answer = await page.evaluate((address) => window.desktop?.allowRelays([address]), url);
    expect(answer).toEqual({ ok: true, value: null });
    expect(await reach(url)).toBe('{"type":"pong"}');
    expect(await reach(`ws://127.0.0.1:${relay.port}/signal?more`)).toBe('closed');
  });

  test('of the own computer is started, serves the app, and is stopped', async () => {
    const page = await app.page();
    const started = await page.evaluate(() => window.desktop?.startLan());
    expect(started).toMatchObject({ ok: true, value: { running: true } });
    const settings = await app.evaluate(async ({ app: running }) => running.getPath('userData'), null);
    const { lanPort } = JSON.parse(await readFile(join(settings, 'settings.json'), 'utf8'));
    const served = await fetch(`http://127.0.0.1:${lanPort}/`);
    expect(await served.text()).toContain('<title>Small page</title>');
    expect(served.headers.get('content-security-policy')).toContain("default-src 'none'");
    if (started?.ok)
      for (const address of started.value.addresses) expect(address.relay).toMatch(/^ws:.*:\d+\/signal$/);

    expect(await page.evaluate(() => window.desktop?.stopLan())).toMatchObject({ value: { running: false } });
    await expect(fetch(`http://127.0.0.1:${lanPort}/`)).rejects.toThrow();
  });
});

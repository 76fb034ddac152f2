import { describe, expect, test } from 'vitest';
import { createRelayGate, limitRequests } from '../../../electron/security/requests.ts';

const RELAY = 'wss://relay.example.org/signal';

/** Whether a request of the page goes out, once these relays are allowed. */
function goesOut(url: string, ...relays: string[]): boolean {
  let decide: ((details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void) | null =
    null;
  const gate = limitRequests({
    webRequest: {
      onBeforeRequest: ((handler: typeof decide) => {
        decide = handler;
      }) as never,
    },
  });
  if (relays.length > 0) expect(gate.allow(relays)).toEqual({ ok: true, value: null });
  let cancelled: boolean | undefined;
  const ask = decide as
    | ((details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void)
    | null;
  ask?.({ url }, ({ cancel }) => {
    cancelled = cancel;
  });
  return cancelled === false;
}

describe('a request of the page', () => {
  test.each([
    'app://quorum/',
    'app://quorum/assets/a.js',
    'blob:app://quorum/1',
    'data:image/png;base64,',
    'devtools://devtools/a',
  ])('for %s stays inside and is let through', (url) => {
    expect(goesOut(url)).toBe(true);
  });

  test('to a relay goes once the page named it', () => {
    expect(goesOut(RELAY)).toBe(false);
    expect(goesOut(RELAY, RELAY)).toBe(true);
    expect(goesOut('wss://relay.example.org/signal', 'wss://RELAY.example.org:443/signal')).toBe(true);
    expect(goesOut('ws://192.168.1.20:4718/signal', RELAY, 'ws://192.168.1.20:4718/signal')).toBe(true);
  });

  test.each([
    ['the same host unsealed', 'ws://relay.example.org/signal'],
    ['another port', 'wss://relay.example.org:8443/signal'],
    ['another path', 'wss://relay.example.org/signal/more'],
    ['words behind it', 'wss://relay.example.org/signal?stolen=text'],
    ['a host that only begins so', 'wss://relay.example.org.evil.example/signal'],
    ['a name before the host', 'wss://relay.example.org@evil.example/signal'],
    ['its web page', 'https://relay.example.org/signal'],
    ['the web', 'https://example.org/'],
    ['a file', 'file:///etc/passwd'],
    ['another page of the scheme', 'app://print/document.html'],
    ['nonsense', 'wss://'],
  ])('to %s does not', (_what, url) => {
    expect(goesOut(url, RELAY)).toBe(false);
  });
});

describe('the relays that a page may name', () => {
  test.each([
    'https://example.org/signal',
    'wss://example.org/',
    'wss://example.org/signal/../other',
    'wss://user:word@example.org/signal',
    'wss://example.org/signal#x',
    'ws://2130706433/signal',
    'ws://0x7f.1/signal',
    'wss://exa mple.org/signal',
    '',
  ])('are none of the kind %j, and one such spoils the list', (address) => {
    const gate = createRelayGate();
    expect(gate.allow([RELAY, address])).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(gate.isAllowed(RELAY)).toBe(false);
  });

  test('are as many as a person has, not as many as a page makes up', () => {
    const gate = createRelayGate();
    const address = (index: number) => `wss://h${index}.example.org/signal`;
    for (let index = 0; index < 1_000; index += 1) gate.allow([address(index)]);
    expect([0, 700, 800, 999].map((index) => gate.isAllowed(address(index)))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

// The relay as an administrator has it: a process with arguments, signals, a certificate and an exit code.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../../build/scripts/project.ts';
import { connectClient } from './relay-client.ts';
import { type StartedRelay, spawnRelay } from './relay-process.ts';

/** Two of their own signing, called `before` and `after`; the keys guard nothing. */
const CERTIFICATES = join(ROOT, 'test/fixtures/tls');
const MAIN = join(ROOT, 'electron/relay/main.ts');
let folder: string;
let relay: StartedRelay | null = null;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quorum-relay-'));
});
afterEach(async () => {
  await relay?.stop();
  relay = null;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]) {
  const { status, stderr, stdout } = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' });
  return { status, lines: stderr.trim().split('\n'), stdout };
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe('the relay as a program', () => {
  test.each([
    ['--port', ['--port', 'x']],
    ['no index.html', ['--app', '/nowhere']],
    ['cannot read', ['--tls-cert', '/nowhere', '--tls-key', '/nowhere']],
    ['cannot read', ['--turn', 'turn:a', '--turn-secret-file', '/nowhere']],
    ['Cannot listen', ['--port', '0', '--host', '203.0.113.1', '--no-app']],
  ])('says in one line what is wrong (%s) and ends with 2', (named, args) => {
    const { status, lines } = run(...args);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(named);
    expect(status).toBe(2);
  });

  test('does not take a certificate and a key that are none, nor a short secret', () => {
    const nonsense = file('nonsense', 'nonsense');
    const tls = run('--tls-cert', nonsense, '--tls-key', nonsense, '--port', '0');
    expect(tls).toMatchObject({ status: 2, lines: [expect.stringContaining('no certificate')] });
    const secret = run('--turn', 'turn:a', '--turn-secret-file', file('short', 'abc\n'));
    expect(secret).toMatchObject({ status: 2, lines: [expect.stringContaining('one word')] });
  });

  test('helps', () => {
    expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--tls-cert') });
  });

  test('ends with 3 when its port is taken', async () => {
    relay = await spawnRelay(['--no-app']);
    expect(run('--no-app', '--port', String(relay.port))).toMatchObject({ status: 3 });
  });

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'ends with 0 within three seconds of %s, clients or not',
    async (signal) => {
      relay = await spawnRelay(['--no-app']);
      const { closed } = await connectClient(`ws://127.0.0.1:${relay.port}/signal`);
      const stubborn = await connectClient(`ws://127.0.0.1:${relay.port}/signal`);
      stubborn.socket.pause();
      const began = performance.now();
      relay.child.kill(signal);
      expect(await relay.exited).toBe(0);
      expect(performance.now() - began).toBeLessThan(3_000);
      expect((await closed).code).toBe(1012);
      stubborn.socket.terminate();
    },
  );

  test('speaks TLS, and takes a new certificate at SIGHUP without losing anybody', async () => {
    const [cert, key] = [join(folder, 'relay.crt'), join(folder, 'relay.key')];
    const install = (name: string) => {
      cpSync(join(CERTIFICATES, `${name}.crt`), cert);
      cpSync(join(CERTIFICATES, `${name}.key`), key);
    };
    install('before');
    relay = await spawnRelay(['--no-app', '--tls-cert', cert, '--tls-key', key]);
    const url = `wss://127.0.0.1:${relay.port}/signal`;
    const early = await connectClient(url, { rejectUnauthorized: false });
    expect(await nameOf(relay.port)).toBe('before');
    install('after');
    relay.child.kill('SIGHUP');
    await expect.poll(() => nameOf(relay?.port ?? 0)).toBe('after');
    file('relay.key', 'broken');
    relay.child.kill('SIGHUP');
    await expect.poll(() => relay?.said()).toContain('stays as it was');
    expect(await nameOf(relay.port)).toBe('after');
    early.send({ type: 'ping' });
    await early.next('pong');
    early.socket.terminate();
  });

  test('says nothing of who comes and what about', async () => {
    relay = await spawnRelay(['--no-app']);
    const client = await connectClient(`ws://127.0.0.1:${relay.port}/signal`);
    client.send({ type: 'subscribe', topics: ['AAAAAAAAAAAAAAAAAAAAAA'] });
    await client.next('members');
    client.socket.terminate();
    await relay.stop();
    expect(relay.said()).toMatch(
      /^Quorum's relay listens on http:\/\/127\.0\.0\.1:\d+\/ and serves no app\n$/,
    );
  });
});

function nameOf(port: number): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
      resolve(socket.getPeerCertificate().subject.CN as string);
      socket.destroy();
    });
    socket.on('error', reject);
  });
}

import { describe, expect, test } from 'vitest';
import { readArguments } from '../../electron/relay/arguments.ts';
import { USAGE } from '../../electron/relay/usage.ts';

const read = (line: string) => readArguments(line.split(' ').filter((word) => word !== ''));

describe("the relay's command line", () => {
  test('without a word listens on this computer only', () => {
    expect(read('')).toMatchObject({
      ok: true,
      value: { host: '127.0.0.1', port: 4718, tls: null, turn: [] },
    });
  });

  test('takes what an administrator sets', () => {
    const line =
      '--host :: --port 443 --tls-cert c.pem --tls-key k.pem --behind-proxy --stun stun:t:3478 ' +
      '--turn turn:t:3478 --turn turns:[2001:db8::1]:443?transport=tcp --turn-secret-file s --turn-ttl 7200';
    expect(read(line)).toMatchObject({
      ok: true,
      value: {
        host: '::',
        port: 443,
        tls: { cert: 'c.pem', key: 'k.pem' },
        behindProxy: true,
        turn: ['turn:t:3478', 'turns:[2001:db8::1]:443?transport=tcp'],
        turnTtl: 7200,
      },
    });
  });

  test.each([
    ['--port', '--port 70000'],
    ['--port', '--port 80x'],
    ['--port', `--port ${'9'.repeat(400)}`],
    ['belong together', '--tls-cert a'],
    ['belong together', '--tls-key a'],
    ['belong together', '--turn turn:a'],
    ['belong together', '--turn-secret-file a'],
    ['is no server address', '--stun http://a'],
    ['is no server address', '--turn turn:a/b --turn-secret-file s'],
    ['is no server address', '--turn turn:user@a --turn-secret-file s'],
    ['eight times', `${'--stun stun:a '.repeat(9)}`],
    ['--turn-ttl', '--turn-ttl 10'],
    ['--max-per-address', '--max-per-address 0'],
    ['cannot both', '--app a --no-app'],
    ['--bogus', '--bogus'],
    ['argument', 'serve'],
  ])('that is wrong gets one line naming it (%s: %s)', (named, line) => {
    const answer = read(line);
    expect(answer).toMatchObject({ ok: false, error: expect.stringContaining(named) });
    if (!answer.ok) expect(answer.error).not.toContain('\n');
  });

  test('is described in full by its help', () => {
    expect(read('--help')).toEqual({ ok: true, value: { kind: 'help' } });
    for (const option of [
      'host',
      'port',
      'tls-cert',
      'tls-key',
      'behind-proxy',
      'app',
      'turn',
      'stun',
      'token-file',
    ])
      expect(USAGE).toContain(`--${option} `);
  });
});

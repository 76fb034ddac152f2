import { describe, expect, test } from 'vitest';
import { iceServers } from '../../electron/relay/ice-servers.ts';

const OPTIONS = {
  stun: ['stun:t.example:3478'],
  turn: ['turn:t.example:3478'],
  turnSecret: 'north',
  turnTtl: 3_600,
};

describe('the servers that clients are told', () => {
  test('have a user name that says until when, and the password coturn works out from it', async () => {
    const [stun, turn] = iceServers(OPTIONS, 'abc', 1_700_000_000_500);
    expect(stun).toEqual({ urls: ['stun:t.example:3478'] });
    expect(turn?.username).toBe('1700003600:abc');
    // The recipe of coturn's own manual (use-auth-secret): HMAC-SHA1 of the name, here by the other implementation.
    const algorithm = { name: 'HMAC', hash: 'SHA-1' };
    const bytes = (text: string) => new TextEncoder().encode(text);
    const key = await crypto.subtle.importKey('raw', bytes('north'), algorithm, false, ['sign']);
    const hmac = await crypto.subtle.sign('HMAC', key, bytes('1700003600:abc'));
    expect(turn?.credential).toBe(Buffer.from(hmac).toString('base64'));
  });

  test('are none where none are set up', () => {
    expect(iceServers({ ...OPTIONS, stun: [], turn: [] }, 'abc', 0)).toEqual([]);
    expect(iceServers({ ...OPTIONS, turnSecret: null }, 'abc', 0)).toEqual([{ urls: OPTIONS.stun }]);
  });
});

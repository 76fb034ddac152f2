import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MeetingId } from '../../../shared/domain/ids.ts';
import { decodeInvite } from '../../../shared/invite/find-invite.ts';
import { encodeInvite } from '../../../shared/invite/invite-code.ts';
import { anyInvite, INVITE } from './invite-builder.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

describe('the code of an invite', () => {
  test('says what the invite says', () => {
    fc.assert(
      fc.property(anyInvite, (invite) => {
        expect(decodeInvite(encodeInvite(invite))).toEqual({ ok: true, value: invite });
      }),
    );
  });

  test('is refused with any one letter changed, left out, doubled or put in', () => {
    const code = encodeInvite(INVITE);
    for (let at = 0; at < code.length; at += 1) {
      for (const letter of `${LETTERS}.!ü `) {
        if (letter !== code[at])
          expect(decodeInvite(code.slice(0, at) + letter + code.slice(at + 1)).ok, `${at} ${letter}`).toBe(
            false,
          );
        if (at > 0 && letter !== ' ')
          expect(decodeInvite(code.slice(0, at) + letter + code.slice(at)).ok, `${at} +${letter}`).toBe(
            false,
          );
      }
      expect(decodeInvite(code.slice(0, at) + code.slice(at + 1)).ok, `${at} out`).toBe(false);
    }
    for (const letter of LETTERS) expect(decodeInvite(code + letter).ok).toBe(false);
  });

  test('is refused however it is cut, and says that its end is missing', () => {
    const code = encodeInvite(INVITE);
    for (let length = 0; length < code.length; length += 1) {
      const cut = decodeInvite(code.slice(0, length));
      expect(cut.ok).toBe(false);
      if (!cut.ok && length > 20) expect(cut.error.code).toBe('cut-off');
    }
  });

  test('is refused with two neighbours swapped', () => {
    const code = encodeInvite(INVITE);
    for (let at = 0; at + 1 < code.length; at += 1) {
      const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
      if (swapped !== code) expect(decodeInvite(swapped).ok, `${at}`).toBe(false);
    }
  });

  test('carries a title of one line, cut at 120 letters without halving one', () => {
    const title = `\u202eTwo\nlines\t${'😀'.repeat(100)}`;
    const decoded = decodeInvite(encodeInvite({ ...INVITE, title }));
    expect(decoded.ok && decoded.value.title).toBe(`Two lines ${'😀'.repeat(55)}`);
  });

  test('is not made of what is no invite', () => {
    expect(() => encodeInvite({ ...INVITE, secret: new Uint8Array(31) })).toThrow(/32 bytes/);
    expect(() => encodeInvite({ ...INVITE, meeting: '' as MeetingId })).toThrow(/id of a meeting/);
    expect(() => encodeInvite({ ...INVITE, meeting: 'a'.repeat(65) as MeetingId })).toThrow(
      /id of a meeting/,
    );
    expect(() => encodeInvite({ ...INVITE, relays: [] })).toThrow(/1 to 8/);
    expect(() => encodeInvite({ ...INVITE, relays: Array(9).fill('ws://a') })).toThrow(/1 to 8/);
    expect(() => encodeInvite({ ...INVITE, relays: ['http://a'] })).toThrow(/address of a relay/);
  });
});

import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase64Url, toBase64Url } from '../../../shared/invite/base64url.ts';
import { decodeInvite, inviteLink } from '../../../shared/invite/find-invite.ts';
import { encodeInvite } from '../../../shared/invite/invite-code.ts';
import { anyInvite, INVITE } from './invite-builder.ts';

const CODE = encodeInvite(INVITE);
const LINK = inviteLink(INVITE, 'http://192.168.1.20:8787/');
const FOUND = { ok: true, value: INVITE };

/** As mail programs break long lines. */
const wrapped = (text: string, width: number, glue: string) =>
  text.match(new RegExp(`.{1,${width}}`, 'g'))?.join(glue) ?? '';

function problemOf(text: string): string {
  const decoded = decodeInvite(text);
  return decoded.ok ? 'found' : decoded.error.code;
}

/** The bytes with another version, and a checksum that fits. */
function ofVersion(version: number): string {
  const bytes = fromBase64Url(CODE.slice(3)) ?? new Uint8Array();
  const body = Uint8Array.from([version, ...bytes.subarray(1, -4), 1, 2, 3]);
  return `v${version}.${toBase64Url(Uint8Array.from([...body, ...sha256(body).subarray(0, 4)]))}`;
}

describe('an invite', () => {
  test('has its secret behind the # of the page address only', () => {
    expect(LINK).toBe(`http://192.168.1.20:8787/#/join/${CODE}`);
    expect(inviteLink(INVITE, 'https://a.example/app/#/m/1')).toBe(`https://a.example/app/#/join/${CODE}`);
  });

  test.each([
    ['a bare code', CODE],
    ['a link', LINK],
    ['a link of the app', `quorum:join#${CODE}`],
    ['a short link of the app', `quorum:${CODE}`],
    ['a link in brackets', `Join us: <${LINK}>.`],
    ['a sentence', `Needs Quorum v1.2 or later. Open ${LINK}, or paste it.`],
    ['Markdown', `[Join](${LINK})`],
    ['HTML', `<a href="${LINK}">Join the meeting</a>`],
    ['a mail with short lines', `Hello\r\n\r\n${wrapped(LINK, 60, '\r\n')}\r\n\r\nRegards\r\nAnna`],
    ['a mail broken behind the slash', `Hello\n${LINK.replace('v1.', '\nv1.')}\nRegards`],
    ['a mail with soft breaks', `Hello=20\r\n${wrapped(LINK, 70, '=\r\n')}\r\n--=20\r\nAnna`],
    ['a mail as it was sent', `<a href=3D"${wrapped(LINK, 70, '=\r\n')}">Join</a>`],
    ['a quoted answer', `> Hello\n> ${wrapped(LINK, 50, '\n> ')}\n> Regards`],
    ['an answer quoted twice', `>> ${wrapped(LINK, 50, '\n>> ')}\n> thanks`],
    ['a quoted mail with brackets', `> <${wrapped(LINK, 50, '\n> ')}>\n> See you`],
    ['a checked link', `https://safe.example/?url=${encodeURIComponent(LINK)}&data=05%7C01`],
    ['a link checked twice', `https://safe.example/?url=${encodeURIComponent(encodeURIComponent(LINK))}`],
    ['every letter encoded', [...LINK].map((c) => `%${c.charCodeAt(0).toString(16)}`).join('')],
    ['letters of no width', wrapped(CODE, 20, '\u200b')],
    ['a broken link and a whole one', `${LINK.slice(0, 90)}… or ${LINK}`],
  ])('is found in %s', (_, text) => {
    expect(decodeInvite(text)).toEqual(FOUND);
  });

  test('is found wherever a mail breaks its lines', () => {
    fc.assert(
      fc.property(anyInvite, fc.integer({ min: 20, max: 90 }), (invite, width) => {
        const link = inviteLink(invite, 'https://quorum.example/');
        const mail = `Hello\n\n${wrapped(link, width, '\n')}\n\nRegards`;
        expect(decodeInvite(mail)).toEqual({ ok: true, value: invite });
      }),
    );
  });

  test('says what is wrong with a text, and what to do', () => {
    expect(problemOf('')).toBe('nothing-found');
    expect(problemOf('Quorum v1.2 is out. Quorum v1.20251124 as well.')).toBe('nothing-found');
    expect(problemOf('https://quorum.example/')).toBe('nothing-found');
    expect(problemOf('https://quorum.example/#/join/')).toBe('cut-off');
    expect(problemOf('https://quorum.example/#/join/v1.')).toBe('cut-off');
    expect(problemOf('https://quorum.example/#/join/v1.ARo_')).toBe('cut-off');
    expect(problemOf(LINK.slice(0, -5))).toBe('cut-off');
    expect(problemOf(`${LINK.slice(0, -5)}x${LINK.slice(-4)}`)).toBe('damaged');
    expect(problemOf(ofVersion(2))).toBe('newer-version');
    expect(problemOf(`Hello\n${wrapped(ofVersion(23), 50, '\n')}\nRegards`)).toBe('newer-version');
    expect(problemOf(`v2.${CODE.slice(3)}`)).toBe('damaged');
    const damaged = decodeInvite(`v2.${CODE.slice(3)}`);
    expect(!damaged.ok && damaged.error).toMatchObject({ message: /damaged/, advice: /paste it/ });
  });

  test('with relays that are none is refused, even where its checksum fits', () => {
    const bytes = fromBase64Url(CODE.slice(3)) ?? new Uint8Array();
    const body = bytes.slice(0, -4);
    body.set([0x68, 0x74, 0x74, 0x70], body.length - INVITE.relays.join('').length - 1);
    const sum = sha256(body).subarray(0, 4);
    expect(problemOf(`v1.${toBase64Url(Uint8Array.from([...body, ...sum]))}`)).toBe('damaged');
  });

  test('in no text whatever makes reading throw, or take long', () => {
    const pieces = fc.constantFrom(
      'v1.',
      CODE,
      'quorum:',
      '/join/',
      '%',
      '=3D',
      '=\n',
      '> ',
      '\u0000',
      'v999.',
    );
    const hostile = fc.array(fc.oneof(pieces, fc.string(), fc.base64String()), { maxLength: 40 });
    fc.assert(fc.property(hostile, (parts) => decodeInvite(parts.join('')) !== null));
    const random = fc.uint8Array({ maxLength: 200 }).map((bytes) => `v1.${toBase64Url(bytes)}`);
    fc.assert(fc.property(random, (code) => !decodeInvite(code).ok));
    const start = performance.now();
    for (const text of [
      'v1.',
      '/join/v1.AAAAAAAAAAAAAAAAAAAAAAAA ',
      'v2.A\n',
      'v3.AAAAAAAAAAAAAAAAAAAAAAAAA\n',
      '%25',
    ])
      decodeInvite(text.repeat(500_000));
    decodeInvite(`/join/v2.${'AAAAAAAAAAAAAAAAAAAA\n'.repeat(9_000)}`);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

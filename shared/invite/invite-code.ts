// An invite as a code: `v1.` and base64url of version (1 byte), secret (32), meeting id (length and letters), title
// (length of 2 bytes, UTF-8), relays (number, then length and letters each) and a checksum (4). All versions begin with
// their number and end with the checksum, so that a code of a newer one is told apart from a damaged one. The layout
// says where the code ends: what a mail put behind it does no harm.

import { bytesToUtf8 } from '@noble/ciphers/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { MeetingId } from '../domain/ids.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { type Invite, MAX_TITLE, SECRET_LENGTH } from './invite.ts';
import { isRelayAddress } from './relay-address.ts';

export const MAX_RELAYS = 8;
const VERSION = 1;
const SUM = 4;
const MEETING = /^[A-Za-z0-9_-]{1,64}$/;

/** Throws where `invite` is none: no secret of 32 bytes, an id or relay that nobody would accept. */
export function encodeInvite({ secret, meeting, title, relays }: Invite): string {
  if (secret.length !== SECRET_LENGTH) throw new RangeError(`A secret has 32 bytes, not ${secret.length}`);
  if (!MEETING.test(meeting)) throw new RangeError(`No id of a meeting: ${JSON.stringify(meeting)}`);
  const wrong = relays.find((relay) => !isRelayAddress(relay));
  if (wrong !== undefined) throw new RangeError(`No address of a relay: ${JSON.stringify(wrong)}`);
  if (relays.length < 1 || relays.length > MAX_RELAYS)
    throw new RangeError(`An invite names 1 to ${MAX_RELAYS} relays, not ${relays.length}`);
  const words = utf8ToBytes(cleanTitle(title));
  const body = concatBytes(
    Uint8Array.of(VERSION),
    secret,
    short(meeting),
    Uint8Array.of(words.length >> 8, words.length & 0xff),
    words,
    Uint8Array.of(relays.length),
    ...relays.map(short),
  );
  return `v${VERSION}.${toBase64Url(concatBytes(body, sumOf(body)))}`;
}

export type Decoded = Invite | 'cut-off' | 'damaged' | 'newer-version';

/**
 * Reads what follows `v<version>.`: the letters of a code in the parts that line breaks left of it. More parts may
 * follow the code.
 */
export function decodeCode(version: string, parts: readonly string[]): Decoded {
  if (version !== String(VERSION)) return isWhole(Number(version), parts) ? 'newer-version' : 'damaged';
  const letters = parts.join('');
  const start = fromBase64Url(letters.slice(0, letters.length - (letters.length % 4)));
  const invite = start && readInvite(start);
  if (!invite) return 'damaged';
  const length = Math.ceil((invite.length * 4) / 3);
  if (letters.length < length) return 'cut-off';
  const bytes = fromBase64Url(letters.slice(0, length));
  if (!bytes || !endsOf(parts).includes(length) || !hasSum(bytes)) return 'damaged';
  const whole = readInvite(bytes);
  return whole?.value ?? 'damaged';
}

/** What an invite of this version says, as far as it goes, and the bytes that all of it takes. */
function readInvite(bytes: Uint8Array): { readonly length: number; readonly value: Invite | null } | null {
  let at = 1 + SECRET_LENGTH;
  const next = (length: number): Uint8Array => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const size = (): number => next(1)[0] ?? 0;
  if (bytes.length > 0 && bytes[0] !== VERSION) return null;
  const meeting = bytesToUtf8(next(size()));
  const words = next(size() * 256 + size());
  const relays = Array.from({ length: Math.min(size(), MAX_RELAYS + 1) }, () => bytesToUtf8(next(size())));
  const length = at + SUM;
  const isInvite =
    MEETING.test(meeting) &&
    relays.length >= 1 &&
    relays.length <= MAX_RELAYS &&
    relays.every(isRelayAddress);
  if (bytes.length < length || !isInvite) return { length, value: null };
  const secret = bytes.slice(1, 1 + SECRET_LENGTH);
  return {
    length,
    value: { secret, meeting: meeting as MeetingId, title: cleanTitle(bytesToUtf8(words)), relays },
  };
}

function isWhole(version: number, parts: readonly string[]): boolean {
  const letters = parts.join('');
  return endsOf(parts).some((end) => {
    const bytes = fromBase64Url(letters.slice(0, end));
    return bytes !== null && bytes[0] === version && hasSum(bytes);
  });
}

/** After how many letters each part ends. */
function endsOf(parts: readonly string[]): number[] {
  let end = 0;
  return parts.map((part) => {
    end += part.length;
    return end;
  });
}

function hasSum(bytes: Uint8Array): boolean {
  if (bytes.length <= SUM) return false;
  const sum = sumOf(bytes.subarray(0, -SUM));
  return bytes.subarray(-SUM).every((byte, i) => byte === sum[i]);
}

function sumOf(body: Uint8Array): Uint8Array {
  return sha256(body).subarray(0, SUM);
}

function short(text: string): Uint8Array {
  const bytes = utf8ToBytes(text);
  return concatBytes(Uint8Array.of(bytes.length), bytes);
}

/** One line of at most 120 letters, without marks that hide or reorder. */
function cleanTitle(title: string): string {
  const line = title.replace(/[\p{Cc}\p{Zl}\p{Zp}\ufeff\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
  return line
    .slice(0, MAX_TITLE)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}

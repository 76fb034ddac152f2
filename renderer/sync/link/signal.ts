// Which signals count. They come from the relay in any order, twice, late, or from a link the other had before this one.

import { readDescription } from './description.ts';
import type { LinkSignal } from './link-types.ts';

const NONCE = /^[0-9a-f]{12}-[0-9a-f]{16}$/;
const MAX_GENERATION = 1_000_000_000;
const MAX_UFRAG = 256;

/**
 * A link's name: when it was made (tenths of a millisecond, so that of two links of one page the later is known), then
 * 64 random bits.
 */
export function createNonce(): string {
  const made = Math.round((performance.timeOrigin + performance.now()) * 10);
  const random = crypto.getRandomValues(new Uint8Array(8));
  const digits = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${made.toString(16).padStart(12, '0').slice(-12)}-${digits}`;
}

/**
 * Of two links that both made an offer, the polite one takes its own back. Goes by the random part, the same at both
 * ends and no advantage of the older.
 */
export function isPolite(own: string, remote: string): boolean {
  return own.slice(13) < remote.slice(13);
}

export function readSignal(value: unknown): LinkSignal | null {
  if (typeof value !== 'object' || value === null) return null;
  const { n, r, g, description, answers } = value as Record<string, unknown>;
  if (!isNonce(n) || (r !== undefined && !isNonce(r))) return null;
  if (typeof g !== 'number' || !Number.isInteger(g) || g < 1 || g > MAX_GENERATION) return null;
  const read = readDescription(description);
  if (!read) return null;
  if (answers !== undefined && (typeof answers !== 'string' || answers.length > MAX_UFRAG)) return null;
  return {
    n,
    g,
    description: { type: read.type, sdp: read.sdp },
    ...(r === undefined ? {} : { r }),
    ...(answers === undefined ? {} : { answers }),
  };
}

/** `stranger`: first of its kind. `newer`: the other end started afresh. `stale`: not for us, or from before. */
export function judgeSignal(
  signal: LinkSignal,
  own: string,
  remote: string | null,
): 'known' | 'stranger' | 'newer' | 'stale' {
  if (signal.n === own || (signal.r !== undefined && signal.r !== own)) return 'stale';
  if (remote === null) return 'stranger';
  if (signal.n === remote) return 'known';
  return signal.n > remote ? 'newer' : 'stale';
}

function isNonce(value: unknown): value is string {
  return typeof value === 'string' && NONCE.test(value);
}

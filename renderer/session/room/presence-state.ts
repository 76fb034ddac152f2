// What a session says of itself to the others (presence scope: synced, not kept), with short keys, and the door through
// which what others say comes in: whoever knows the secret may say anything.

import type { ItemId } from '../../../shared/domain/ids.ts';
import { fromBase64Url, toBase64Url } from '../../../shared/invite/base64url.ts';
import { isId } from '../identity.ts';
import type { Caret } from '../sync-types.ts';

export interface PresenceState {
  readonly user: string;
  readonly device: string;
  readonly name: string;
  /** The view they look at. */
  readonly view: string;
  readonly item: ItemId | null;
  readonly typing: boolean;
  readonly caret: Caret | null;
}

/** On the wire. What is missing is empty. */
export interface PresenceWire {
  readonly u: string;
  readonly d: string;
  readonly n: string;
  readonly v?: string;
  readonly i?: string;
  readonly t?: 1;
  /** Item, 0 preparation or 1 minutes, anchor and head in base64url; the head only where it is elsewhere. */
  readonly c?: readonly [string, 0 | 1, string] | readonly [string, 0 | 1, string, string];
}

export const MAX_NAME = 120;
const MAX_ITEM = 128;
const MAX_CARET = 200;

export function writePresence(state: PresenceState): PresenceWire {
  const { user, device, name, view, item, typing, caret } = state;
  return {
    u: user,
    d: device,
    n: name.slice(0, MAX_NAME),
    ...(view && { v: view }),
    ...(item && { i: item }),
    ...(typing && { t: 1 as const }),
    ...(caret && { c: writeCaret(caret) }),
  };
}

function writeCaret({ item, field, anchor, head }: Caret): NonNullable<PresenceWire['c']> {
  const [from, to] = [toBase64Url(anchor), toBase64Url(head)];
  const place = field === 'prep' ? 0 : 1;
  return from === to ? [item, place, from] : [item, place, from, to];
}

/** `null` for what no Quorum says. A caret that cannot be read is left out, the rest counts. */
export function readPresence(wire: unknown): PresenceState | null {
  if (typeof wire !== 'object' || wire === null) return null;
  const { u, d, n, v, i, t, c }: Partial<Record<keyof PresenceWire, unknown>> = { ...wire };
  if (!isId(u) || !isId(d) || typeof n !== 'string') return null;
  return {
    user: u,
    device: d,
    name: cleanName(n),
    view: typeof v === 'string' && /^[a-z-]{1,20}$/.test(v) ? v : '',
    item: isItem(i) ? i : null,
    typing: t === 1,
    caret: readCaret(c),
  };
}

function readCaret(wire: unknown): Caret | null {
  if (!Array.isArray(wire)) return null;
  const [item, place, from, to = from]: unknown[] = wire;
  const [anchor, head] = [readPosition(from), readPosition(to)];
  if (!isItem(item) || (place !== 0 && place !== 1) || !anchor || !head) return null;
  return { item, field: place === 0 ? 'prep' : 'minutes', anchor, head };
}

function readPosition(text: unknown): Uint8Array | null {
  if (typeof text !== 'string' || text.length > (MAX_CARET * 4) / 3) return null;
  const bytes = fromBase64Url(text);
  return bytes && bytes.length > 0 && bytes.length <= MAX_CARET ? bytes : null;
}

function isItem(value: unknown): value is ItemId {
  return typeof value === 'string' && value.length <= MAX_ITEM && /^[A-Za-z0-9_-]+$/.test(value);
}

/** One line of readable letters: no controls, no marks that turn the text around them. */
export function cleanName(name: string): string {
  return name
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .trim()
    .slice(0, MAX_NAME);
}

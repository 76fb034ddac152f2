// What one message on the reliable channel is: a code, then its fields, then bytes. Reading never throws; `null` is a
// message that no link sends.

import type { CloseReason, MessageKind } from './link-types.ts';

/** Of everything that goes over a link, what the mesh sends included: a change that older copies misread counts it up. */
export const PROTOCOL = 1;

export type WireMessage =
  | { readonly code: 'hello'; readonly body: Uint8Array }
  | { readonly code: 'proof'; readonly body: Uint8Array }
  /** From the end that decides: this connection is the one from now on. */
  | { readonly code: 'use' }
  | { readonly code: 'bye'; readonly refused: boolean }
  | { readonly code: 'whole'; readonly kind: MessageKind; readonly body: Uint8Array }
  | {
      readonly code: 'first';
      readonly kind: MessageKind;
      readonly stream: number;
      readonly total: number;
      readonly body: Uint8Array;
    }
  | { readonly code: 'next'; readonly stream: number; readonly body: Uint8Array };

const HELLO = 0;
const PROOF = 1;
const USE = 2;
const BYE = 3;
const WHOLE = 4;
const FIRST = 5;
const NEXT = 6;

const KINDS: readonly MessageKind[] = ['frame', 'beat'];

const WHOLE_HEADER = 2;
export const FIRST_HEADER = 10;
export const NEXT_HEADER = 5;

export function writeHello(body: Uint8Array): Uint8Array<ArrayBuffer> {
  return withHeader([HELLO], body);
}

export function writeProof(body: Uint8Array): Uint8Array<ArrayBuffer> {
  return withHeader([PROOF], body);
}

export function writeUse(): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(USE);
}

/** Who is refused or dropped here shall not come back at once; any other reason means "gone" to the other end. */
export function writeBye(reason: CloseReason): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(BYE, reason === 'refused' || reason === 'dropped' ? 1 : 0);
}

export function writeWhole(kind: MessageKind, body: Uint8Array): Uint8Array<ArrayBuffer> {
  return withHeader([WHOLE, KINDS.indexOf(kind)], body);
}

export function writeFirst(
  kind: MessageKind,
  stream: number,
  total: number,
  body: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const piece = new Uint8Array(FIRST_HEADER + body.length);
  const view = new DataView(piece.buffer);
  view.setUint8(0, FIRST);
  view.setUint8(1, KINDS.indexOf(kind));
  view.setUint32(2, stream);
  view.setUint32(6, total);
  piece.set(body, FIRST_HEADER);
  return piece;
}

export function writeNext(stream: number, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const piece = new Uint8Array(NEXT_HEADER + body.length);
  const view = new DataView(piece.buffer);
  view.setUint8(0, NEXT);
  view.setUint32(1, stream);
  piece.set(body, NEXT_HEADER);
  return piece;
}

/** `body` is a view of `bytes`, not a copy. */
export function readWire(bytes: Uint8Array): WireMessage | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const from = (offset: number) => bytes.subarray(offset);
  switch (bytes[0]) {
    case HELLO:
      return { code: 'hello', body: from(1) };
    case PROOF:
      return { code: 'proof', body: from(1) };
    case USE:
      return bytes.length === 1 ? { code: 'use' } : null;
    case BYE:
      return bytes.length === 2 ? { code: 'bye', refused: bytes[1] === 1 } : null;
    case WHOLE: {
      const kind = KINDS[bytes[1] ?? -1];
      return kind ? { code: 'whole', kind, body: from(WHOLE_HEADER) } : null;
    }
    case FIRST: {
      const kind = KINDS[bytes[1] ?? -1];
      if (!kind || bytes.length < FIRST_HEADER) return null;
      const [stream, total] = [view.getUint32(2), view.getUint32(6)];
      return { code: 'first', kind, stream, total, body: from(FIRST_HEADER) };
    }
    case NEXT:
      if (bytes.length < NEXT_HEADER) return null;
      return { code: 'next', stream: view.getUint32(1), body: from(NEXT_HEADER) };
    default:
      return null;
  }
}

function withHeader(header: readonly number[], body: Uint8Array): Uint8Array<ArrayBuffer> {
  const message = new Uint8Array(header.length + body.length);
  message.set(header);
  message.set(body, header.length);
  return message;
}

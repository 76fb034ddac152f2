// What waits to be sent on one connection: large messages in pieces, small ones ahead of them, and no more in the
// browser's hands than drains within moments, since what lies there cannot be overtaken any more.

import type { MessageKind } from './link-types.ts';
import { SMALL } from './tuning.ts';
import { FIRST_HEADER, NEXT_HEADER, writeFirst, writeNext, writeWhole } from './wire.ts';

/** The part of RTCDataChannel that is needed. */
export interface ByteSink {
  readonly readyState: string;
  readonly bufferedAmount: number;
  bufferedAmountLowThreshold: number;
  send(bytes: Uint8Array<ArrayBuffer>): void;
}

export interface OutboxTuning {
  readonly chunk: number;
  readonly high: number;
  readonly low: number;
}

export interface Outbox {
  push(kind: MessageKind, bytes: Uint8Array): void;
  /** Goes on, at the channel's `bufferedamountlow`. */
  drained(): void;
  readonly queuedBytes: number;
  clear(): void;
}

interface Bulk {
  readonly kind: MessageKind;
  readonly bytes: Uint8Array;
  readonly stream: number;
  offset: number;
}

/** As much as drains in this time is handed over; on a slow line less than `high`. */
const AHEAD_MS = 150;

/** `now` in milliseconds. A sink that refuses is about to close: what waits then stays until `clear`. */
export function createOutbox(sink: ByteSink, tuning: OutboxTuning, now: () => number): Outbox {
  const small: Uint8Array<ArrayBuffer>[] = [];
  const bulk: Bulk[] = [];
  let waiting = 0;
  let streams = 0;
  /** Bytes that may lie in the browser. */
  let window = tuning.high;
  let sent = 0;
  let filled: { at: number; gone: number } | null = null;
  sink.bufferedAmountLowThreshold = tuning.low;

  const send = (bytes: Uint8Array<ArrayBuffer>): boolean => {
    try {
      sink.send(bytes);
      sent += bytes.length;
      return true;
    } catch (error) {
      if (error instanceof DOMException || error instanceof TypeError) return false;
      throw error;
    }
  };

  const measure = (): void => {
    if (!filled) return;
    const drained = sent - sink.bufferedAmount - filled.gone;
    const elapsed = Math.max(1, now() - filled.at);
    window = Math.min(tuning.high, Math.max(2 * tuning.chunk, (drained / elapsed) * AHEAD_MS));
    sink.bufferedAmountLowThreshold = Math.min(tuning.low, window / 2);
    filled = null;
  };

  const nextPiece = (head: Bulk): Uint8Array<ArrayBuffer> => {
    const room = tuning.chunk - (head.offset === 0 ? FIRST_HEADER : NEXT_HEADER);
    const body = head.bytes.subarray(head.offset, head.offset + room);
    const { kind, stream, bytes } = head;
    const piece = head.offset === 0 ? writeFirst(kind, stream, bytes.length, body) : writeNext(stream, body);
    head.offset += body.length;
    waiting -= body.length;
    return piece;
  };

  const pump = (): void => {
    if (sink.readyState !== 'open') return;
    while (small.length > 0 && sink.bufferedAmount < 2 * tuning.high) {
      const message = small[0];
      if (!message || !send(message)) return;
      small.shift();
      waiting -= message.length;
    }
    while (small.length === 0 && bulk.length > 0 && sink.bufferedAmount < window) {
      const head = bulk[0];
      if (!head || !send(nextPiece(head))) return;
      if (head.offset === head.bytes.length) bulk.shift();
    }
    if (bulk.length > 0) filled ??= { at: now(), gone: sent - sink.bufferedAmount };
  };

  return {
    push: (kind, bytes) => {
      if (bytes.length <= Math.min(SMALL, tuning.chunk - FIRST_HEADER)) {
        const message = writeWhole(kind, bytes);
        small.push(message);
        waiting += message.length;
      } else {
        streams = (streams + 1) >>> 0;
        bulk.push({ kind, bytes, stream: streams, offset: 0 });
        waiting += bytes.length;
      }
      pump();
    },
    drained: () => {
      measure();
      pump();
    },
    get queuedBytes() {
      return waiting + sink.bufferedAmount;
    },
    clear: () => {
      small.length = 0;
      bulk.length = 0;
      waiting = 0;
      filled = null;
    },
  };
}

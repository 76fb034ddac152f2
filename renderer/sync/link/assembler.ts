// Puts the pieces of large messages together again, within limits: whoever sends more, or sends nonsense, is in breach.

import type { LinkTuning, MessageKind } from './link-types.ts';
import type { WireMessage } from './wire.ts';

export type Assembled =
  | { readonly outcome: 'whole'; readonly kind: MessageKind; readonly bytes: Uint8Array }
  | { readonly outcome: 'part' }
  | { readonly outcome: 'breach' };

export interface Assembler {
  add(piece: Extract<WireMessage, { code: 'first' | 'next' }>): Assembled;
  /**
   * Milliseconds that passed while the line was good. True: a message got no piece for longer than may be. Time without a
   * line does not count, nor does the length of a message: 40 MB take minutes on a slow line.
   */
  age(elapsed: number): boolean;
}

interface Open {
  readonly kind: MessageKind;
  readonly bytes: Uint8Array;
  filled: number;
  idle: number;
}

export function createAssembler(
  tuning: Pick<LinkTuning, 'maxMessage' | 'maxOpen' | 'assembleMs'>,
): Assembler {
  const open = new Map<number, Open>();
  let reserved = 0;

  const fill = (stream: number, message: Open, body: Uint8Array): Assembled => {
    if (body.length === 0 || message.filled + body.length > message.bytes.length)
      return { outcome: 'breach' };
    message.bytes.set(body, message.filled);
    message.filled += body.length;
    message.idle = 0;
    if (message.filled < message.bytes.length) return { outcome: 'part' };
    open.delete(stream);
    reserved -= message.bytes.length;
    return { outcome: 'whole', kind: message.kind, bytes: message.bytes };
  };

  return {
    add: (piece) => {
      const known = open.get(piece.stream);
      if (piece.code === 'next') return known ? fill(piece.stream, known, piece.body) : { outcome: 'breach' };
      if (known || open.size >= tuning.maxOpen || reserved + piece.total > tuning.maxMessage)
        return { outcome: 'breach' };
      const message = { kind: piece.kind, bytes: new Uint8Array(piece.total), filled: 0, idle: 0 };
      open.set(piece.stream, message);
      reserved += piece.total;
      return fill(piece.stream, message, piece.body);
    },
    age: (elapsed) => {
      let late = false;
      for (const message of open.values()) {
        message.idle += elapsed;
        if (message.idle > tuning.assembleMs) late = true;
      }
      return late;
    },
  };
}

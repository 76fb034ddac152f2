// What goes with each heartbeat: what its sender has, how far it got with our frames, and whom it knows. Whoever the other
// end has not heard of over this link is introduced with name and all, once; after that a number stands for them.

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Hello } from '../link/link-types.ts';
import type { Stamp } from './frame.ts';

export interface Acquaintance {
  /** The Yjs client id of their session. */
  readonly client: number;
  /** Milliseconds since they were known to be alive, to the next 100. */
  readonly age: number;
  /** Over an open link of the sender's own. */
  readonly direct: boolean;
  /** Has the sender's document. */
  readonly equal: boolean;
}

export interface Beat {
  /** 16 bytes. */
  readonly digest: Uint8Array;
  /** All frames up to this one are in the sender's document. */
  readonly ack: Stamp;
  /** Bytes still on their way to us. */
  readonly queued: number;
  readonly introduced: readonly Hello[];
  readonly known: readonly Acquaintance[];
}

const MAX_KNOWN = 128;
const MAX_TEXT = 200;
const DIGEST_BYTES = 16;
const AGE_UNIT = 100;

export function writeBeat({ digest, ack, queued, introduced, known }: Beat): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8Array(encoder, digest);
    for (const number of [ack.epoch, ack.seq, queued, introduced.length])
      encoding.writeVarUint(encoder, number);
    for (const hello of introduced) {
      for (const number of [hello.protocol, hello.schema, hello.client])
        encoding.writeVarUint(encoder, number);
      for (const text of [hello.user, hello.device, hello.session, hello.name])
        encoding.writeVarString(encoder, text);
    }
    encoding.writeVarUint(encoder, known.length);
    for (const { client, age, direct, equal } of known) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, Math.ceil(age / AGE_UNIT) * 4 + (direct ? 2 : 0) + (equal ? 1 : 0));
    }
  });
}

/** `null`: not valid. */
export function readBeat(bytes: Uint8Array): Beat | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const number = () => decoding.readVarUint(decoder);
    const text = () => {
      const read = decoding.readVarString(decoder);
      if (read.length > MAX_TEXT) throw new Error('Text too long');
      return read;
    };
    const list = <T>(read: () => T): T[] => {
      const length = number();
      if (length > MAX_KNOWN) throw new Error('List too long');
      return Array.from({ length }, read);
    };
    const digest = decoding.readUint8Array(decoder, DIGEST_BYTES).slice();
    const ack = { epoch: number(), seq: number() };
    const queued = number();
    const introduced = list(() => {
      const [protocol, schema, client] = [number(), number(), number()];
      return { protocol, schema, client, user: text(), device: text(), session: text(), name: text() };
    });
    const known = list(() => {
      const client = number();
      const rest = number();
      const flags = rest % 4;
      return { client, age: ((rest - flags) / 4) * AGE_UNIT, direct: flags >= 2, equal: flags % 2 === 1 };
    });
    return decoding.hasContent(decoder) ? null : { digest, ack, queued, introduced, known };
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

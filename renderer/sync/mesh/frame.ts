// What one message over a link holds: its place in the order of the link, and messages in y-webrtc's form.

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** Frames are counted anew each time a link opens, since some may have been lost with the old path. */
export interface Stamp {
  readonly epoch: number;
  /** From 1. */
  readonly seq: number;
}

/** `step1`: what the sender has. `step2`: the answer, all that the other lacks. */
export type PartKind = 'step1' | 'step2' | 'update' | 'presence';

export interface Part {
  readonly kind: PartKind;
  readonly body: Uint8Array;
}

export interface Frame {
  readonly stamp: Stamp;
  readonly parts: readonly Part[];
}

const MAX_PARTS = 8;
const SYNC = 0;
const AWARENESS = 1;
const SYNC_KINDS = ['step1', 'step2', 'update'] as const;

export function writeFrame({ epoch, seq }: Stamp, parts: readonly Uint8Array[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, epoch);
    encoding.writeVarUint(encoder, seq);
    for (const part of parts) encoding.writeVarUint8Array(encoder, part);
  });
}

/** `null`: not valid. */
export function readFrame(bytes: Uint8Array): Frame | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const stamp = { epoch: decoding.readVarUint(decoder), seq: decoding.readVarUint(decoder) };
    const parts: Part[] = [];
    while (decoding.hasContent(decoder)) {
      const part = readPart(decoding.readVarUint8Array(decoder));
      if (!part || parts.length === MAX_PARTS) return null;
      parts.push(part);
    }
    return stamp.epoch > 0 && stamp.seq > 0 && parts.length > 0 ? { stamp, parts } : null;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

/** A message of y-webrtc; `null`: none that goes over links. Throws lib0's errors at its end. */
export function readPart(bytes: Uint8Array): Part | null {
  const decoder = decoding.createDecoder(bytes);
  const type = decoding.readVarUint(decoder);
  const kind =
    type === SYNC ? SYNC_KINDS[decoding.readVarUint(decoder)] : type === AWARENESS ? 'presence' : undefined;
  if (kind === undefined) return null;
  const body = decoding.readVarUint8Array(decoder);
  return decoding.hasContent(decoder) ? null : { kind, body };
}

export function writePart({ kind, body }: Part): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, kind === 'presence' ? AWARENESS : SYNC);
    if (kind !== 'presence') encoding.writeVarUint(encoder, SYNC_KINDS.indexOf(kind));
    encoding.writeVarUint8Array(encoder, body);
  });
}

// The bytes in which presence travels (y-protocols' awareness update), read with care and written again.

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

export interface PresenceEntry {
  readonly client: number;
  readonly clock: number;
  /** JSON text of an object, or `null`: gone. */
  readonly state: string | null;
}

const MAX_ENTRIES = 80;
/** UTF-16 letters of one state. */
const MAX_STATE = 4_096;

/** `null`: not valid, or over the limits. */
export function readPresence(update: Uint8Array): PresenceEntry[] | null {
  try {
    const decoder = decoding.createDecoder(update);
    const length = decoding.readVarUint(decoder);
    if (length > MAX_ENTRIES) return null;
    const entries: PresenceEntry[] = [];
    for (let left = length; left > 0; left -= 1) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const json = decoding.readVarString(decoder);
      if (json.length > MAX_STATE) return null;
      const state: unknown = JSON.parse(json);
      if (typeof state !== 'object' || Array.isArray(state)) return null;
      entries.push({ client, clock, state: state === null ? null : json });
    }
    return decoding.hasContent(decoder) ? null : entries;
  } catch (error) {
    // Ends too soon, a number too large, bad UTF-8 or bad JSON: all are errors of the libraries' own.
    if (error instanceof Error) return null;
    throw error;
  }
}

export function writePresence(entries: readonly PresenceEntry[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { client, clock, state } of entries) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, state ?? 'null');
    }
  });
}

// Who is behind each Yjs client that wrote something: root `writers`, String(clientID) -> { user, name }. A session notes
// itself once, before its first own edit, so that what came from whom can be said later, also of people who left.
// It says what writers claim: nobody signs anything.

import * as Y from 'yjs';
import { WRITER } from './origins.ts';
import { writersOf } from './schema.ts';
import { checkVersion } from './upgrade.ts';

export interface Writer {
  /** The same in all sessions of a person. */
  readonly user: string;
  readonly name: string;
}

const MAX_LENGTH = 200;

/** Not undoable. Writes nothing where it is noted already, nor into a document of a newer version. */
export function noteWriter(doc: Y.Doc, client: number, { user, name }: Writer): void {
  if (checkVersion(doc) === 'newer') return;
  const writer = { user: user.slice(0, MAX_LENGTH), name: name.slice(0, MAX_LENGTH) };
  const writers = writersOf(doc);
  const noted = asWriter(writers.get(String(client)));
  if (noted && noted.user === writer.user && noted.name === writer.name) return;
  doc.transact(() => writers.set(String(client), writer), WRITER);
}

/** By Yjs client. A client without a note that can be read is unknown: it is not in the map. */
export function readWriters(doc: Y.Doc): ReadonlyMap<number, Writer> {
  const read = new Map<number, Writer>();
  for (const [key, value] of writersOf(doc)) {
    const client = /^(?:0|[1-9][0-9]{0,15})$/.test(key) ? Number(key) : null;
    const writer = asWriter(value);
    if (client !== null && writer) read.set(client, writer);
  }
  return read;
}

function asWriter(value: unknown): Writer | null {
  if (typeof value !== 'object' || value === null || value instanceof Y.AbstractType) return null;
  const { user, name } = value as { readonly user?: unknown; readonly name?: unknown };
  if (typeof user !== 'string' || typeof name !== 'string' || user === '') return null;
  return { user: user.slice(0, MAX_LENGTH), name: name.slice(0, MAX_LENGTH) };
}

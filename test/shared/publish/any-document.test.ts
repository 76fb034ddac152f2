// What a document holds may come from anybody and from another version: whatever it is, the file written from it opens.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readRecord, writeRecord } from '../../../shared/doc/record.ts';
import { ENTITY_ROOTS, metaOf, rootOf, runOf } from '../../../shared/doc/schema.ts';
import { readMeetingJson } from '../../../shared/import/meeting-json.ts';
import { writeMeetingJson } from '../../../shared/publish/write-meeting-json.ts';
import { sampleRecord } from './sample-record.ts';

const value = fc.oneof(
  fc.constantFrom<unknown>(null, '', -1, 1440, 1.5, Number.NaN, true, [], {}),
  fc.constantFrom('Mars/Olympus', '2026-02-30', '2026-03-10', 'draft', '__proto__'),
  fc.string(),
);
const edit = fc.record({ what: fc.nat(9), which: fc.nat(), field: fc.nat(), value });
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

const RUN_TYPES = ['start', 'pause', 'next', 'extend', 'undo'];

function spoil(doc: Y.Doc, { what, which, field, value: put }: Edit): void {
  const root = ENTITY_ROOTS[what];
  if (root === undefined) {
    const references = { item: put, from: put, to: put, event: put, minutes: put };
    if (what === 8) setAt(metaOf(doc), field, put);
    else runOf(doc).push([{ id: `e${which}`, at: 1, by: '', type: RUN_TYPES[field % 5], ...references }]);
    return;
  }
  const entities = rootOf(doc, root);
  const id = [...entities.keys()].toSorted()[which % Math.max(1, entities.size)] ?? '';
  const entity = entities.get(id);
  if (field % 7 === 0) entities.delete(id);
  else if (field % 7 === 1) entities.set(String(put), new Y.Map([['title', put]]));
  else if (entity instanceof Y.Map) setAt(entity, field, put);
}

function setAt(map: Y.Map<unknown>, field: number, put: unknown): void {
  const names = [...map.keys()].filter((name) => name !== 'schema').toSorted();
  map.set(names[field % names.length] ?? 'title', put);
}

test('a file written from any document can be opened again', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      const doc = new Y.Doc();
      writeRecord(doc, sampleRecord());
      for (const each of edits) spoil(doc, each);
      expect(readMeetingJson(writeMeetingJson(readRecord(doc)))).toMatchObject({ ok: true });
    }),
    { numRuns: 300 },
  );
});

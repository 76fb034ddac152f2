import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { mergeUpdates } from '../../../renderer/storage/merge-updates.ts';

test('one merged update says what all of them say, whatever their number', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 1, maxLength: 300 }), (edits) => {
      const doc = new Y.Doc();
      const updates: Uint8Array[] = [];
      doc.on('update', (update: Uint8Array) => updates.push(update));
      const text = doc.getText('t');
      for (const [at, insert] of edits) {
        if (insert || text.length === 0) text.insert(at % (text.length + 1), 'x'.repeat((at % 3) + 1));
        else text.delete(at % text.length, 1);
      }
      const copy = new Y.Doc();
      Y.applyUpdate(copy, mergeUpdates(updates));
      expect(copy.getText('t').toString()).toBe(text.toString());
      expect(Y.encodeStateVector(copy)).toEqual(Y.encodeStateVector(doc));
    }),
  );
});

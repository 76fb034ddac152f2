import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { bringsNews, isReady, readUpdate } from '../../../../renderer/sync/mesh/read-update.ts';
import { seeded } from './mesh-world.ts';

/** Updates as Yjs makes them, one for each change, of a document with everything that a meeting holds. */
function writeSome(random: () => number, doc: Y.Doc, changes: number): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array) => updates.push(update);
  doc.on('update', keep);
  const text = doc.getText('text');
  const pick = (max: number) => Math.floor(random() * max);
  for (let change = 0; change < changes; change += 1) {
    switch (pick(7)) {
      case 0:
        text.insert(pick(text.length + 1), ['a', 'schön', '🙂🙃', '漢字'][pick(4)] ?? '');
        break;
      case 1:
        text.delete(0, Math.min(text.length, pick(3)));
        break;
      case 2:
        text.format(0, Math.min(text.length, 2), { bold: true });
        break;
      case 3:
        doc
          .getMap('map')
          .set(
            `k${pick(4)}`,
            [1, -2.5, null, undefined, true, 'x', { a: [1, { b: 2n }] }, Uint8Array.of(1)][pick(8)],
          );
        break;
      case 4: {
        const element = new Y.XmlElement('item');
        element.setAttribute('id', String(change));
        element.insert(0, [new Y.XmlText('words')]);
        doc.getXmlFragment('xml').insert(0, [element]);
        break;
      }
      case 5:
        doc.getArray('list').push([new Y.Map([['a', 1]]), Uint8Array.of(1, 2, 3), 'text']);
        break;
      default:
        doc.getText('text').insertEmbed(0, { image: 'x' });
    }
  }
  doc.off('update', keep);
  return updates;
}

const seed = fc.integer({ min: 0, max: 1e9 });

describe('an update of Yjs', () => {
  it('is always taken for valid, and its clocks are those that Yjs counts', () => {
    fc.assert(
      fc.property(seed, (seed) => {
        const doc = new Y.Doc();
        const updates = writeSome(seeded(seed), doc, 20);
        const whole = Y.encodeStateAsUpdate(doc);
        for (const update of [...updates, whole, Y.mergeUpdates(updates.filter((_, index) => index % 3))])
          expect(readUpdate(update)).not.toBeNull();
        const runs = readUpdate(whole)?.runs ?? [];
        expect(Object.fromEntries(runs.map(({ client, to }) => [client, to]))).toEqual(
          Object.fromEntries(Y.decodeStateVector(Y.encodeStateVector(doc))),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('is ready exactly when Yjs takes it in without a rest, and brings news exactly when Yjs changes by it', () => {
    fc.assert(
      fc.property(seed, (seed) => {
        const random = seeded(seed);
        const source = new Y.Doc();
        const updates = writeSome(random, source, 15);
        const other = new Y.Doc();
        Y.applyUpdate(other, Y.encodeStateAsUpdate(source));
        updates.push(...writeSome(random, other, 10));
        const doc = new Y.Doc();
        // In any order, some twice, some never.
        for (let turn = 0; turn < 40; turn += 1) {
          const update = updates[Math.floor(random() * updates.length)];
          const facts = update && readUpdate(update);
          if (!facts) throw new Error('A good update was refused');
          const trial = new Y.Doc();
          Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc));
          const before = Y.snapshot(trial);
          Y.applyUpdate(trial, update);
          const isWhole = trial.store.pendingStructs === null && trial.store.pendingDs === null;
          expect(isReady(doc, facts)).toBe(isWhole);
          if (!isWhole) continue;
          expect(bringsNews(doc, facts)).toBe(!Y.equalSnapshots(before, Y.snapshot(trial)));
          Y.applyUpdate(doc, update);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('that is cut short is never valid', () => {
    const doc = new Y.Doc();
    writeSome(seeded(1), doc, 40);
    const whole = Y.encodeStateAsUpdate(doc);
    for (let length = 0; length < whole.length; length += 1)
      expect(readUpdate(whole.subarray(0, length))).toBeNull();
  });
});

it('what passes never makes Yjs throw while it reads, except for text and JSON that are broken inside', () => {
  const random = seeded(2);
  const doc = new Y.Doc();
  writeSome(random, doc, 40);
  const whole = Y.encodeStateAsUpdate(doc);
  let passed = 0;
  for (let turn = 0; turn < 3_000; turn += 1) {
    const bytes = whole.slice();
    for (let flips = 0; flips <= turn % 3; flips += 1) {
      const at = Math.floor(random() * bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    }
    if (!readUpdate(bytes)) continue;
    passed += 1;
    try {
      Y.decodeUpdate(bytes);
    } catch (error) {
      expect(String(error)).toMatch(
        /JSON|encoded data|Unexpected token|Unterminated|escaped|property name|control character/i,
      );
    }
  }
  expect(passed).toBeGreaterThan(100);
});

it.each([
  ['numbers of things beyond the bytes', [0xff, 0xff, 0xff, 0x7f, 1, 0]],
  ['a struct of no length', [1, 1, 7, 0, 0, 0, 0]],
  ['text that stands next to itself', [1, 1, 7, 0, 0x84, 7, 0, 1, 97, 0]],
  ['a document inside the document', [1, 1, 7, 0, 9, 1, 1, 97, 1, 97, 118, 0, 0]],
  ['bytes after the end', [0, 0, 0]],
  // Walking over the same clocks again and again would take minutes.
  ['deletions that overlap', [0, 1, 5, 2, 0, 9, 8, 9]],
  ['deletions out of order', [0, 1, 5, 2, 8, 1, 0, 1]],
  ['deletions of one client in two lists', [0, 2, 5, 1, 0, 9, 5, 1, 0, 9]],
])('%s: not valid', (_, bytes) => {
  expect(readUpdate(Uint8Array.from(bytes))).toBeNull();
});

describe('JSON in an update', () => {
  /** A format mark with that value. */
  const withValue = (json: string) =>
    encoding.encode((encoder) => {
      for (const number of [1, 1, 7, 0, 6, 1]) encoding.writeVarUint(encoder, number);
      for (const text of ['text', 'bold', json]) encoding.writeVarString(encoder, text);
      encoding.writeVarUint(encoder, 0);
    });

  it('may nest 64 deep and no deeper, since what is too deep can be read but not be written again', () => {
    expect(readUpdate(withValue(`${'['.repeat(64)}${']'.repeat(64)}`))).not.toBeNull();
    expect(readUpdate(withValue(`${'{"a":'.repeat(65)}1${'}'.repeat(65)}`))).toBeNull();
  });

  it('may hold any number of brackets side by side or in its words', () => {
    expect(readUpdate(withValue(JSON.stringify([`"${'['.repeat(100)}\\`, '{'.repeat(100)])))).not.toBeNull();
    expect(readUpdate(withValue(JSON.stringify(Array(100).fill([]))))).not.toBeNull();
  });
});

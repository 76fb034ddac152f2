import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { createDigest, toHex } from '../../../../renderer/sync/mesh/digest.ts';

type Step =
  | {
      readonly kind: 'insert' | 'delete' | 'map' | 'nest' | 'twoAtOnce' | 'fromObserver' | 'afterAll';
      readonly doc: number;
      readonly at: number;
    }
  | { readonly kind: 'undo' | 'redo'; readonly doc: number; readonly at: number }
  | { readonly kind: 'sync'; readonly doc: number; readonly at: number };

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(
    'insert',
    'delete',
    'map',
    'nest',
    'twoAtOnce',
    'fromObserver',
    'afterAll',
    'undo',
    'redo',
    'sync',
  ),
  doc: fc.nat(2),
  at: fc.nat(1_000),
});

function createPeer(client: number) {
  const doc = new Y.Doc();
  doc.clientID = client;
  const text = doc.getText('text');
  const map = doc.getMap('map');
  const undo = new Y.UndoManager([text, map], { captureTimeout: 0 });
  let follow = 0;
  // Observers that write make transactions inside the closing of others, two of them at once.
  map.observe(() => {
    if (follow === 0) return;
    follow -= 1;
    text.insert(0, 'obs');
    text.delete(0, 2);
  });
  // And who writes when all is done, before the digest has counted what was done.
  let after = 0;
  doc.on('afterAllTransactions', () => {
    if (after === 0) return;
    after -= 1;
    text.delete(0, Math.min(2, text.length));
    text.insert(0, 'after');
  });
  const digest = createDigest(doc);
  const act = ({ kind, at }: Step, others: readonly Y.Doc[]) => {
    const place = text.length === 0 ? 0 : at % text.length;
    switch (kind) {
      case 'insert':
        return text.insert(place, 'ab'.repeat(1 + (at % 3)));
      case 'delete':
        return text.delete(place, Math.min(text.length - place, 1 + (at % 5)));
      case 'map':
        return map.set(`k${at % 3}`, at);
      case 'nest': {
        const inner = new Y.XmlElement('p');
        inner.insert(0, [new Y.XmlText('inside')]);
        doc.getXmlFragment('xml').insert(0, [inner]);
        if (at % 2) doc.getXmlFragment('xml').delete(0, 1);
        return;
      }
      case 'twoAtOnce':
        return doc.transact(() => {
          text.insert(place, 'gone');
          text.delete(place, 3);
        });
      case 'fromObserver':
        follow = 2;
        return map.set('k0', at);
      case 'afterAll':
        after = 1;
        return doc.transact(() => {
          text.insert(0, 'gone');
          text.delete(0, 1);
        });
      case 'undo':
        return void undo.undo();
      case 'redo':
        return void undo.redo();
      case 'sync': {
        const other = others[at % others.length];
        if (other) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)));
      }
    }
  };
  return { doc, digest, act };
}

it('documents have the same digest exactly when their snapshots are equal', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const peers = [createPeer(1), createPeer(2), createPeer(3)];
      for (const one of steps) {
        const peer = peers[one.doc];
        peer?.act(
          one,
          peers.filter((other) => other !== peer).map(({ doc }) => doc),
        );
        const fresh = createPeer(9);
        for (const { doc, digest } of peers) {
          const kept = toHex(digest.bytes());
          digest.recount();
          expect(toHex(digest.bytes())).toBe(kept);
          for (const other of peers)
            expect(toHex(other.digest.bytes()) === kept).toBe(
              Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(other.doc)),
            );
          // What a newcomer gets holds deleted things as rubble (GC), which no delete set names.
          if (one === steps.at(-1)) Y.applyUpdate(fresh.doc, Y.encodeStateAsUpdate(doc));
        }
      }
    }),
    { numRuns: 150 },
  );
});

it('a newcomer who gets everything at once has the same digest', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const peer = createPeer(1);
      for (const one of steps) peer.act(one, [new Y.Doc()]);
      const fresh = createPeer(2);
      Y.applyUpdate(fresh.doc, Y.encodeStateAsUpdate(peer.doc));
      expect(toHex(fresh.digest.bytes())).toBe(toHex(peer.digest.bytes()));
    }),
    { numRuns: 150 },
  );
});

it('a run of two thousand million deleted clocks costs as much as one', () => {
  const doc = new Y.Doc();
  const digest = createDigest(doc);
  // One struct of rubble: client 7, from clock 0, of length 2^31.
  Y.applyUpdate(doc, Uint8Array.of(1, 1, 7, 0, 0, 0x80, 0x80, 0x80, 0x80, 8, 0));
  expect(Y.getState(doc.store, 7)).toBe(2 ** 31);
  const before = toHex(digest.bytes());
  digest.recount();
  expect(toHex(digest.bytes())).toBe(before);
});

import { Node } from '@tiptap/pm/model';
import {
  initProseMirrorDoc,
  prosemirrorJSONToYXmlFragment,
  updateYFragment,
  yXmlFragmentToProsemirrorJSON,
} from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readRichText } from '../../../shared/doc/read-rich-text.ts';
import { elementsOf, itemText, proposalNotes, writeRichText } from '../../../shared/doc/texts.ts';
import type { RichDoc } from '../../../shared/domain/rich-text.ts';
import { checkRichDoc } from '../../../shared/domain/rich-text-check.ts';
import { createScene, fork, meet, updatesOf } from './peers.ts';
import { emptyText, richDoc, SCHEMA } from './rich-docs.ts';

const paragraph = (text: string): RichDoc => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

/** As JSON, where a line without words looks the same with and without the run that ours has (D98). */
function withoutBareRuns(text: Y.XmlFragment): unknown {
  return JSON.parse(JSON.stringify(yXmlFragmentToProsemirrorJSON(text)), (key, value: unknown) =>
    key === 'content' && Array.isArray(value) && value.length === 0 ? undefined : value,
  );
}

describe('writing a text', () => {
  test('D61: and reading it again gives the same text', () => {
    fc.assert(
      fc.property(richDoc, (content) => {
        const text = emptyText();
        writeRichText(text, content);
        expect(readRichText(text)).toEqual({ doc: content, unknown: [] });
        expect(checkRichDoc(content)).toEqual({ ok: true, value: content });
      }),
    );
  }, 60_000);

  test('D60: encodes it as the binding of the editor does', () => {
    fc.assert(
      fc.property(richDoc, (content) => {
        const [ours, theirs] = [emptyText(), emptyText()];
        writeRichText(ours, content);
        prosemirrorJSONToYXmlFragment(SCHEMA, content, theirs);
        expect(withoutBareRuns(ours)).toEqual(withoutBareRuns(theirs));
        expect(readRichText(theirs)).toEqual({ doc: content, unknown: [] });
      }),
    );
  }, 60_000);

  test('D60: gives the editor the same document, and saving that changes nothing', () => {
    fc.assert(
      fc.property(richDoc, (content) => {
        const text = emptyText();
        const doc = text.doc as Y.Doc;
        writeRichText(text, content);
        const before = Y.encodeStateAsUpdate(doc);
        const { doc: shown, meta } = initProseMirrorDoc(text, SCHEMA);
        expect(shown.toJSON()).toEqual(Node.fromJSON(SCHEMA, content).toJSON());
        shown.check();
        updateYFragment(doc, text, shown, meta);
        updateYFragment(doc, text, Node.fromJSON(SCHEMA, content), {
          mapping: new Map(),
          isOMark: new Map(),
        });
        expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
      }),
    );
  }, 60_000);

  test('D98: every line without words has the one run that the first words of all will stand in', () => {
    const text = emptyText();
    writeRichText(text, {
      type: 'doc',
      content: [
        { type: 'paragraph' },
        { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
      ],
    });
    const runs = elementsOf(text, ['paragraph']).map((line) => line.toArray());
    expect(runs.map((run) => run.map((part) => part instanceof Y.XmlText))).toEqual([[true], [true]]);
  });

  test('D4: that says the same already writes nothing', () => {
    const text = emptyText();
    writeRichText(text, paragraph('same'));
    expect(updatesOf(text.doc as Y.Doc, () => writeRichText(text, paragraph('same')))).toBe(0);
    expect(updatesOf(text.doc as Y.Doc, () => writeRichText(text, paragraph('other')))).toBe(1);
  });

  test('D6: two people who start to write at once write into one paragraph', () => {
    const { doc, item } = createScene();
    const id = item();
    const peer = fork(doc);
    for (const [at, words] of [
      [doc, 'Hello '],
      [peer, 'world'],
    ] as const) {
      const first = itemText(at, id, 'minutes')?.get(0) as Y.XmlElement;
      first.insert(0, [new Y.XmlText(words)]);
    }
    meet(doc, peer);
    const { doc: text } = readRichText(itemText(doc, id, 'minutes') as Y.XmlFragment);
    expect(text.content).toHaveLength(1);
    expect(JSON.stringify(text)).toMatch(/Hello .*world|world.*Hello /);
  });
});

test('D5: texts of what is not there are null', () => {
  const doc = new Y.Doc();
  expect(itemText(doc, 'x' as never, 'prep')).toBeNull();
  expect(proposalNotes(doc, 'x' as never)).toBeNull();
});

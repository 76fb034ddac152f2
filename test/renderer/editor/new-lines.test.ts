import { getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readyNewLines } from '../../../renderer/editor/new-lines.ts';
import { schemaExtensions } from '../../../renderer/editor/schema.ts';

const BINDING = 'the binding';
const schema = getSchema([...schemaExtensions({ actions: null, openLink: () => {} })]);

function openText() {
  const doc = new Y.Doc();
  const text = doc.getXmlFragment('text');
  doc.on('beforeObserverCalls', (transaction) => {
    if (transaction.origin === BINDING) readyNewLines(text, transaction, schema);
  });
  const edit = (change: () => void) => doc.transact(change, BINDING);
  return { doc, text, edit };
}

const shape = (text: Y.XmlFragment) => text.toArray().map((line) => (line as Y.XmlElement).length);

test('a new line without words has a run at once, also deep inside of what is new', () => {
  const { text, edit } = openText();
  edit(() => {
    const item = new Y.XmlElement('listItem');
    item.insert(0, [new Y.XmlElement('paragraph')]);
    const list = new Y.XmlElement('bulletList');
    list.insert(0, [item]);
    text.insert(0, [new Y.XmlElement('paragraph'), list, new Y.XmlElement('horizontalRule')]);
  });
  expect(shape(text)).toEqual([1, 1, 0]);
  expect(text.toString()).toBe(
    '<paragraph></paragraph><bulletlist><listitem><paragraph></paragraph></listitem></bulletlist><horizontalrule></horizontalrule>',
  );
  const [paragraph] = text.querySelectorAll('listItem').flatMap((item) => (item as Y.XmlElement).toArray());
  expect((paragraph as Y.XmlElement).get(0)).toBeInstanceOf(Y.XmlText);
});

test('the first words of two people in a new line stand in one run', () => {
  const { doc, text, edit } = openText();
  edit(() => text.insert(0, [new Y.XmlElement('paragraph')]));
  const peer = new Y.Doc();
  Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc));
  const write = (of: Y.Doc, words: string) => {
    const line = of.getXmlFragment('text').get(0) as Y.XmlElement;
    (line.get(0) as Y.XmlText).insert(0, words);
  };
  write(doc, 'one ');
  write(peer, 'two ');
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer));
  expect((text.get(0) as Y.XmlElement).length).toBe(1);
  expect(text.toString()).toMatch(/one two |two one /);
});

test('lines that were there, and words, cost no change', () => {
  const { doc, text, edit } = openText();
  doc.transact(() => text.insert(0, [new Y.XmlElement('paragraph')]), 'of an older app');
  edit(() => text.insert(1, [new Y.XmlElement('heading')]));
  expect(shape(text)).toEqual([0, 1]);
  let updates = 0;
  doc.on('update', () => {
    updates += 1;
  });
  edit(() => ((text.get(1) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'words'));
  expect(updates).toBe(1);
});

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
import { hasUnknownContent, readRichText } from '../../../shared/doc/read-rich-text.ts';
import { itemText, mendText, proposalNotes, writeRichText } from '../../../shared/doc/texts.ts';
import type { RichDoc } from '../../../shared/domain/rich-text.ts';
import { checkRichDoc } from '../../../shared/domain/rich-text-check.ts';
import { createScene, fork, meet, updatesOf } from './peers.ts';
import { richDoc, SCHEMA } from './rich-docs.ts';

function emptyText(): Y.XmlFragment {
  return new Y.Doc().getXmlFragment('text');
}

const paragraph = (text: string): RichDoc => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

function element(name: string, attrs: object = {}, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attrs)) made.setAttribute(key, value);
  made.insert(0, children);
  return made;
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
        expect(yXmlFragmentToProsemirrorJSON(ours)).toEqual(yXmlFragmentToProsemirrorJSON(theirs));
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

describe('reading a text', () => {
  const strange: readonly [string, readonly (Y.XmlElement | Y.XmlText)[], string, readonly string[]][] = [
    [
      'an unknown node',
      [element('table', {}, element('paragraph', {}, new Y.XmlText('cell')))],
      'cell',
      ['table'],
    ],
    [
      'an unknown node around words',
      [element('poll', {}, new Y.XmlText('words'))],
      'words',
      ['poll', 'content of doc'],
    ],
    [
      'an unknown attribute',
      [element('paragraph', { align: 'end' }, new Y.XmlText('x'))],
      'x',
      ['paragraph.align'],
    ],
    ['bare words', [new Y.XmlText('bare')], 'bare', ['content of doc']],
    [
      'a block in a line',
      [element('paragraph', {}, element('heading', { level: 1 }, new Y.XmlText('in')))],
      'in',
      ['content of paragraph'],
    ],
    [
      'a list item without its paragraph',
      [element('bulletList', {}, element('listItem', {}, element('codeBlock', {}, new Y.XmlText('x'))))],
      'x',
      ['content of listItem'],
    ],
    [
      'a paragraph in a list',
      [element('bulletList', {}, element('paragraph', {}, new Y.XmlText('x')))],
      'x',
      ['content of bulletList'],
    ],
    [
      'a list item without a list',
      [element('listItem', {}, element('paragraph', {}, new Y.XmlText('x')))],
      'x',
      ['content of doc'],
    ],
    [
      'words in a rule',
      [element('horizontalRule', {}, new Y.XmlText('x'))],
      'x',
      ['content of horizontalRule', 'content of doc'],
    ],
    [
      'a heading in an action item',
      [element('actionItem', { id: 'a' }, element('heading', {}, new Y.XmlText('x')))],
      'x',
      ['content of actionItem'],
    ],
    ['an action item that is empty', [element('actionItem', { id: 'a' })], '', ['content of actionItem']],
    [
      'a line break in code',
      [element('codeBlock', {}, new Y.XmlText('x'), element('hardBreak'))],
      'x\\n',
      ['content of codeBlock'],
    ],
    ['a node called text', [element('text', {}, new Y.XmlText('x'))], 'x', ['text', 'content of doc']],
    [
      'a node with a name from the prototype',
      [element('toString', {}, new Y.XmlText('x'))],
      'x',
      ['toString', 'content of doc'],
    ],
  ];
  test.each(strange)('D62: names %s and keeps its words', (_, content, words, names) => {
    const text = emptyText();
    text.insert(0, [...content]);
    const { doc, unknown } = readRichText(text);
    expect(unknown).toEqual(names);
    expect(JSON.stringify(doc)).toContain(words);
    expect(checkRichDoc(doc).ok).toBe(true);
    expect(hasUnknownContent(text)).toBe(true);
  });

  test('D62: names unknown marks and things in a line that are no words', () => {
    const text = emptyText();
    const line = new Y.XmlText();
    text.insert(0, [element('paragraph', {}, line), element('codeBlock', {}, new Y.XmlText('c'))]);
    line.insert(0, 'marked', { underline: true, bold: {} });
    line.insertEmbed(6, { image: 'x' });
    ((text.get(1) as Y.XmlElement).get(0) as Y.XmlText).format(0, 1, { bold: {} });
    const { doc, unknown } = readRichText(text);
    expect(unknown).toEqual(['underline', 'embed', 'marks in code']);
    expect(doc.content).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: 'marked', marks: [{ type: 'bold' }] }] },
      { type: 'codeBlock', attrs: { language: null }, content: [{ type: 'text', text: 'c' }] },
    ]);
  });

  test('D62: what it lets through, the binding shows without deleting anything', () => {
    const text = fc.oneof(
      richDoc.map((content) => (target: Y.XmlFragment) => writeRichText(target, content)),
      fc.constantFrom(...strange).map(([, content]) => (target: Y.XmlFragment) => {
        target.insert(
          0,
          content.map((part) => part.clone() as Y.XmlElement),
        );
      }),
      fc.constant((target: Y.XmlFragment) => target.insert(0, [element('bulletList'), element('paragraph')])),
    );
    fc.assert(
      fc.property(text, (fill) => {
        const target = emptyText();
        fill(target);
        const { doc, unknown } = readRichText(target);
        if (unknown.length > 0) return;
        const { doc: shown } = initProseMirrorDoc(target, SCHEMA);
        expect(shown.toJSON()).toEqual(Node.fromJSON(SCHEMA, doc).toJSON());
      }),
    );
  }, 60_000);

  test('D63: an attribute nobody can read gets its fallback, an unsafe link loses the link', () => {
    const text = emptyText();
    const line = new Y.XmlText();
    text.insert(0, [
      element('heading', { level: 9 }, line),
      element(
        'actionItem',
        { id: 'a 1', due: 'soon', status: 'lost', assignees: 'anna' },
        element('paragraph'),
      ),
    ]);
    line.insert(0, 'click', { link: { href: 'javascript:alert(1)' }, 'bold--abcdefgh': {} });
    expect(readRichText(text)).toEqual({
      unknown: [],
      doc: {
        type: 'doc',
        content: [
          {
            type: 'heading',
            attrs: { level: 1 },
            content: [{ type: 'text', text: 'click', marks: [{ type: 'bold' }] }],
          },
          {
            type: 'actionItem',
            attrs: {
              id: '',
              assignees: [],
              helpers: [],
              due: null,
              status: 'open',
              deferredTo: null,
              carriedFrom: null,
            },
            content: [{ type: 'paragraph' }],
          },
        ],
      },
    });
  });

  test('D62: nesting without end is read as words, not as a crash', () => {
    const text = emptyText();
    let inner = element('blockquote', {}, element('paragraph', {}, new Y.XmlText('deep')));
    for (let i = 0; i < 500; i += 1) inner = element('blockquote', {}, inner);
    text.insert(0, [inner]);
    const { doc, unknown } = readRichText(text);
    expect(unknown).toContain('depth');
    expect(JSON.stringify(doc)).toContain('deep');
  });

  test('an empty text reads as one empty paragraph', () => {
    expect(readRichText(emptyText())).toEqual({
      doc: { type: 'doc', content: [{ type: 'paragraph' }] },
      unknown: [],
    });
  });
});

describe('mending a text', () => {
  test('D64: gives list items and action items the paragraph they lost', () => {
    const text = emptyText();
    text.insert(0, [
      element('bulletList', {}, element('listItem', {}, element('bulletList', {}, element('listItem')))),
      element('actionItem', { id: 'a' }),
    ]);
    expect(hasUnknownContent(text)).toBe(true);
    expect(mendText(text)).toBe(true);
    expect(hasUnknownContent(text)).toBe(false);
    expect(mendText(text)).toBe(false);
  });

  test('D64: leaves what it does not know', () => {
    const text = emptyText();
    text.insert(0, [element('bulletList', {}, element('listItem', {}, element('poll')))]);
    expect(mendText(text)).toBe(false);
  });
});

test('D5: texts of what is not there are null', () => {
  const doc = new Y.Doc();
  expect(itemText(doc, 'x' as never, 'prep')).toBeNull();
  expect(proposalNotes(doc, 'x' as never)).toBeNull();
});

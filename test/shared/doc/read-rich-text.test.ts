import { Node } from '@tiptap/pm/model';
import { initProseMirrorDoc } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readRichText } from '../../../shared/doc/read-rich-text.ts';
import { writeRichText } from '../../../shared/doc/texts.ts';
import { checkRichDoc } from '../../../shared/domain/rich-text-check.ts';
import { element, emptyText, richDoc, SCHEMA } from './rich-docs.ts';

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
    for (let i = 0; i < 1000; i += 1) inner = element('blockquote', {}, inner);
    text.insert(0, [inner]);
    const { doc, unknown } = readRichText(text);
    expect(unknown).toContain('depth');
    expect(JSON.stringify(doc)).toContain('deep');
  });

  test.each([40, 200, 252, 253, 254, 255, 256, 300])(
    'D62: %s bullets in each other pass the check of files',
    (count) => {
      const text = emptyText();
      const line = (): Y.XmlElement => element('paragraph', {}, new Y.XmlText('word'));
      let inner = element('bulletList', {}, element('listItem', {}, line()));
      for (let i = 1; i < count; i += 1)
        inner = element('bulletList', {}, element('listItem', {}, line(), inner));
      text.insert(0, [inner]);
      const { doc, unknown } = readRichText(text);
      expect(checkRichDoc(doc)).toMatchObject({ ok: true });
      expect(JSON.stringify(doc).match(/word/g)).toHaveLength(count);
      if (count <= 200) expect(unknown).toEqual([]);
    },
  );

  test('an empty text reads as one empty paragraph', () => {
    expect(readRichText(emptyText())).toEqual({
      doc: { type: 'doc', content: [{ type: 'paragraph' }] },
      unknown: [],
    });
  });
});

// Rich texts for tests: arbitrary ones for properties, and the ProseMirror schema that follows from the tables.

import { Schema } from '@tiptap/pm/model';
import fc from 'fast-check';
import * as Y from 'yjs';
import type { RichBlock, RichDoc, RichInline } from '../../../shared/domain/rich-text.ts';
import { joinTexts, orderMarks, RICH_MARKS, RICH_NODES } from '../../../shared/domain/rich-text-check.ts';

const words = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', 'é', '漢', '👍', '\n'),
  minLength: 1,
  maxLength: 12,
});
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/);
const idList = fc.uniqueArray(id, { maxLength: 3 });
const day = fc.option(fc.constantFrom('2026-03-10', '2024-02-29'));
const note = fc.option(words);
const mark = fc.oneof(
  fc.constantFrom('bold', 'italic', 'strike', 'code').map((type) => ({ type })),
  fc
    .constantFrom('https://a.example/', 'mailto:x@y.example')
    .map((href) => ({ type: 'link', attrs: { href } })),
);
const marks = fc.uniqueArray(mark, { maxLength: 3, selector: ({ type }) => type });
const textNode = fc.record({ text: words, marks }).map(({ text, marks: list }) => {
  const ordered = orderMarks(list as never);
  return { type: 'text', text, ...(ordered.length > 0 && { marks: ordered }) } as RichInline;
});
const inline = fc.oneof({ weight: 4, arbitrary: textNode }, fc.constant<RichInline>({ type: 'hardBreak' }));
const line = fc.array(inline, { maxLength: 4 }).map((nodes) => withContent(joinTexts(nodes)));

function withContent<T>(content: readonly T[]): { content?: readonly T[] } {
  return content.length > 0 ? { content } : {};
}

const paragraph = line.map((content) => ({ type: 'paragraph', ...content }) as RichBlock);
const leaf: fc.Arbitrary<RichBlock> = fc.oneof(
  paragraph,
  fc
    .tuple(fc.constantFrom(1, 2, 3), line)
    .map(([level, content]) => ({ type: 'heading', attrs: { level }, ...content })),
  fc.tuple(note, fc.option(words)).map(([language, text]) => ({
    type: 'codeBlock',
    attrs: { language },
    ...(text !== null && { content: [{ type: 'text', text }] }),
  })),
  fc.constant({ type: 'horizontalRule' }),
  fc
    .tuple(fc.record({ id, replaces: fc.option(id) }), line)
    .map(([attrs, content]) => ({ type: 'decision', attrs, ...content })),
  fc
    .tuple(
      fc.record({
        id,
        assignees: idList,
        helpers: idList,
        due: day,
        status: fc.constantFrom('open', 'in-progress', 'done', 'deferred', 'cancelled'),
        deferredTo: note,
        carriedFrom: note,
      }),
      paragraph,
      fc.array(fc.tuple(fc.record({ date: day, by: fc.option(id) }), line), { maxLength: 2 }),
    )
    .map(([attrs, first, notes]) => ({
      type: 'actionItem',
      attrs,
      content: [
        first,
        ...notes.map(([note, content]) => ({ type: 'progressNote', attrs: note, ...content })),
      ],
    })),
) as fc.Arbitrary<RichBlock>;

const block: fc.Arbitrary<RichBlock> = fc.letrec<{ block: RichBlock }>((tie) => {
  const blocks = (minLength: number) => fc.array(tie('block'), { minLength, maxLength: 3 });
  const listItem = fc
    .tuple(paragraph, blocks(0))
    .map(([first, rest]) => ({ type: 'listItem', content: [first, ...rest] }));
  const listItems = fc.array(listItem, { minLength: 1, maxLength: 3 });
  return {
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      listItems.map((content) => ({ type: 'bulletList', content }) as RichBlock),
      fc
        .tuple(fc.nat(20), listItems)
        .map(([start, content]) => ({ type: 'orderedList', attrs: { start }, content }) as RichBlock),
      blocks(1).map((content) => ({ type: 'blockquote', content }) as RichBlock),
    ),
  };
}).block;

export const richDoc: fc.Arbitrary<RichDoc> = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((content) => ({ type: 'doc', content }));

/** The schema an editor has that is built from the tables. */
export const SCHEMA = new Schema({
  topNode: 'doc',
  nodes: Object.fromEntries(
    Object.entries(RICH_NODES).map(([name, rule]) => [
      name,
      {
        content: rule.content,
        group: rule.group,
        inline: rule.group === 'inline',
        marks: rule.marks ? '_' : '',
        attrs: defaults(rule.attrs),
      },
    ]),
  ),
  marks: Object.fromEntries(
    Object.entries(RICH_MARKS).map(([name, rule]) => [name, { attrs: defaults(rule.attrs), excludes: name }]),
  ),
});

function defaults(
  attrs: Readonly<Record<string, { fallback: unknown }>>,
): Record<string, { default: unknown }> {
  return Object.fromEntries(
    Object.entries(attrs).map(([name, { fallback }]) => [name, { default: fallback }]),
  );
}

/** A text in a document of its own. */
export function emptyText(): Y.XmlFragment {
  return new Y.Doc().getXmlFragment('text');
}

export function element(
  name: string,
  attrs: object = {},
  ...children: (Y.XmlElement | Y.XmlText)[]
): Y.XmlElement {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attrs)) made.setAttribute(key, value);
  made.insert(0, children);
  return made;
}

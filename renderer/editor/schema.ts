// The editor's schema and typing habits. Nodes, marks and attributes are those of shared/domain/rich-text-check.ts, no
// more and no less (a test holds both against each other): whatever the binding does not know, it would destroy.

import type { AnyExtension } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Code } from '@tiptap/extension-code';
import { CodeBlock } from '@tiptap/extension-code-block';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { HorizontalRule } from '@tiptap/extension-horizontal-rule';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Strike } from '@tiptap/extension-strike';
import { Text } from '@tiptap/extension-text';
import { ActionItem, ProgressNote } from './nodes/action-item.ts';
import type { ActionHost } from './nodes/action-view.ts';
import { Decision } from './nodes/decision.ts';
import { safeLink } from './nodes/link.ts';

export interface SchemaHost {
  readonly actions: ActionHost | null;
  readonly openLink: (url: string) => void;
}

export function schemaExtensions(host: SchemaHost): readonly AnyExtension[] {
  return [
    Document,
    Paragraph,
    Text,
    // Ctrl Enter is the next item.
    HardBreak.extend({
      addKeyboardShortcuts() {
        return { 'Shift-Enter': () => this.editor.commands.setHardBreak() };
      },
    }),
    Heading.extend({
      // An item's title is an h3 on screen: what is inside of its text comes below it.
      renderHTML: ({ node, HTMLAttributes }) => [`h${3 + Number(node.attrs.level)}`, HTMLAttributes, 0],
      parseHTML: () =>
        [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: fromHtml(level) } })),
    }).configure({ levels: [1, 2, 3] }),
    BulletList,
    OrderedList.extend({
      addAttributes: () => ({
        start: {
          default: 1,
          parseHTML: (element) => Math.max(0, Number.parseInt(element.getAttribute('start') ?? '1', 10) || 0),
        },
      }),
      renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes.start === 1 ? {} : HTMLAttributes, 0],
    }),
    ListItem,
    ListKeymap,
    Blockquote,
    CodeBlock,
    HorizontalRule,
    ActionItem.configure({ host: host.actions }),
    ProgressNote,
    Decision,
    safeLink(host.openLink),
    Bold,
    Italic,
    Strike.extend({ addKeyboardShortcuts: () => ({}) }),
    Code.extend({ excludes: 'code' }),
  ];
}

/** h1 to h3 are levels 1 to 3 as written elsewhere, h4 to h6 are ours. */
function fromHtml(level: number): number {
  return level > 3 ? level - 3 : level;
}

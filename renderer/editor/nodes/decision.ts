import { Node } from '@tiptap/core';
import { textAttribute } from './attributes.ts';

/** A decision: one line of the text. Its look and its name for screen readers are plain attributes, no view is needed. */
export const Decision = Node.create({
  name: 'decision',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ id: textAttribute('id', ''), replaces: textAttribute('replaces', null) }),
  parseHTML: () => [{ tag: 'div[data-decision]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'div',
    { 'data-decision': '', role: 'group', 'aria-label': 'Decision', ...HTMLAttributes },
    0,
  ],
});

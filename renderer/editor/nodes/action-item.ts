import { Node } from '@tiptap/core';
import type { ActionHost } from './action-view.ts';
import { actionView } from './action-view.ts';
import { dateAttribute, idsAttribute, statusAttribute, textAttribute } from './attributes.ts';

/** An action item: what is to be done, then dated progress notes. `host` is what its view may ask of the outside. */
export const ActionItem = Node.create<{ readonly host: ActionHost | null }>({
  name: 'actionItem',
  group: 'block',
  content: 'paragraph progressNote*',
  defining: true,
  addOptions: () => ({ host: null }),
  addAttributes: () => ({
    id: textAttribute('id', ''),
    assignees: idsAttribute('assignees'),
    helpers: idsAttribute('helpers'),
    due: dateAttribute('due'),
    status: statusAttribute(),
    deferredTo: textAttribute('deferred-to', null),
    carriedFrom: textAttribute('carried-from', null),
  }),
  parseHTML: () => [{ tag: 'div[data-action-item]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { 'data-action-item': '', ...HTMLAttributes }, 0],
  addNodeView() {
    const { host } = this.options;
    return host && (({ editor, node, getPos }) => actionView(host, { editor, node, getPos }));
  },
});

export const ProgressNote = Node.create({
  name: 'progressNote',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ date: dateAttribute('date'), by: textAttribute('by', null) }),
  parseHTML: () => [{ tag: 'div[data-progress-note]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { 'data-progress-note': '', ...HTMLAttributes }, 0],
});

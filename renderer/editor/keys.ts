// Keys that are about moving and leaving: indenting in lists, the way out of them by keyboard, marks, a line below the last.

import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { lineAt } from './line-nodes.ts';

export const Keys = Extension.create({
  name: 'keys',
  priority: 150,
  addKeyboardShortcuts() {
    return {
      'Mod-Shift-x': () => this.editor.commands.toggleStrike(),
      Tab: () =>
        this.editor.commands.sinkListItem('listItem') ||
        insertTab(this.editor.view) ||
        focusControl(this.editor.view, 'last'),
      'Shift-Tab': () =>
        this.editor.commands.liftListItem('listItem') || focusControl(this.editor.view, 'first'),
    };
  },
  addProseMirrorPlugins: () => [wayOut(), lineBelow()],
});

/** In code a Tab is a character. */
function insertTab(view: EditorView): boolean {
  const { state } = view;
  if (!state.selection.$from.parent.type.spec.code) return false;
  view.dispatch(state.tr.insertText('\t'));
  return true;
}

/** From the text of an action item to its tick (the first control) or to who, when and state (the last). */
function focusControl(view: EditorView, which: 'first' | 'last'): boolean {
  const line = lineAt(view.state.selection.$from);
  const dom = line && view.nodeDOM(line.pos);
  const controls = dom instanceof HTMLElement ? [...dom.querySelectorAll('button')] : [];
  const control = which === 'first' ? controls.at(0) : controls.at(-1);
  control?.focus();
  return control !== undefined;
}

/**
 * In a list Tab always indents, or does nothing, so that one Tab too many does not throw the caret out of the text. Esc,
 * then Tab, leaves: no keyboard trap.
 */
function wayOut(): Plugin {
  let leaving = false;
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown: (view, event) => {
          const wasLeaving = leaving;
          leaving = event.key === 'Escape' || (leaving && event.key === 'Shift');
          // True keeps the editor's own keys away from it; the browser then moves the focus.
          return event.key === 'Tab' && (wasLeaving || !usesTab(view.state));
        },
      },
      handleKeyDown: (view, event) => event.key === 'Tab' && usesTab(view.state),
    },
  });
}

function usesTab(state: EditorState): boolean {
  const { $from } = state.selection;
  if ($from.parent.type.spec.code) return true;
  const line = lineAt($from);
  if (line) return line.kind === 'actionItem';
  return Array.from({ length: $from.depth }, (_, depth) => $from.node(depth).type.name).includes('listItem');
}

/** A click or arrow below a last line that is no plain text (a decision, say) makes a line to write on. */
function lineBelow(): Plugin {
  const open = (view: EditorView): boolean => {
    const { state } = view;
    const { lastChild } = state.doc;
    const { paragraph } = state.schema.nodes;
    if (
      !view.editable ||
      !lastChild ||
      !paragraph ||
      ['paragraph', 'bulletList', 'orderedList'].includes(lastChild.type.name)
    )
      return false;
    const tr = state.tr.insert(state.doc.content.size, paragraph.create());
    view.dispatch(tr.setSelection(TextSelection.atEnd(tr.doc)).scrollIntoView());
    return true;
  };
  return new Plugin({
    props: {
      handleClick: (view, _pos, event) => {
        const last = view.dom.lastElementChild;
        if (!last || event.target !== view.dom || event.clientY <= last.getBoundingClientRect().bottom)
          return false;
        return open(view);
      },
      handleKeyDown: (view, event) => {
        const { $head, empty } = view.state.selection;
        const atEnd = empty && view.state.doc.content.size - $head.pos <= $head.depth;
        return event.key === 'ArrowDown' && atEnd && open(view);
      },
    },
  });
}

// Decisions and action items as lines of the text: made by shortcut, toolbar or typing at the start of a line, turned
// into each other and back without losing a word, left by Enter as a bullet.

import { Extension, InputRule } from '@tiptap/core';
import { Fragment, type Node, type ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { NewId } from '../../shared/domain/ids.ts';
import { buildLine, type LineKind, lineAt } from './line-nodes.ts';
import { takeOut } from './take-out.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    lines: {
      /** Turns the line of the caret into `kind`, or back into text when it is one. */
      convertLine: (kind: LineKind, status?: 'open' | 'done') => ReturnType;
      /** A new line of `kind` after a finished one; otherwise (selection, empty line, caret inside) `convertLine`. */
      makeLine: (kind: LineKind) => ReturnType;
      /** Goes on below a decision or action item with a bullet. */
      leaveLine: () => ReturnType;
      /** At the start of a decision or action item: makes it plain text. */
      unmakeLine: () => ReturnType;
    };
  }
}

export const Lines = Extension.create<{ readonly newId: NewId }>({
  name: 'lines',
  priority: 200,
  addOptions: () => ({
    newId: () => {
      throw new Error('Lines needs newId');
    },
  }),

  addCommands() {
    const { newId } = this.options;
    return {
      convertLine:
        (kind, status = 'open') =>
        ({ state, tr, dispatch }) => {
          if (!state.selection.$from.parent.isTextblock) return false;
          if (dispatch) convert(tr, kind, { id: newId(), status });
          return true;
        },
      makeLine:
        (kind) =>
        ({ state, tr, dispatch, commands }) => {
          const { $from, empty } = state.selection;
          if (!$from.parent.isTextblock) return false;
          const finished =
            empty && $from.parent.content.size > 0 && $from.parentOffset === $from.parent.content.size;
          if (!finished || lineAt($from)?.kind === kind) return commands.convertLine(kind);
          if (dispatch) {
            openLineAfter(tr, $from);
            convert(tr, kind, { id: newId(), status: 'open' });
          }
          return true;
        },
      leaveLine:
        () =>
        ({ state, tr, dispatch }) =>
          leave(state, tr, dispatch !== undefined),
      unmakeLine:
        () =>
        ({ state, commands }) => {
          const { $from, empty } = state.selection;
          const line = lineAt($from);
          return empty && line?.start === $from.pos && commands.convertLine(line.kind);
        },
    };
  },

  addKeyboardShortcuts() {
    return {
      'Mod-Shift-a': () => this.editor.commands.makeLine('actionItem'),
      'Mod-Shift-d': () => this.editor.commands.makeLine('decision'),
      Enter: () => this.editor.commands.leaveLine(),
      Backspace: () => this.editor.commands.unmakeLine(),
    };
  },

  addInputRules() {
    const rule = (find: RegExp, kind: LineKind) =>
      new InputRule({
        find,
        handler: ({ state, range, match, chain }) => {
          if (state.doc.resolve(range.from).parent.type.name !== 'paragraph') return null;
          const status = match[1] === 'x' ? 'done' : 'open';
          chain().deleteRange(range).convertLine(kind, status).run();
          return undefined;
        },
      });
    return [rule(/^(?:\[([ x])?\]|[aA]:)\s$/, 'actionItem'), rule(/^[dD]:\s$/, 'decision')];
  },
});

function convert(tr: Transaction, kind: LineKind, fresh: { id: string; status: string }): void {
  const { $from, $to } = tr.selection;
  const line = lineAt($from);
  const target = line?.kind === kind ? 'paragraph' : kind;
  const old = line ? line.node : $from.parent;
  const { nodes, offset } = buildLine(tr.doc.type.schema, old, target, fresh);
  const textStart = line?.start ?? $from.start();
  const ends = [$from.pos - textStart, $to.pos - textStart];
  const out = line ? null : takeOut($from);
  let pos = line ? line.pos : $from.before();
  if (out) {
    tr.replaceWith(out.from, out.to, [...out.before, ...nodes, ...out.after]);
    pos = out.from + out.before.reduce((size, node) => size + node.nodeSize, 0);
  } else {
    tr.replaceWith(pos, pos + old.nodeSize, nodes);
  }
  const start = pos + offset;
  const length = firstText(nodes)?.content.size ?? 0;
  const [anchor = 0, head = 0] = ends.map((end) => start + Math.min(Math.max(0, end), length));
  tr.setSelection(TextSelection.create(tr.doc, anchor, head)).scrollIntoView();
}

function firstText(nodes: readonly Node[]): Node | null {
  const [first] = nodes;
  return first?.isTextblock ? first : (first?.firstChild ?? null);
}

/** An empty line after the one of `$from` (after what hangs below it, in a list), with the caret in it. */
function openLineAfter(tr: Transaction, $from: ResolvedPos): void {
  const { paragraph, listItem } = tr.doc.type.schema.nodes;
  if (!paragraph || !listItem) return;
  const line = lineAt($from);
  let depth = line ? line.depth : $from.depth;
  const inList = $from.node(depth - 1).type === listItem;
  if (inList) depth -= 1;
  const pos = $from.after(depth);
  tr.insert(pos, inList ? listItem.create(null, paragraph.create()) : paragraph.create());
  tr.setSelection(TextSelection.create(tr.doc, pos + (inList ? 2 : 1)));
}

/** Enter in a decision or an action item: what is after the caret becomes a bullet below it. */
function leave(state: EditorState, tr: Transaction, write: boolean): boolean {
  const { $from, $to } = state.selection;
  const line = lineAt($from);
  const { paragraph, listItem, bulletList } = state.schema.nodes;
  if (!line || !paragraph || !listItem || !bulletList || $to.pos > line.pos + line.node.nodeSize)
    return false;
  if (!write) return true;
  if (line.node.textContent === '') {
    const { nodes } = buildLine(state.schema, line.node, 'paragraph', { id: '', status: 'open' });
    tr.replaceWith(line.pos, line.pos + line.node.nodeSize, nodes);
    tr.setSelection(TextSelection.create(tr.doc, line.pos + 1)).scrollIntoView();
    return true;
  }
  const rest = $to.parent.content.cut($to.parentOffset);
  tr.delete($from.pos, $to.end());
  const after = tr.mapping.map(line.pos + line.node.nodeSize, -1);
  const item = listItem.create(null, paragraph.create(null, rest));
  const joins = tr.doc.resolve(after).nodeAfter?.type === bulletList;
  tr.insert(joins ? after + 1 : after, joins ? item : bulletList.create(null, Fragment.from(item)));
  tr.setSelection(TextSelection.create(tr.doc, after + 3)).scrollIntoView();
  return true;
}

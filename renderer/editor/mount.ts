// Binds an editor to a text of the Y.Doc: the one place where both meet. Keeps the rule that what the binding does not know
// is never destroyed: it is let near only after `findObstacle`, and taken away before it could see a change that brings
// unknown content. Knows nothing of React.

import { type AnyExtension, Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { Selection } from '@tiptap/pm/state';
import { initProseMirrorDoc, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { Dispose } from '../../shared/base/disposer.ts';
import { findObstacle, type Obstacle } from './binding-check.ts';
import { readyNewLines } from './new-lines.ts';
import { repairStructure } from './repair.ts';
import { leaveUndo, undoManagerOf } from './undo.ts';

export interface MountOptions {
  readonly text: Y.XmlFragment;
  readonly element: HTMLElement;
  readonly extensions: readonly AnyExtension[];
  readonly attributes: Readonly<Record<string, string>>;
  /** The text now holds what the editor cannot keep: the editor is gone, show the text another way. */
  readonly onObstacle: (obstacle: Obstacle | 'removed') => void;
}

export type Mounted =
  | { readonly ok: true; readonly editor: Editor; readonly dispose: Dispose }
  | { readonly ok: false; readonly obstacle: Obstacle };

export function mountEditor(options: MountOptions): Mounted {
  const { text, element } = options;
  const { doc } = text;
  if (!doc) throw new Error('A text is edited only as part of its document');
  const mapping: Shown['mapping'] = new Map();
  const editor = new Editor({
    element: null,
    injectCSS: false,
    extensions: [
      ...options.extensions,
      Collaboration.configure({
        fragment: text,
        ySyncOptions: { mapping },
        yUndoOptions: { undoManager: undoManagerOf(text) },
      }),
    ],
    editorProps: { attributes: { ...options.attributes } },
  });
  const obstacle = clear(text, editor.schema);
  if (obstacle) {
    editor.destroy();
    return { ok: false, obstacle };
  }

  const dispose = () => {
    doc.off('beforeObserverCalls', guard);
    leaveUndo(text);
    editor.destroy();
  };
  // This event comes after a change is in the document and before any observer, the binding's among them, has seen it.
  const guard = (transaction: Y.Transaction) => {
    if (transaction.origin === ySyncPluginKey) {
      readyNewLines(text, transaction, editor.schema);
      return;
    }
    const removed = text._item?.deleted === true;
    if (!removed && !touches(transaction, text)) return;
    const found = removed ? 'removed' : clear(text, editor.schema);
    if (!found) return;
    dispose();
    options.onObstacle(found);
  };
  doc.on('beforeObserverCalls', guard);
  showText(editor, text, mapping);
  editor.mount(element);
  return { ok: true, editor, dispose };
}

type Shown = ReturnType<typeof initProseMirrorDoc>;

/** Reads the text into the editor before there is a view, so that mounting has nothing to render again and to select. */
function showText(editor: Editor, text: Y.XmlFragment, mapping: Shown['mapping']): void {
  const shown = initProseMirrorDoc(text, editor.schema);
  for (const [type, node] of shown.mapping) mapping.set(type, node);
  if (shown.doc.childCount === 0) return;
  const { tr } = editor.state;
  tr.replaceWith(0, tr.doc.content.size, shown.doc.content).setMeta('addToHistory', false);
  editor.view.dispatch(
    tr.setSelection(Selection.atStart(tr.doc)).setMeta(ySyncPluginKey, { isChangeOrigin: true }),
  );
}

function clear(text: Y.XmlFragment, schema: Editor['schema']): Obstacle | null {
  const obstacle = findObstacle(text, schema);
  if (obstacle !== 'broken') return obstacle;
  repairStructure(text, schema);
  return findObstacle(text, schema);
}

/** Whether a transaction changed the text or anything in it. (`changedParentTypes` is filled only by the observers.) */
function touches(transaction: Y.Transaction, text: Y.XmlFragment): boolean {
  for (const changed of transaction.changed.keys()) {
    let type: unknown = changed;
    while (type instanceof Y.AbstractType) {
      if (type === text) return true;
      type = type._item?.parent;
    }
  }
  return false;
}

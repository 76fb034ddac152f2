import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

// Undo lives as long as its text, not as its editor: to look at another item and come back forgets nothing.
const managers = new WeakMap<Y.XmlFragment, Y.UndoManager>();

/** Undo of what was typed into this text on this computer, and of nothing else. */
export function undoManagerOf(text: Y.XmlFragment): Y.UndoManager {
  const known = managers.get(text);
  if (known) {
    // `leaveUndo` took it off; the rest is revived by the binding (@tiptap/extension-collaboration).
    known.trackedOrigins.add(known);
    return known;
  }
  const made = new Y.UndoManager(text, {
    trackedOrigins: new Set([ySyncPluginKey]),
    deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
    captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
  });
  managers.set(text, made);
  return made;
}

/**
 * Before the editor goes: takes away the listeners and carets that its binding would leave behind, each holding a whole
 * editor. What can be undone stays.
 */
export function leaveUndo(text: Y.XmlFragment): void {
  const manager = managers.get(text);
  if (!manager) return;
  for (const step of [...manager.undoStack, ...manager.redoStack]) step.meta.clear();
  manager.destroy();
}

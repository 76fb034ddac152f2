import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

// Undo lives as long as its text, not as its editor: to look at another item and come back forgets nothing.
const managers = new WeakMap<Y.XmlFragment, Y.UndoManager>();

/** Undo of what was typed into this text on this computer, and of nothing else. */
export function undoManagerOf(text: Y.XmlFragment): Y.UndoManager {
  const known = managers.get(text);
  if (known) return known;
  const made = new Y.UndoManager(text, {
    trackedOrigins: new Set([ySyncPluginKey]),
    deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
    captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
  });
  managers.set(text, made);
  return made;
}

// Undo for a meeting, texts excepted (the editor has its own). Yjs undoes an addition by deleting what was added, with
// everything that anybody wrote into it since; here an addition is taken back by a removal mark instead, so texts keep
// their identity, what others wrote keeps the entity, and redo brings all of it back.

import * as Y from 'yjs';
import { LOCAL } from './origins.ts';
import { markTakenBack, renewMark } from './removal.ts';
import { ENTITY_ROOTS, type Entity, metaOf, REMOVED, rootOf } from './schema.ts';

/** Tracks commands only, each a step of its own. The run log is not undone: a press is taken back by an `undo` event. */
export function createUndoManager(doc: Y.Doc): Y.UndoManager {
  const roots = ENTITY_ROOTS.map((root) => rootOf(doc, root));
  let steps: Y.UndoManager['undoStack'] = [];
  const undo = new Y.UndoManager([metaOf(doc), ...roots], {
    trackedOrigins: new Set([LOCAL]),
    captureTimeout: 0,
    deleteFilter: (item) => {
      const part = entityPart(item, roots);
      if (!part) return true;
      const isMark = item.parent === part.entity && item.parentSub === REMOVED;
      // What is left on the stack tells which step is being undone.
      const step = steps[(undo.undoing ? undo.undoStack : undo.redoStack).length];
      if (step && Y.isDeleted(step.insertions, part.item.id)) {
        if (isMark) markTakenBack(part.entity);
        return isMark;
      }
      if (isMark) renewMark(part.entity);
      return true;
    },
  });
  const onStart = (transaction: Y.Transaction): void => {
    if (transaction.origin === undo) steps = [...(undo.undoing ? undo.undoStack : undo.redoStack)];
  };
  doc.on('beforeTransaction', onStart);
  const destroy = undo.destroy.bind(undo);
  undo.destroy = () => {
    doc.off('beforeTransaction', onStart);
    destroy();
  };
  return undo;
}

/** The entity an item of the document is part of. */
function entityPart(item: Y.Item, roots: readonly Y.Map<unknown>[]): { entity: Entity; item: Y.Item } | null {
  for (
    let part: Y.Item | null = item;
    part;
    part = part.parent instanceof Y.AbstractType ? part.parent._item : null
  ) {
    const isEntity = roots.some((root) => part?.parent === root);
    if (isEntity && part.content instanceof Y.ContentType && part.content.type instanceof Y.Map) {
      return { entity: part.content.type, item: part };
    }
  }
  return null;
}

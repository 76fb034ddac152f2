// Undo and redo of what this person did to the meeting. Only commands (origin LOCAL) count: nobody's edits but mine, and
// not the typing in texts, which the editor takes back itself. The run is not undone here: its log only grows, and a
// press is taken back by another one.

import * as Y from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { LOCAL } from '../../shared/doc/origins.ts';
import { ENTITY_ROOTS, metaOf, rootOf } from '../../shared/doc/schema.ts';

export interface UndoState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface Undo {
  /** False when there is nothing to take back. */
  undo(): boolean;
  redo(): boolean;
  readonly state: StoreApi<UndoState>;
  dispose(): void;
}

export function createUndo(doc: Y.Doc): Undo {
  const roots = [metaOf(doc), ...ENTITY_ROOTS.map((root) => rootOf(doc, root))];
  // One command, one step: two quick clicks are two things to take back.
  const manager = new Y.UndoManager(roots, { trackedOrigins: new Set([LOCAL]), captureTimeout: 0 });
  const state = createStore<UndoState>(() => ({ canUndo: false, canRedo: false }));
  const tell = () => state.setState({ canUndo: manager.canUndo(), canRedo: manager.canRedo() });
  manager.on('stack-item-added', tell);
  manager.on('stack-item-popped', tell);
  manager.on('stack-cleared', tell);
  return {
    undo: () => manager.undo() !== null,
    redo: () => manager.redo() !== null,
    state,
    dispose: () => manager.destroy(),
  };
}

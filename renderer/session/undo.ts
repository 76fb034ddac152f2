// Undo and redo of what this person did to the meeting, for buttons and keys. What counts and what does not is the
// document's affair (shared/doc/undo.ts).

import type * as Y from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { createUndoManager } from '../../shared/doc/undo.ts';

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

export function openUndo(doc: Y.Doc): Undo {
  const manager = createUndoManager(doc);
  // One command, one step: two quick clicks are two things to take back.
  manager.captureTimeout = 0;
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

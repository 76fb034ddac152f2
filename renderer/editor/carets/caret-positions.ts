// Between places in the editor and positions in the Yjs text, both ways. Positions from outside may be anything: whatever
// does not lead to a place in this very text is nowhere.

import type { EditorState } from '@tiptap/pm/state';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { CaretEnds } from './caret-source.ts';

/** Encoded positions are a dozen bytes; what is much longer is no position. */
const MOST_BYTES = 64;

interface Bound {
  readonly type: Y.XmlFragment;
  readonly doc: Y.Doc;
  readonly binding: { readonly mapping: Parameters<typeof absolutePositionToRelativePosition>[2] };
}

function boundOf(state: EditorState): Bound {
  return ySyncPluginKey.getState(state) as Bound;
}

/** Whether the last change of the editor came from outside; undo is one's own, though it comes through the document. */
export function isForeign(state: EditorState): boolean {
  const sync = ySyncPluginKey.getState(state);
  return sync.isChangeOrigin === true && sync.isUndoRedoOperation !== true;
}

export function readEnds(state: EditorState): CaretEnds {
  const { anchor, head, empty } = state.selection;
  const bytes = encode(state, head);
  return { head: bytes, anchor: empty ? bytes : encode(state, anchor) };
}

/**
 * The position is tied to what stands at its right, or to the end of the line: whoever types pushes it along, so that
 * typing alone is no news to anybody.
 */
function encode(state: EditorState, pos: number): Uint8Array {
  const { type, doc, binding } = boundOf(state);
  const tiedLeft = absolutePositionToRelativePosition(pos, type, binding.mapping);
  return Y.encodeRelativePosition(retie(tiedLeft, doc, 0) ?? tiedLeft);
}

/** The place of an encoded position in the editor, or `null`. */
export function findPlace(state: EditorState, encoded: Uint8Array): number | null {
  const { type, doc, binding } = boundOf(state);
  const position = decode(encoded);
  // A name of a root that is not there would be made by looking it up.
  if (!position || (position.tname !== null && !doc.share.has(position.tname))) return null;
  try {
    // The binding takes positions tied to the right at the very start of a text for errors.
    const tiedLeft = retie(position, doc, -1);
    const pos = tiedLeft && relativePositionToAbsolutePosition(doc, type, tiedLeft, binding.mapping);
    return pos !== null && pos >= 0 && pos <= state.doc.content.size ? pos : null;
  } catch {
    // Well-formed, yet of no document: numbers that no store of Yjs takes.
    return null;
  }
}

function retie(position: Y.RelativePosition, doc: Y.Doc, assoc: number): Y.RelativePosition | null {
  const found = Y.createAbsolutePositionFromRelativePosition(position, doc);
  return found && Y.createRelativePositionFromTypeIndex(found.type, found.index, assoc);
}

const decoded = new WeakMap<Uint8Array, { readonly position: Y.RelativePosition | null }>();

function decode(encoded: Uint8Array): Y.RelativePosition | null {
  const known = decoded.get(encoded);
  if (known) return known.position;
  let position: Y.RelativePosition | null = null;
  try {
    if (encoded.length <= MOST_BYTES) position = Y.decodeRelativePosition(encoded);
  } catch {
    position = null;
  }
  decoded.set(encoded, { position });
  return position;
}

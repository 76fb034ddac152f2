// Two peers can each make an allowed change that together leave a node the schema refuses: both delete "the other" item of
// a list, and the list is empty. The binding would delete such a node with all that is in it. This mends what can be mended
// without losing a character, before the binding looks; the rest is left alone, to be shown read-only.

import type { Schema } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { emptyLine } from '../../shared/doc/entity.ts';

/** Origin of repairs: nobody's edit, so nobody's undo. */
export const REPAIR = Symbol('repair');

/** Removes containers that are left without content, and gives list items and action items their missing first line. */
export function repairStructure(text: Y.XmlFragment, schema: Schema): void {
  text.doc?.transact(() => repairChildren(text, schema), REPAIR);
}

function repairChildren(parent: Y.XmlFragment, schema: Schema): void {
  for (let index = parent.length - 1; index >= 0; index--) {
    const child: unknown = parent.get(index);
    if (!(child instanceof Y.XmlElement)) continue;
    repairChildren(child, schema);
    const match = schema.nodes[child.nodeName]?.contentMatch;
    if (!match || match.validEnd) continue;
    const first: unknown = child.length > 0 ? child.get(0) : null;
    const isHeld = first instanceof Y.XmlElement && schema.nodes[first.nodeName];
    if (isHeld && match.matchType(isHeld)) continue;
    if (match.defaultType?.name === 'paragraph' && child.nodeName !== 'blockquote') {
      child.insert(0, [emptyLine('paragraph')]);
    } else if (child.length === 0) {
      parent.delete(index, 1);
    }
  }
}

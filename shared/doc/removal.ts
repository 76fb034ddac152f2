// Removing an entity marks it; nothing is taken out of the document. The mark lists what the remover had seen of the
// entity, so that a removal only takes away what the remover knew of: whatever a peer wrote in the meantime (a word of
// the minutes, a new title, a move) keeps the entity. Undo clears the mark, and texts keep their identity throughout.

import * as Y from 'yjs';
import { type Entity, REMOVED } from './schema.ts';

/** For each Yjs client the clock up to which its changes to the entity were known. */
interface RemovalMark {
  readonly seen: Readonly<Record<string, number>>;
}

/** With `client`, the mark covers only what that client wrote: what anybody else put in keeps the entity. */
export function markRemoved(entity: Entity, client?: number): void {
  const seen: Record<string, number> = {};
  eachPart(entity, ({ id, length }) => {
    if (client === undefined || id.client === client) {
      seen[id.client] = Math.max(seen[id.client] ?? 0, id.clock + length);
    }
    return true;
  });
  entity.set(REMOVED, { seen } satisfies RemovalMark);
}

export function isRemoved(entity: Entity): boolean {
  const seen = seenBy(entity.get(REMOVED));
  if (!seen) return false;
  return eachPart(entity, ({ id, length }) => id.clock + length <= Number(seen[id.client] ?? 0));
}

function seenBy(mark: unknown): Record<string, unknown> | null {
  if (typeof mark !== 'object' || mark === null || !('seen' in mark)) return null;
  return typeof mark.seen === 'object' ? (mark.seen as Record<string, unknown> | null) : null;
}

/** Visits what stands in the entity now, the mark itself excepted, until `visit` says no; whether it never did. */
function eachPart(entity: Entity, visit: (part: Y.Item) => boolean): boolean {
  const own = entity._item;
  const stack: Y.Item[] = own ? [own] : [];
  for (let part = stack.pop(); part; part = stack.pop()) {
    if (!visit(part)) return false;
    if (!(part.content instanceof Y.ContentType)) continue;
    const type: Y.AbstractType<unknown> = part.content.type;
    for (const [key, field] of type._map) {
      if (!field.deleted && (type !== entity || key !== REMOVED)) stack.push(field);
    }
    for (let child = type._start; child; child = child.right) if (!child.deleted) stack.push(child);
  }
  return true;
}

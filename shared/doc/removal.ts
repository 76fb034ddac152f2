// Removing an entity marks it; nothing is taken out of the document. The mark lists what the remover had seen of the
// entity, so that a removal only takes away what the remover knew of: whatever a peer wrote in the meantime (a word of
// the minutes, a new title, a move) keeps the entity. Undo clears the mark, and texts keep their identity throughout.

import * as Y from 'yjs';
import { type Entity, REMOVED } from './schema.ts';

/** For each Yjs client the clock up to which its changes to the entity were known. */
interface RemovalMark {
  readonly seen: Readonly<Record<string, number>>;
}

export function markRemoved(entity: Entity): void {
  entity.set(REMOVED, { seen: clocksIn(entity) } satisfies RemovalMark);
}

/** The mark of an addition that is taken back: whatever anybody else put into the entity keeps it. */
export function markTakenBack(entity: Entity): void {
  entity.set(REMOVED, { seen: ownClock(entity) } satisfies RemovalMark);
}

/** Undo and redo write anew what they bring back; a mark that comes back with it has to cover that. */
export function renewMark(entity: Entity): void {
  const seen = seenBy(entity.get(REMOVED));
  if (seen) entity.set(REMOVED, { seen: { ...seen, ...ownClock(entity) } });
}

export function isRemoved(entity: Entity): boolean {
  const seen = seenBy(entity.get(REMOVED));
  if (!seen) return false;
  return eachPart(entity, ({ id, length }) => id.clock + length <= Number(seen[id.client] ?? 0));
}

function seenBy(mark: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof mark !== 'object' || mark === null || !('seen' in mark)) return null;
  return typeof mark.seen === 'object' ? (mark.seen as Readonly<Record<string, unknown>> | null) : null;
}

function clocksIn(entity: Entity): Record<string, number> {
  const clocks: Record<string, number> = {};
  eachPart(entity, ({ id, length }) => {
    clocks[id.client] = Math.max(clocks[id.client] ?? 0, id.clock + length);
    return true;
  });
  return clocks;
}

function ownClock(entity: Entity): Record<string, number> {
  const own = String(entity.doc?.clientID);
  return { [own]: clocksIn(entity)[own] ?? 0 };
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

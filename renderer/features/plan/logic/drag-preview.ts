// The day as it would be if what is dragged were dropped here: the start it would get, and whose start would change.

import type { ItemId, ProposalId } from '../../../../shared/domain/ids.ts';
import type { AgendaItem, Day, Proposal } from '../../../../shared/domain/meeting.ts';
import { planDay } from '../../../../shared/domain/plan-times.ts';
import { type Place, withInsert, withMove } from './move-target.ts';
import { pinsAfterMove } from './pins-after-move.ts';

/** What is being dragged in this window. The browser hides the data of a drag until its drop; this is known before. */
export type Dragged =
  | { readonly kind: 'item'; readonly item: ItemId }
  | { readonly kind: 'proposal'; readonly proposal: ProposalId };

export interface DragPreview {
  /** The row that is dragged; `null` for a proposal. */
  readonly item: ItemId | null;
  readonly title: string;
  readonly duration: string;
  readonly place: Place;
  /** The start it would get there. */
  readonly start: number | null;
  /** New starts of the items that would move in time. */
  readonly changed: ReadonlyMap<ItemId, number>;
}

export function previewMove(day: Day, item: AgendaItem, place: Place): DragPreview {
  const times = compare(day, withMove([day], item.id, place)[0] ?? day, item.id);
  return { item: item.id, title: item.title, duration: item.duration, place, ...times };
}

export function previewProposal(day: Day, proposal: Proposal, place: Place): DragPreview {
  // Until it is scheduled no item has an id for it; its own will not meet one.
  const id = proposal.id as string as ItemId;
  const { title, estimate } = proposal;
  const times = compare(day, withInsert([day], place, id, estimate)[0] ?? day, id);
  return { item: null, title, duration: estimate, place, ...times };
}

function compare(before: Day, after: Day, moved: ItemId): Pick<DragPreview, 'start' | 'changed'> {
  const pins = new Map(pinsAfterMove([before], [after], moved).map((pin) => [pin.item, pin.start]));
  const repinned = withItems(after, (item) =>
    pins.has(item.id) ? { ...item, start: pins.get(item.id) ?? null } : item,
  );
  const [was, will] = [planDay(before).slots, planDay(repinned).slots];
  const changed = new Map<ItemId, number>();
  for (const [id, { start }] of will) {
    if (id !== moved && start !== null && was.get(id)?.start !== start) changed.set(id, start);
  }
  return { start: will.get(moved)?.start ?? null, changed };
}

function withItems(day: Day, edit: (item: AgendaItem) => AgendaItem): Day {
  return { ...day, blocks: day.blocks.map((block) => ({ ...block, items: block.items.map(edit) })) };
}

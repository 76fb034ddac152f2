// The day as it would be if what is dragged were dropped here: the start it would get, and whose start would change.

import type { ItemId, ProposalId } from '../../../../shared/domain/ids.ts';
import type { AgendaItem, Day, Proposal } from '../../../../shared/domain/meeting.ts';
import { planDay } from '../../../../shared/domain/plan-times.ts';
import { type Place, withMove } from './move-target.ts';
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
  const [after] = withMove([day], item.id, place);
  const pins = new Map(
    pinsAfterMove([day], after ? [after] : [], item.id).map((pin) => [pin.item, pin.start]),
  );
  const repinned =
    after &&
    withItems(after, (each) => (pins.has(each.id) ? { ...each, start: pins.get(each.id) ?? null } : each));
  return {
    item: item.id,
    title: item.title,
    duration: item.duration,
    place,
    ...compare(day, repinned ?? day, item.id),
  };
}

export function previewProposal(day: Day, proposal: Proposal, place: Place): DragPreview {
  // Only its length matters to the others; the id is no item's.
  const id = proposal.id as string as ItemId;
  const added: AgendaItem = {
    id,
    kind: 'topic',
    title: proposal.title,
    presenters: proposal.requestedBy,
    presenterNote: '',
    start: null,
    duration: proposal.estimate,
    cancelled: null,
    tickets: [],
    slots: [],
  };
  const after = {
    ...day,
    blocks: day.blocks.map((block) =>
      block.id === place.block ? { ...block, items: block.items.toSpliced(place.index, 0, added) } : block,
    ),
  };
  return {
    item: null,
    title: proposal.title,
    duration: proposal.estimate,
    place,
    ...compare(day, after, id),
  };
}

function compare(before: Day, after: Day, moved: ItemId): Pick<DragPreview, 'start' | 'changed'> {
  const [was, will] = [planDay(before).slots, planDay(after).slots];
  const changed = new Map<ItemId, number>();
  for (const [id, { start }] of will) {
    if (id !== moved && start !== null && was.get(id)?.start !== start) changed.set(id, start);
  }
  return { start: will.get(moved)?.start ?? null, changed };
}

function withItems(day: Day, edit: (item: AgendaItem) => AgendaItem): Day {
  return { ...day, blocks: day.blocks.map((block) => ({ ...block, items: block.items.map(edit) })) };
}

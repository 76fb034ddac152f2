// Where an item goes when it is moved by one step, by one day, or to a place chosen from a list. Reads the days only.

import type { BlockId, DayId, ItemId } from '../../../../shared/domain/ids.ts';
import type { AgendaItem, Day } from '../../../../shared/domain/meeting.ts';

/** Before the item that is at `index` once the moved one is taken out; the end is the length of the list. */
export interface Place {
  readonly block: BlockId;
  readonly index: number;
}

export type Step = 'up' | 'down' | 'day-before' | 'day-after';

interface Position extends Place {
  readonly day: number;
  readonly blockAt: number;
  readonly length: number;
}

export function findItem(days: readonly Day[], item: ItemId): Position | null {
  for (const [day, { blocks }] of days.entries()) {
    for (const [blockAt, block] of blocks.entries()) {
      const index = block.items.findIndex(({ id }) => id === item);
      if (index >= 0) return { day, blockAt, block: block.id, index, length: block.items.length };
    }
  }
  return null;
}

/** `null` at the edge of the day (up, down) or of the meeting (by day). */
export function stepTarget(days: readonly Day[], item: ItemId, step: Step): Place | null {
  const at = findItem(days, item);
  if (!at) return null;
  const blocks = days[at.day]?.blocks ?? [];
  switch (step) {
    case 'up':
      if (at.index > 0) return { block: at.block, index: at.index - 1 };
      return endOf(blocks[at.blockAt - 1]);
    case 'down':
      if (at.index < at.length - 1) return { block: at.block, index: at.index + 1 };
      return startOf(blocks[at.blockAt + 1]);
    case 'day-before':
      return endOf(days[at.day - 1]?.blocks.at(-1));
    case 'day-after':
      return startOf(days[at.day + 1]?.blocks[0]);
  }
}

function startOf(block: Day['blocks'][number] | undefined): Place | null {
  return block ? { block: block.id, index: 0 } : null;
}

function endOf(block: Day['blocks'][number] | undefined): Place | null {
  return block ? { block: block.id, index: block.items.length } : null;
}

export interface PlaceChoice {
  readonly place: Place;
  readonly day: DayId;
  /** The item it would stand behind; `null` is the beginning of the block. */
  readonly after: ItemId | null;
}

/** Every place of one day an item can go to, in order; those that would not move it are left out. */
export function placesIn(day: Day, moving: ItemId | null): readonly PlaceChoice[] {
  return day.blocks.flatMap((block) => {
    const present = block.items.findIndex(({ id }) => id === moving);
    const others = block.items.filter(({ id }) => id !== moving);
    return [null, ...others].flatMap((after, index) =>
      present === index ? [] : [{ place: { block: block.id, index }, day: day.id, after: after?.id ?? null }],
    );
  });
}

/** The days as they would be after a move. */
export function withMove(days: readonly Day[], item: ItemId, to: Place): readonly Day[] {
  const moved = days
    .flatMap((day) => day.blocks.flatMap((block) => block.items))
    .find(({ id }) => id === item);
  if (!moved) return days;
  return days.map((day) => ({
    ...day,
    blocks: day.blocks.map((block) => {
      const items = block.items.filter(({ id }) => id !== item);
      return { ...block, items: block.id === to.block ? items.toSpliced(to.index, 0, moved) : items };
    }),
  }));
}

/** The days as they would be with a new item, of which only the place and the length matter yet. */
export function withInsert(days: readonly Day[], place: Place, id: ItemId, duration: string): readonly Day[] {
  const added: AgendaItem = {
    id,
    kind: 'topic',
    title: '',
    presenters: [],
    presenterNote: '',
    start: null,
    duration,
    cancelled: null,
    tickets: [],
    slots: [],
  };
  return days.map((day) => ({
    ...day,
    blocks: day.blocks.map((block) =>
      block.id === place.block ? { ...block, items: block.items.toSpliced(place.index, 0, added) } : block,
    ),
  }));
}

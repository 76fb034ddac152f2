// Makes a Meeting of the rows: resolves references, sorts, and finds a place for everything that is not removed, also
// where peers removed and filled the same day or block at once. A pure function, so all peers show the same.

import type { BlockId, DayId, ItemId, PersonId } from '../domain/ids.ts';
import type { AgendaItem, Block, Day, Meeting } from '../domain/meeting.ts';
import type { CalendarDate } from '../domain/time.ts';
import { arrangeItems, inOrder, type PlacedItem, push, UNPLACED } from './arrange-items.ts';
import { compare } from './entity.ts';
import type { BlockRow, DayRow, ItemRow, RowOf, Rows } from './rows.ts';

export function arrange(rows: Rows): Meeting {
  const people = shown(rows.people);
  const present = new Set(people.map(({ id }) => id));
  const days = arrangeDays(rows, present);
  const items = new Set<string>();
  for (const { blocks } of days) {
    for (const item of blocks.flatMap((block) => block.items)) {
      items.add(item.id);
      for (const slot of item.slots) items.add(slot.id);
    }
  }
  const itemOrNull = <T extends string>(id: T | null) => (id !== null && items.has(id) ? id : null);
  return {
    meta: rows.meta,
    logistics: shown(rows.logistics).map(bare),
    people: people.map((row) => ({ ...bare(row), guestOf: row.guestOf.filter((id) => items.has(id)) })),
    days,
    proposals: shown(rows.proposals).map((row) => {
      const item = itemOrNull(row.item);
      const reopened = item === null && (row.state === 'scheduled' || row.state === 'merged');
      const requestedBy = row.requestedBy.filter((id) => present.has(id));
      return { ...bare(row), requestedBy, item, state: reopened ? 'open' : row.state };
    }),
    run: rows.run,
    attachments: shown(rows.attachments).map((row) => ({ ...bare(row), item: itemOrNull(row.item) })),
    next: shown(rows.next).map(bare),
  };
}

function arrangeDays(rows: Rows, present: ReadonlySet<string>): Day[] {
  const items = arrangeItems(rows.items);
  const blocksOfDay = new Map<string, Block[]>();
  const lost: Block[] = [];
  for (const row of [...rows.blocks.values()].sort(inOrder)) {
    const content = items.get(row.id) ?? [];
    if (row.removed && content.length === 0) continue;
    const block = asBlock(row, content, present);
    if (rows.days.has(row.day)) push(blocksOfDay, row.day, block);
    else lost.push(block);
  }
  for (const id of [...items.keys()].toSorted()) {
    const block = { id: id as BlockId, title: '', moderators: [] };
    if (!rows.blocks.has(id)) lost.push({ ...block, items: asItems(items.get(id) ?? [], present) });
  }
  const days = [...rows.days.values()]
    .filter((row) => !row.removed || blocksOfDay.has(row.id))
    .map((row) => asDay(row, blocksOfDay.get(row.id) ?? [], rows))
    .sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id));
  if (lost.length === 0) return days;
  const last = days.pop() ?? { id: UNPLACED as DayId, date: unknownDate(rows), title: '', blocks: [] };
  return [...days, { ...last, blocks: [...last.blocks, ...lost] }];
}

function asDay(row: DayRow, blocks: readonly Block[], rows: Rows): Day {
  return { id: row.id as DayId, date: row.date ?? unknownDate(rows), title: row.title, blocks };
}

function asBlock(row: BlockRow, items: readonly PlacedItem[], present: ReadonlySet<string>): Block {
  const { id, title, moderators } = row;
  return {
    id: id as BlockId,
    title,
    moderators: existing(moderators, present),
    items: asItems(items, present),
  };
}

function asItems(items: readonly PlacedItem[], present: ReadonlySet<string>): AgendaItem[] {
  return items.map(({ row, slots }) => ({
    ...asItem(row, present),
    slots: slots.map((slot) => ({ ...asItem(slot, present), slots: [] })),
  }));
}

function asItem(row: ItemRow, present: ReadonlySet<string>): Omit<AgendaItem, 'slots'> {
  const { removed, order, block, parent, ...item } = row;
  return { ...item, id: row.id as ItemId, presenters: existing(row.presenters, present) };
}

/** A day whose date no version can read: the day the meeting was made on, in UTC, is at least a date. */
function unknownDate(rows: Rows): CalendarDate {
  const limit = 8.64e15;
  return new Date(Math.min(rows.meta.createdAt, limit)).toISOString().slice(0, 10) as CalendarDate;
}

function existing(people: readonly PersonId[], present: ReadonlySet<string>): PersonId[] {
  return people.filter((id) => present.has(id));
}

function shown<R extends RowOf[keyof RowOf]>(rows: ReadonlyMap<string, R>): R[] {
  return [...rows.values()].filter((row) => !row.removed).sort(inOrder);
}

/** The row without what only the arranging needs. */
function bare<R extends RowOf[keyof RowOf]>(row: R): Omit<R, 'removed' | 'order' | 'id'> & { id: never } {
  const { removed, order, ...fields } = row;
  return { ...fields, id: row.id as never } as Omit<R, 'removed' | 'order' | 'id'> & { id: never };
}

// Makes a Meeting of the rows: resolves references, sorts, and finds a place for everything that is not removed, also
// where peers removed and filled the same day or block at once. A pure function, so all peers show the same.

import type { BlockId, DayId, ProposalId } from '../domain/ids.ts';
import type { AgendaItem, Block, Comment, Day, Meeting, Proposal } from '../domain/meeting.ts';
import type { CalendarDate } from '../domain/time.ts';
import { arrangeItems, inOrder, type PlacedItem, push, UNPLACED } from './arrange-items.ts';
import { compare } from './entity.ts';
import type { BlockRow, DayRow, ItemRow, Row, Rows } from './rows.ts';

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
    logistics: shown(rows.logistics),
    people: people.map((person) => ({ ...person, guestOf: existing(person.guestOf, items) })),
    days,
    proposals: arrangeProposals(rows, present, items),
    comments: arrangeComments(rows),
    run: rows.run,
    attendance: shown(rows.attendance)
      .filter(({ person }) => present.has(person))
      .sort((a, b) => a.from - b.from || compare(a.id, b.id)),
    attachments: shown(rows.attachments).map((file) => ({ ...file, item: itemOrNull(file.item) })),
    next: shown(rows.next),
  };
}

function arrangeProposals(
  rows: Rows,
  people: ReadonlySet<string>,
  items: ReadonlySet<string>,
): readonly Proposal[] {
  const proposals = shown(rows.proposals);
  const known = new Set(proposals.map(({ id }) => id));
  const itemOf = ({ item }: Proposal) => (item !== null && items.has(item) ? item : null);
  const covers = new Map<ProposalId, ProposalId>();
  for (const proposal of proposals) {
    const { id, state, mergedInto } = proposal;
    if (state !== 'merged' || mergedInto === null || itemOf(proposal) !== null) continue;
    if (known.has(mergedInto)) covers.set(id, mergedInto);
  }
  for (const id of circleHeads(covers)) covers.delete(id);
  return proposals.map((proposal) => {
    const item = itemOf(proposal);
    const mergedInto = covers.get(proposal.id) ?? null;
    const settled = proposal.state === 'declined' || item !== null || mergedInto !== null;
    return {
      ...proposal,
      requestedBy: existing(proposal.requestedBy, people),
      presenters: existing(proposal.presenters, people),
      item,
      mergedInto,
      splitFrom: proposal.splitFrom !== null && known.has(proposal.splitFrom) ? proposal.splitFrom : null,
      state: settled ? proposal.state : 'open',
    };
  });
}

/** Two people may merge two proposals into each other: of each circle the least id stays open, so that none is lost. */
function circleHeads(covers: ReadonlyMap<ProposalId, ProposalId>): readonly ProposalId[] {
  return [...covers.keys()].filter((head) => {
    const circle = new Set<ProposalId>();
    let at: ProposalId | undefined = head;
    while (at !== undefined && !circle.has(at)) {
      circle.add(at);
      at = covers.get(at);
    }
    return at === head && [...circle].every((id) => head <= id);
  });
}

function arrangeComments(rows: Rows): readonly Comment[] {
  return shown(rows.comments)
    .filter(({ proposal }) => rows.proposals.get(proposal)?.removed === false)
    .sort((a, b) => a.at - b.at || compare(a.id, b.id));
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

function asDay({ value }: DayRow, blocks: readonly Block[], rows: Rows): Day {
  return { ...value, date: value.date ?? unknownDate(rows), blocks };
}

function asBlock({ value }: BlockRow, items: readonly PlacedItem[], present: ReadonlySet<string>): Block {
  return { ...value, moderators: existing(value.moderators, present), items: asItems(items, present) };
}

function asItems(items: readonly PlacedItem[], present: ReadonlySet<string>): AgendaItem[] {
  return items.map(({ row, slots }) => {
    const item = asItem(row, present);
    return slots.length > 0 ? { ...item, slots: slots.map((slot) => asItem(slot, present)) } : item;
  });
}

/** The row's own object where it can be shown as it is, so that what did not change needs no comparing. */
function asItem({ value }: ItemRow, present: ReadonlySet<string>): AgendaItem {
  const presenters = existing(value.presenters, present);
  return presenters === value.presenters ? value : { ...value, presenters };
}

/** A day whose date no version can read: the day the meeting was made on, in UTC, is at least a date. */
function unknownDate(rows: Rows): CalendarDate {
  return new Date(rows.meta.createdAt).toISOString().slice(0, 10) as CalendarDate;
}

/** The list itself if all of it is there. */
function existing<T extends string>(ids: readonly T[], present: ReadonlySet<string>): readonly T[] {
  return ids.every((id) => present.has(id)) ? ids : ids.filter((id) => present.has(id));
}

function shown<T>(rows: ReadonlyMap<string, Row<T>>): T[] {
  const list = [...rows.values()].filter((row) => !row.removed).sort(inOrder);
  return list.map(({ value }) => value);
}

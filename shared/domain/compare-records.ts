// What changed between two states of a meeting, in words that a reader of it understands: names instead of ids, each
// change with its place. Equal records have no changes; the same records have the same changes on every computer.

import { type CardChanges, type Change, compareCards } from './compare-cards.ts';
import { compareLines } from './compare-lines.ts';
import type { ItemId, PersonId } from './ids.ts';
import type { MeetingRecord } from './meeting.ts';
import * as cards from './record-cards.ts';
import { agendaItems } from './registers.ts';
import { EMPTY_RICH_DOC, type RichDoc } from './rich-text.ts';
import { textLines } from './text-lines.ts';

export interface RecordChange {
  /** The item it is about; `null` for the other parts of the meeting. */
  readonly item: ItemId | null;
  /** The title of the item as it is now, or the part: "People", "Logistics". */
  readonly place: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** '' where there was nothing. */
  readonly before: string;
  readonly after: string;
}

/**
 * Texts are compared line by line by their words, not by their looks. When a meeting was made is no change. Parts that
 * are the same object, or say the same, cost next to nothing.
 */
export function compareRecords(before: MeetingRecord, after: MeetingRecord): readonly RecordChange[] {
  if (before === after) return [];
  const names = namesOf(before, after);
  const compare = <C extends cards.PlacedCard>(
    cardsOf: (record: MeetingRecord, names: cards.Names) => readonly C[],
  ) => compareCards(cardsOf(before, names), cardsOf(after, names));
  const part = (place: string, cardsOf: (record: MeetingRecord, names: cards.Names) => cards.PlacedCard[]) =>
    compare(cardsOf).flatMap((found) => placed(itemOf(found), place, found.changes));
  const texts = (from: RichDoc = EMPTY_RICH_DOC, to: RichDoc = EMPTY_RICH_DOC) =>
    isEqual(from, to) ? [] : compareLines(textLines(from, names.person), textLines(to, names.person));
  return [
    ...part('Meeting', cards.metaCards),
    ...part('Logistics', cards.logisticsCards),
    ...part('People', cards.peopleCards),
    ...part('Days', cards.dayCards),
    ...part('Blocks', cards.blockCards),
    ...compare(cards.itemCards).flatMap((found) => {
      const { before: from, after: to, changes } = found;
      const [item, place] = [itemOf(found), (to ?? from)?.name ?? ''];
      return [
        ...placed(item, place, changes),
        ...placed(item, `${place}, preparation`, texts(from?.source.prep, to?.source.prep)),
        ...placed(item, place, texts(from?.source.minutes, to?.source.minutes)),
      ];
    }),
    ...compare(cards.proposalCards).flatMap(({ before: from, after: to, changes }) => [
      ...placed(null, 'Proposals', changes),
      ...placed(null, `Proposals: ${(to ?? from)?.name ?? ''}`, texts(from?.source.notes, to?.source.notes)),
    ]),
    ...part('Run', cards.runCards),
    ...part('Attachments', cards.attachmentCards),
    ...part('Next meetings', cards.nextCards),
  ];
}

function itemOf({ before, after }: CardChanges<cards.PlacedCard>): ItemId | null {
  return (after ?? before)?.item ?? null;
}

function placed(item: ItemId | null, place: string, changes: readonly Change[]): RecordChange[] {
  return changes.map((change) => ({ item, place, ...change }));
}

/** Names of both states, so that a new name of a person is one change and not one in each line about them. */
function namesOf(before: MeetingRecord, after: MeetingRecord): cards.Names {
  const people = new Map<PersonId, string>();
  const items = new Map<ItemId, string>();
  for (const record of [before, after]) {
    for (const { id, name } of record.people) people.set(id, name);
    for (const item of agendaItems(record)) items.set(item.id, cards.itemName(item));
  }
  return {
    person: (id) => people.get(id) || 'somebody',
    item: (id) => (id === null ? '' : (items.get(id) ?? 'an item that is gone')),
  };
}

/** Plain data only. */
function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  return keys.every((key) => Object.hasOwn(right, key) && isEqual(left[key], right[key]));
}

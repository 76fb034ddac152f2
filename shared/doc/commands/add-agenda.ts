import type * as Y from 'yjs';
import type { BlockId, DayId, ItemId, NewId } from '../../domain/ids.ts';
import type { AgendaItem, Block, Person, RecordItem } from '../../domain/meeting.ts';
import { plainText } from '../../domain/registers.ts';
import type { RichDoc } from '../../domain/rich-text.ts';
import type { CalendarDate } from '../../domain/time.ts';
import { command } from '../entity.ts';
import { findDay } from '../locate.ts';
import { readMeeting } from '../read-meeting.ts';
import { itemText, writeRichText } from '../texts.ts';
import { addBlock, editBlock } from './blocks.ts';
import { addDay } from './days.ts';
import { addItem } from './items.ts';
import { addPerson, setGuestOf, setModerators } from './people.ts';

export interface AddedAgenda {
  readonly people: readonly Person[];
  readonly days: readonly {
    /** A day of the meeting, or the date of one to be added. */
    readonly to: DayId | { readonly date: CalendarDate };
    readonly blocks: readonly Block<RecordItem>[];
  }[];
}

/**
 * Adds people and items, which keep their ids, as one act. A block with a title or moderators comes after those of the
 * day, or into an empty one; items of any other go to the end of the last block, before its close. A day that a peer
 * removed takes nothing. Gives the items that were added.
 */
export function addAgenda(doc: Y.Doc, newId: NewId, agenda: AddedAgenda): readonly ItemId[] {
  return command(doc, () => {
    for (const { id, guestOf: _, ...fields } of agenda.people) addPerson(doc, () => id, fields);
    const added = agenda.days.flatMap(({ to, blocks }) => {
      const day = typeof to === 'string' ? to : addDay(doc, newId, to);
      return blocks.flatMap((block) => addBlockTo(doc, newId, day, block));
    });
    for (const { id, guestOf } of agenda.people) if (guestOf.length > 0) setGuestOf(doc, id, guestOf);
    return added;
  });
}

function addBlockTo(doc: Y.Doc, newId: NewId, day: DayId, block: Block<RecordItem>): readonly ItemId[] {
  const last = findDay(readMeeting(doc), day)?.blocks.at(-1);
  const isPlain = block.title === '' && block.moderators.length === 0;
  const isFree =
    last !== undefined && last.items.length === 0 && last.title === '' && last.moderators.length === 0;
  const into = last && (isPlain || isFree) ? last.id : addBlock(doc, newId, day, { title: block.title });
  if (into === null) return [];
  if (isFree && block.title !== '') editBlock(doc, into, { title: block.title });
  if (block.moderators.length > 0) setModerators(doc, into, block.moderators);
  const from = into === last?.id ? beforeClose(last.items) : 0;
  return block.items.flatMap((item, i) => addItemTo(doc, into, item, from + i));
}

function beforeClose(items: readonly AgendaItem[]): number {
  return items.findLastIndex(({ kind }) => kind !== 'close') + 1;
}

function addItemTo(doc: Y.Doc, block: BlockId, item: RecordItem, index: number): readonly ItemId[] {
  const { id, slots: _, prep, minutes, ...fields } = item;
  if (addItem(doc, () => id, block, fields, index) === null) return [];
  write(doc, id, 'prep', prep);
  write(doc, id, 'minutes', minutes);
  return [id];
}

function write(doc: Y.Doc, item: ItemId, which: 'prep' | 'minutes', content: RichDoc): void {
  const text = itemText(doc, item, which);
  if (text && plainText(content.content) !== '') writeRichText(text, content);
}

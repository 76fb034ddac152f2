// A meeting of some megabytes of text, on its day: one short item to have on screen, the rest in forty others.
import * as Y from 'yjs';
import { addBlock } from '../../../shared/doc/commands/blocks.ts';
import { addDay } from '../../../shared/doc/commands/days.ts';
import { addItem } from '../../../shared/doc/commands/items.ts';
import { createMeeting } from '../../../shared/doc/commands/meeting.ts';
import { itemText } from '../../../shared/doc/texts.ts';
import type { CalendarDate, Instant, TimeZone } from '../../../shared/domain/time.ts';
import { wallTime } from '../../../shared/domain/zones.ts';

const ZONE = 'Europe/Berlin' as TimeZone;
const ITEMS = 40;
const PARAGRAPH = 1_000;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz      ';

export interface LargeMeeting {
  /** Yjs update v2. */
  readonly snapshot: Uint8Array;
  /** The short one, the first. */
  readonly item: string;
}

/** Days from today, where the meeting is. */
function dateIn(days: number): CalendarDate {
  return wallTime((Date.now() + days * 86_400_000) as Instant, ZONE).date;
}

export function buildLargeMeeting(megabytes: number): LargeMeeting {
  const doc = new Y.Doc();
  let count = 0;
  const newId = () => `large-${String(count++).padStart(6, '0')}`;
  createMeeting(doc, {
    title: `${megabytes} MB`,
    timeZone: ZONE,
    createdAt: Date.UTC(2026, 0, 5) as Instant,
  });
  // Two days, so that midnight finds it in its midst.
  const [day] = [0, 1].map((later) => addDay(doc, newId, { date: dateIn(later) }));
  if (!day) throw new Error('The day was not added');
  const block = addBlock(doc, newId, day, { title: 'All of it' });
  if (!block) throw new Error('The block was not added');
  const items = Array.from({ length: ITEMS + 1 }, (_, index) => {
    const id = addItem(doc, newId, block, { title: `Item ${index + 1}`, duration: '30' });
    if (!id) throw new Error('An item was not added');
    return id;
  });
  const [shown, ...others] = items;
  if (!shown) throw new Error('There is no item');
  let state = 7;
  const letter = (): string => {
    state = (state * 48_271) % 2_147_483_647;
    return LETTERS[state % LETTERS.length] ?? ' ';
  };
  const paragraphs = Math.round((megabytes * 1e6) / ITEMS / PARAGRAPH);
  for (const id of others) {
    const elements = Array.from({ length: paragraphs }, () => {
      const element = new Y.XmlElement('paragraph');
      element.insert(0, [new Y.XmlText(Array.from({ length: PARAGRAPH }, letter).join(''))]);
      return element;
    });
    itemText(doc, id, 'minutes')?.insert(0, elements);
  }
  return { snapshot: Y.encodeStateAsUpdateV2(doc), item: shown };
}

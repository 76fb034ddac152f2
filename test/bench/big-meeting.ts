// A meeting as a year of writing leaves it: texts made of single-character edits by several writers, some of them in the
// middle of words. Deterministic, so that runs compare.
import * as Y from 'yjs';
import { addBlock } from '../../shared/doc/commands/blocks.ts';
import { addDay } from '../../shared/doc/commands/days.ts';
import { addItem } from '../../shared/doc/commands/items.ts';
import { createMeeting } from '../../shared/doc/commands/meeting.ts';
import { itemText } from '../../shared/doc/texts.ts';
import type { ItemId, NewId } from '../../shared/domain/ids.ts';
import type { CalendarDate, Instant, TimeZone } from '../../shared/domain/time.ts';

// As large as the client ids that Yjs draws: they make up much of what is stored.
const WRITERS = [
  3_912_640_117, 1_204_118_233, 2_788_301_559, 904_771_061, 3_318_266_407, 1_777_020_683, 2_244_960_911,
  655_190_357,
];
const PARAGRAPH = 200;
const WORDS = 'the catalogue answers in time and nobody asks twice where a box has gone since '.split('');

export interface BigMeeting {
  /** Yjs update v2. */
  readonly snapshot: Uint8Array;
  readonly items: readonly ItemId[];
}

/** `items` items of `characters` characters of minutes each, one Yjs transaction per character. */
export function buildBigMeeting(items: number, characters: number): BigMeeting {
  const doc = new Y.Doc();
  doc.clientID = WRITERS[0] ?? 1;
  let count = 0;
  const newId: NewId = () => `bench-${String(count++).padStart(6, '0')}`;
  createMeeting(doc, {
    title: 'A long year',
    timeZone: 'Europe/Berlin' as TimeZone,
    createdAt: Date.UTC(2026, 0, 5) as Instant,
  });
  const day = addDay(doc, newId, { date: '2026-03-10' as CalendarDate });
  const block = addBlock(doc, newId, day, { title: 'All of it' });
  if (!block) throw new Error('The block was not added');
  const ids = Array.from({ length: items }, (_, index) => {
    const id = addItem(doc, newId, block, { title: `Item ${index + 1}`, duration: '30' });
    if (!id) throw new Error('An item was not added');
    return id;
  });
  const random = createRandom(7);
  for (const id of ids) writeMinutes(doc, id, characters, random);
  return { snapshot: Y.encodeStateAsUpdateV2(doc), items: ids };
}

function writeMinutes(doc: Y.Doc, item: ItemId, characters: number, random: () => number): void {
  const fragment = itemText(doc, item, 'minutes');
  if (!fragment) throw new Error(`No minutes in item ${item}`);
  fragment.delete(0, fragment.length);
  for (let written = 0; written < characters; written += PARAGRAPH) {
    doc.clientID = WRITERS[Math.floor(random() * WRITERS.length)] ?? 1;
    const text = new Y.XmlText();
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [text]);
    fragment.push([paragraph]);
    for (let index = 0; index < PARAGRAPH; index += 1) {
      doc.clientID = WRITERS[Math.floor(random() * WRITERS.length)] ?? 1;
      const at = random() < 0.1 ? Math.floor(random() * text.length) : text.length;
      text.insert(at, WORDS[index % WORDS.length] ?? ' ');
    }
  }
}

/** Park and Miller's generator: the same numbers in every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

// Days, blocks and items of Quorum's own Markdown.

import type { BlockId, DayId, ItemId } from '../domain/ids.ts';
import type { Block, Day, ItemKind, RecordItem } from '../domain/meeting.ts';
import { parseClock } from '../domain/plan-times.ts';
import type { CalendarDate } from '../domain/time.ts';
import { oneLine } from './html-text.ts';
import { blockText, field, fieldsOf, type MarkdownSection, sectionsOf } from './meeting-markdown-fields.ts';
import { type MarkdownTextContext, markdownText, namesIn } from './meeting-markdown-text.ts';
import { type MarkdownBlock, unmask } from './meeting-markdown-tree.ts';

export interface MarkdownDayContext extends MarkdownTextContext {
  /** Item by its number in the file ("1.4"); filled while days are read. */
  readonly items: Map<string, ItemId>;
}

/** "Day 1: 2026-03-10, Title"; `null` for any other heading. */
export function dayHeading(heading: string): { date: CalendarDate; title: string } | null {
  const match = /^Day \d+: (\d{4}-\d{2}-\d{2})(?:, (.*))?$/.exec(unmask(heading));
  return match ? { date: match[1] as CalendarDate, title: match[2] ?? '' } : null;
}

export function readMarkdownDay(
  head: { date: CalendarDate; title: string },
  section: MarkdownSection,
  context: MarkdownDayContext,
): Day<RecordItem> {
  const id = context.newId() as DayId;
  const { intro, sections } = sectionsOf(section.blocks, 3);
  for (const block of intro) context.lost(block.line, blockText(block));
  return { id, ...head, blocks: sections.map((block) => readBlock(block, context)) };
}

function readBlock(section: MarkdownSection, context: MarkdownDayContext): Block<RecordItem> {
  const id = context.newId() as BlockId;
  const { intro, sections } = sectionsOf(section.blocks, 4);
  const [facts, ...others] = intro;
  const fields = fieldsOf(facts);
  for (const block of fields.has('moderators') ? others : intro) context.lost(block.line, blockText(block));
  const title = unmask(section.heading);
  return {
    id,
    title: title === 'Block' ? '' : title,
    moderators: namesIn(fields.get('moderators') ?? '').map(context.person),
    items: nestSlots(sections.map((item) => readItem(item, context))),
  };
}

interface Numbered {
  readonly number: string;
  readonly item: RecordItem;
}

/** "1.2.1" is a slot of the round "1.2", which stands before it. */
function nestSlots(list: readonly Numbered[]): RecordItem[] {
  const slotsOf = new Map<string, Numbered[]>();
  const tops: Numbered[] = [];
  for (const entry of list) {
    const siblings = slotsOf.get(entry.number.replace(/\.?\d+$/, '')) ?? tops;
    siblings.push(entry);
    if (entry.number !== '' && !slotsOf.has(entry.number)) slotsOf.set(entry.number, []);
  }
  // Of two items with one number the first has the slots.
  const done = new Set<string>();
  const whole = ({ number, item }: Numbered): RecordItem => {
    if (done.has(number)) return item;
    if (number !== '') done.add(number);
    return { ...item, slots: (slotsOf.get(number) ?? []).map(whole) };
  };
  return tops.map(whole);
}

const FACTS = ['planned', 'start', 'duration', 'presenters', 'presenter note', 'tickets', 'cancelled'];

function readItem(section: MarkdownSection, context: MarkdownDayContext): Numbered {
  const id = context.newId() as ItemId;
  const { number, kind, title } = itemHeading(unmask(section.heading));
  if (number !== '') context.items.set(number, id);
  const { intro, sections } = sectionsOf(section.blocks, 5);
  const known = fieldsOf(intro[0]);
  const hasFacts = [...known.keys()].some((key) => FACTS.includes(key));
  const fields = hasFacts ? known : new Map<string, string>();
  const texts = { prep: [] as MarkdownBlock[], minutes: [] as MarkdownBlock[] };
  // Text that somebody wrote right below the heading belongs to the preparation.
  texts.prep.push(...(hasFacts ? intro.slice(1) : intro));
  for (const part of sections) {
    if (part.heading === 'Preparation') texts.prep.push(...part.blocks);
    else if (part.heading === 'Minutes') texts.minutes.push(...part.blocks);
    else {
      context.lost(part.line, unmask(part.heading));
      texts.minutes.push(...part.blocks);
    }
  }
  const start = parseClock(field(fields, 'start'));
  const item: RecordItem = {
    id,
    kind,
    title,
    presenters: namesIn(fields.get('presenters') ?? '').map(context.person),
    presenterNote: field(fields, 'presenter note'),
    start: fields.has('start') ? start : null,
    duration: field(fields, 'duration'),
    cancelled: fields.has('cancelled') ? field(fields, 'cancelled') : section.isStruck ? '' : null,
    tickets: namesIn(fields.get('tickets') ?? ''),
    slots: [],
    prep: markdownText(texts.prep, context),
    minutes: markdownText(texts.minutes, context),
  };
  return { number, item };
}

const WORDS: readonly (readonly [ItemKind, string])[] = [
  ['round', 'Round:'],
  ['break', 'Break:'],
  ['close', 'Close:'],
];

/** "1.2 Round: Title", "Break: Title" */
function itemHeading(heading: string): { number: string; kind: ItemKind; title: string } {
  const number = /^\d{1,6}(?:\.\d{1,6}){1,6}(?=\s|$)/.exec(heading)?.[0] ?? '';
  const rest = oneLine(heading.slice(number.length));
  const [kind, word] = WORDS.find(
    ([name, label]) => rest.startsWith(label) && (name === 'round') === (number !== ''),
  ) ?? ['topic', ''];
  return { number, kind, title: oneLine(rest.slice(word.length)) };
}

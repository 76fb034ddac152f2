// The days of a meeting as Markdown: a section a day, a block, an item, with its facts as a list and its texts below.

import type { PersonId } from '../domain/ids.ts';
import type { Block, Day, ItemKind, RecordItem } from '../domain/meeting.ts';
import { formatClock, planDay } from '../domain/plan-times.ts';
import type { RichDoc } from '../domain/rich-text.ts';
import { formatSpan } from './build-days.ts';
import { isEmptyText } from './cut-record.ts';
import { type MarkdownNames, renderRichMarkdown } from './markdown-rich.ts';
import { fieldText } from './markdown-text.ts';

export interface MarkdownScene extends MarkdownNames {
  readonly numberOf: (item: RecordItem) => string;
}

export function renderDayMarkdown(day: Day<RecordItem>, number: number, scene: MarkdownScene): string {
  const title = day.title === '' ? '' : `, ${fieldText(day.title)}`;
  const { slots } = planDay(day);
  const plannedOf = (item: RecordItem): string => {
    const slot = slots.get(item.id);
    return formatSpan(slot?.start ?? null, slot?.end ?? null);
  };
  return joinParts([
    `## Day ${number}: ${day.date}${title}`,
    ...day.blocks.map((block) => renderBlock(block, plannedOf, scene)),
  ]);
}

function renderBlock(
  block: Block<RecordItem>,
  plannedOf: (item: RecordItem) => string,
  scene: MarkdownScene,
): string {
  return joinParts([
    `### ${block.title === '' ? 'Block' : fieldText(block.title)}`,
    fieldList([['Moderators', people(block.moderators, scene)]]),
    ...block.items.flatMap(withSlots).map((item) => renderItem(item, plannedOf(item), scene)),
  ]);
}

function withSlots(item: RecordItem): readonly RecordItem[] {
  return [item, ...item.slots.flatMap(withSlots)];
}

const KIND_WORDS: Readonly<Record<ItemKind, string>> = {
  topic: '',
  round: 'Round: ',
  break: 'Break: ',
  close: 'Close: ',
};

function renderItem(item: RecordItem, planned: string, scene: MarkdownScene): string {
  const number = scene.numberOf(item);
  const title = fieldText(item.title);
  const struck = item.cancelled === null || title === '' ? title : `~~${title}~~`;
  const facts = fieldList([
    ['Planned', planned],
    ['Start', item.start === null ? '' : formatClock(item.start)],
    ['Duration', fieldText(item.duration)],
    ['Presenters', people(item.presenters, scene)],
    ['Presenter note', fieldText(item.presenterNote)],
    ['Tickets', item.tickets.map((ticket) => fieldText(ticket, ',')).join(', ')],
  ]);
  const reason = fieldText(item.cancelled ?? '');
  const cancelled = item.cancelled === null ? '' : reason === '' ? '- Cancelled' : `- Cancelled: ${reason}`;
  return joinParts([
    `#### ${number === '' ? '' : `${number} `}${KIND_WORDS[item.kind]}${struck}`.trimEnd(),
    [facts, cancelled].filter((part) => part !== '').join('\n'),
    section('Preparation', item.prep, scene),
    section('Minutes', item.minutes, scene),
  ]);
}

function section(title: string, doc: RichDoc, scene: MarkdownScene): string {
  return isEmptyText(doc) ? '' : `##### ${title}\n\n${renderRichMarkdown(doc.content, scene)}`;
}

export function people(ids: readonly PersonId[], { nameOf }: Pick<MarkdownScene, 'nameOf'>): string {
  return ids
    .map((id) => fieldText(nameOf(id), ','))
    .filter((name) => name !== '')
    .join(', ');
}

/** `- Key: value` for each value there is. */
export function fieldList(fields: readonly (readonly [key: string, value: string])[]): string {
  return fields.flatMap(([key, value]) => (value === '' ? [] : [`- ${key}: ${value}`])).join('\n');
}

export function joinParts(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

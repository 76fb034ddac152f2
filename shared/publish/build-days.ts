// Days, blocks and items for print: planned and actual times in the meeting's zone, and the texts of each item.

import { formatDuration, formatEstimate, parseEstimate } from '../domain/estimate.ts';
import type { BlockId, ItemId } from '../domain/ids.ts';
import type { Day, MeetingRecord, RecordItem } from '../domain/meeting.ts';
import { type DayPlan, formatClock, type PlannedSlot, planDay } from '../domain/plan-times.ts';
import { deriveRun, type ItemRun } from '../domain/run-state.ts';
import { formatDate, wallTime } from '../domain/zones.ts';
import type { BuildContext } from './build-context.ts';
import { buildRich, createLinkNotes } from './build-rich.ts';
import type { PrintBreak, PrintDay, PrintItem, PrintRow } from './printable.ts';

interface Scene {
  readonly context: BuildContext;
  readonly runs: ReadonlyMap<ItemId, ItemRun>;
  readonly files: ReadonlyMap<ItemId, readonly string[]>;
}

/** `numberOf` counts the days of the whole meeting, whichever of them are printed. */
export function buildDays(
  record: MeetingRecord,
  context: BuildContext,
  numberOf: (day: Day<RecordItem>) => number,
): readonly PrintDay[] {
  const scene: Scene = { context, runs: deriveRun(record.run).done, files: filesByItem(record) };
  return record.days.map((day) => buildDay(day, numberOf(day), scene));
}

function buildDay(day: Day<RecordItem>, number: number, scene: Scene): PrintDay {
  const plan = planDay(day);
  const name = `Day ${number}, ${formatDate(day.date, 'weekday')}`;
  return {
    number,
    anchor: `day-${number}`,
    heading: day.title === '' ? name : `${name}: ${day.title}`,
    short: `Day ${number}, ${formatDate(day.date, 'short')}`,
    times: formatSpan(plan.start, plan.end),
    blocks: day.blocks.map((block) => ({
      title: block.title,
      moderators: scene.context.namesOf(block.moderators),
      times: blockTimes(plan, block.id),
      rows: block.items.map((item) => buildRow(item, plan.slots, scene)),
    })),
  };
}

function blockTimes(plan: DayPlan, id: BlockId): string {
  const block = plan.blocks.get(id);
  return block ? formatSpan(block.start, block.end) : '';
}

function buildRow(item: RecordItem, slots: ReadonlyMap<ItemId, PlannedSlot>, scene: Scene): PrintRow {
  return item.kind === 'break' || item.kind === 'close'
    ? buildBreak(item, item.kind, slots)
    : buildItem(item, slots, scene);
}

function buildBreak(
  item: RecordItem,
  kind: PrintBreak['kind'],
  slots: ReadonlyMap<ItemId, PlannedSlot>,
): PrintBreak {
  const slot = slots.get(item.id);
  return {
    kind,
    title: item.title || (kind === 'break' ? 'Break' : 'Close'),
    time: formatSpan(slot?.start ?? null, slot?.end ?? null),
    length: lengthWords(item.duration),
    cancelled: item.cancelled,
  };
}

function buildItem(item: RecordItem, slots: ReadonlyMap<ItemId, PlannedSlot>, scene: Scene): PrintItem {
  const { context } = scene;
  const reference = context.referTo(item.id) ?? { number: '', title: item.title, anchor: '' };
  const slot = slots.get(item.id);
  const planned = formatSpan(slot?.start ?? null, slot?.end ?? null);
  const actual = actualSpan(scene.runs.get(item.id), context);
  const notes = createLinkNotes();
  const place = { context, item: reference, notes };
  return {
    ...reference,
    kind: item.kind === 'round' ? 'round' : 'topic',
    planned,
    actual: actual === planned ? '' : actual,
    length: lengthWords(item.duration),
    presenters: context.namesOf(item.presenters),
    presenterNote: item.presenterNote,
    tickets: item.tickets,
    cancelled: item.cancelled,
    preparation: buildRich(item.prep, place),
    minutes: buildRich(item.minutes, place),
    files: scene.files.get(item.id) ?? [],
    links: notes.list,
    slots: item.slots.map((sub) => buildItem(sub, slots, scene)),
  };
}

/** Start and end by the clocks of the meeting; a start alone where there is no length. */
export function formatSpan(start: number | null, end: number | null): string {
  if (start === null) return '';
  return end === null || end === start ? formatClock(start) : `${formatClock(start)}–${formatClock(end)}`;
}

function actualSpan(run: ItemRun | undefined, { zone }: BuildContext): string {
  if (!run || zone === null) return '';
  return formatSpan(wallTime(run.start, zone).minutes, wallTime(run.end, zone).minutes);
}

/** The length in one spelling where it is certain, as written where it is not: "1 hour?" stays a question. */
function lengthWords(written: string): string {
  const estimate = parseEstimate(written);
  if (!estimate?.sure) return written.trim();
  return estimate.low === estimate.high ? formatDuration(estimate.low) : formatEstimate(estimate);
}

function filesByItem(record: MeetingRecord): ReadonlyMap<ItemId, readonly string[]> {
  const files = new Map<ItemId, readonly string[]>();
  for (const { item, name } of record.attachments) {
    if (item !== null) files.set(item, [...(files.get(item) ?? []), name]);
  }
  return files;
}

// Days of the record out of the agenda's draft: texts split and built, starts turned to lengths, names to people.

import type { BlockId, DayId, ItemId, PersonId } from '../domain/ids.ts';
import type { Day, RecordItem } from '../domain/meeting.ts';
import { EMPTY_RICH_DOC, type RichDoc } from '../domain/rich-text.ts';
import type { CalendarDate, TimeOfDay } from '../domain/time.ts';
import { addDays } from '../domain/zones.ts';
import type { TextContext } from './action-node.ts';
import type { BlockDraft, DayDraft, ItemDraft } from './agenda-draft.ts';
import { type ItemTimes, timeItems } from './agenda-times.ts';
import { cleanText } from './clean-text.ts';
import { dateOfDay } from './day-label.ts';
import { linesOf } from './html-text.ts';
import type { HtmlNode } from './html-tree.ts';
import { readGuests } from './read-guests.ts';
import { richDoc } from './rich-blocks.ts';
import { hasOutcome, splitNotes } from './split-notes.ts';

export interface AgendaContext extends TextContext {
  /** The meeting's first day by its head, `null` when it does not say. */
  readonly firstDay: CalendarDate | null;
  /** Stands in for a day whose date the page does not give. */
  readonly today: CalendarDate;
  readonly opening: TimeOfDay | null;
  /** Moderators of the meeting as a whole. */
  readonly moderators: readonly string[];
}

export function buildDays(drafts: readonly DayDraft[], context: AgendaContext): Day<RecordItem>[] {
  let before: CalendarDate | null = null;
  return drafts.map((draft, index) => {
    const first = context.firstDay;
    let date: CalendarDate | null = dateOfDay(draft.label, index, first) ?? (before && addDays(before, 1));
    if (date === null) {
      date = context.today;
      context.report.find(
        'date',
        draft.line,
        '',
        'The page does not say on which day this is. Today was taken: change it.',
        date,
      );
    }
    before = date;
    const items = draft.blocks.flatMap((block) => block.items);
    const times = timeItems(items, index === 0 ? context.opening : null, context.report);
    const timeOf = new Map(items.map((item, i) => [item, times[i]]));
    return {
      id: context.newId() as DayId,
      date,
      title: draft.label?.title ?? '',
      blocks: draft.blocks.map((block) => ({
        id: context.newId() as BlockId,
        title: block.title,
        moderators: moderatorsOf(block, context),
        items: block.items.map((item) =>
          buildItem(item, timeOf.get(item) ?? { start: null, duration: '' }, context),
        ),
      })),
    };
  });
}

function moderatorsOf(block: BlockDraft, context: AgendaContext): PersonId[] {
  const names = block.moderators.length > 0 ? block.moderators : context.moderators;
  return names.map((name) => context.people.name(name, block.line, 'The moderator'));
}

function buildItem(draft: ItemDraft, times: ItemTimes, context: AgendaContext): RecordItem {
  const { report, people } = context;
  const id = context.newId() as ItemId;
  const notes = cleanText(draft.notes, draft.line, report);
  const split = splitNotes(notes.nodes);
  for (const label of split.labels) report.read(label.line, label.text, 'label');
  let prep = [...draft.prep, ...split.prep];
  const minutes = cleanText(draft.minutes, draft.line, report);
  let outcome = minutes.nodes;
  let cancelled: string | null = null;
  if (draft.cancelled) {
    const reason = split.minutes.length === 0 ? reasonOf([...prep, ...minutes.nodes]) : null;
    cancelled = reason ?? '';
    if (reason !== null) [prep, outcome] = [[], []];
  }
  if (!split.sure && draft.minutes.length === 0 && prep.length + split.minutes.length > draft.prep.length) {
    reportSplit(draft, split.minutes.length > 0, report);
  }
  const presenters = draft.presenters.map((name) => people.name(name, draft.line, 'The presenter'));
  readGuests([...prep, ...split.minutes], id, draft.line, people);
  return {
    id,
    kind: draft.kind,
    title: draft.title,
    presenters: presenters.filter((person, i) => presenters.indexOf(person) === i),
    presenterNote: draft.presenterNote,
    start: times.start,
    duration: times.duration,
    cancelled,
    tickets: [...new Set([...(draft.tickets ?? []), ...notes.tickets, ...minutes.tickets])],
    slots: [],
    prep: textOfItem(prep, draft.line, context),
    minutes: textOfItem([...split.minutes, ...outcome], draft.line, context),
  };
}

function textOfItem(nodes: readonly HtmlNode[], line: number, context: TextContext): RichDoc {
  return nodes.length === 0 ? EMPTY_RICH_DOC : richDoc(nodes, line, context);
}

function reportSplit(draft: ItemDraft, isMinutes: boolean, report: TextContext['report']): void {
  const message = isMinutes
    ? 'The page does not divide this text into preparation and minutes. Something came out of it, so all of it was taken as minutes.'
    : 'The page does not divide this text into preparation and minutes. Nothing came out of it, so all of it was taken as preparation.';
  report.find('preparation', draft.line, draft.title, message, isMinutes ? 'preparation' : 'minutes');
}

/** One short line beside a struck title says why it was struck. */
function reasonOf(nodes: readonly HtmlNode[]): string | null {
  const lines = linesOf(nodes).map((line) => line.replace(/^[•◦▪]\s+/, ''));
  const [reason] = lines;
  if (reason === undefined || lines.length > 1 || reason.length > 200 || hasOutcome(nodes)) return null;
  return reason;
}

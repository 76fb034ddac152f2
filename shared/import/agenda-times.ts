// Written starts to lengths and pins: lengths come from differences, a start is pinned only where the flow of lengths would not
// lead to it (first of a day, behind a gap, behind an item whose length nobody knows). Mirrors planDay of plan-times.ts.

import { parseEstimate } from '../domain/estimate.ts';
import { formatClock } from '../domain/plan-times.ts';
import { DAY_MINUTES, MINUTE, type TimeOfDay } from '../domain/time.ts';
import type { ItemDraft } from './agenda-draft.ts';
import type { ReportDraft } from './fidelity-report.ts';

export interface ItemTimes {
  readonly start: TimeOfDay | null;
  readonly duration: string;
}

/** A longer item is more likely a misread time. */
const LONGEST_ITEM = 6 * 60;

/** `opening` is when the meeting begins by its head, for agendas that give lengths only. */
export function timeItems(
  items: readonly ItemDraft[],
  opening: TimeOfDay | null,
  report: ReportDraft,
): ItemTimes[] {
  const lengths = items.map((item, i) => lengthOf(item, items[i + 1], report));
  let flow: number | null = null;
  return items.map((item, i) => {
    const duration = lengths[i] ?? '';
    const written = item.start ?? (i === 0 ? opening : null);
    const start = written === null || isReached(flow, written) ? null : written;
    if (written === null && item.kind !== 'close') reportUntimed(item, flow, duration, i === 0, report);
    if (item.cancelled !== true) {
      const begin: number | null = start === null ? flow : inFlow(start, flow);
      const low = Math.round((parseEstimate(duration)?.low ?? 0) / MINUTE);
      if (begin !== null && start !== null && flow !== null && begin < flow)
        reportOverlap(item, flow - begin, report);
      flow = begin === null ? null : begin + low;
    }
    return { start, duration };
  });
}

function isReached(flow: number | null, written: TimeOfDay): boolean {
  return flow !== null && inFlow(written, flow) === flow;
}

/** A start shortly after midnight, late in the flow of a day, is tomorrow's. */
function inFlow(start: TimeOfDay, flow: number | null): number {
  return flow === null ? start : start + DAY_MINUTES * Math.max(0, Math.round((flow - start) / DAY_MINUTES));
}

function lengthOf(item: ItemDraft, next: ItemDraft | undefined, report: ReportDraft): string {
  if (item.duration !== '') return item.duration;
  if (item.start === null || item.kind === 'close') return '';
  if (item.end !== null) return lengthText(item, item.end, report);
  if (next === undefined) {
    report.find(
      'duration',
      item.line,
      item.title,
      'The page does not say when this last item of the day ends. Set its length.',
    );
    return '';
  }
  if (next.start !== null) return lengthText(item, next.start, report);
  const message =
    'The item after this one has no start, so the length of this one is unknown. Give it one in Plan.';
  report.find('untimed', item.line, item.title, message);
  return '';
}

function lengthText(item: ItemDraft, end: TimeOfDay, report: ReportDraft): string {
  const start = item.start ?? end;
  if (end > start) return String(end - start);
  const overnight = end + DAY_MINUTES - start;
  if (end < start && overnight <= DAY_MINUTES / 2 && start >= DAY_MINUTES / 2) return String(overnight);
  if (end < start) {
    const afternoon = end + DAY_MINUTES / 2;
    const message = 'The next time written is earlier than the start of this item. No length was set.';
    const suggestion =
      afternoon > start && afternoon - start <= LONGEST_ITEM && afternoon < DAY_MINUTES
        ? [formatClock(afternoon)]
        : [];
    report.find(
      'time',
      item.line,
      `${formatClock(start)} ${item.title}, ${formatClock(end)}`,
      message,
      ...suggestion,
    );
  }
  return '';
}

/** Without a start of the first item nothing of the day has one: said once. */
function reportUntimed(
  item: ItemDraft,
  flow: number | null,
  duration: string,
  isFirst: boolean,
  report: ReportDraft,
): void {
  if (duration !== '' && (flow !== null || !isFirst)) return;
  const what = duration === '' ? 'neither a start nor a length' : 'a length but no start';
  report.find(
    'untimed',
    item.line,
    item.title,
    `This item has ${what} on the page. Give it what is missing in Plan.`,
  );
}

function reportOverlap(item: ItemDraft, minutes: number, report: ReportDraft): void {
  const message = `What is planned before this item runs ${minutes} min past its start. Both are kept as written.`;
  report.find('time', item.line, item.title, message);
}

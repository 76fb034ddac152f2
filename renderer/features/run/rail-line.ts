// What one line of the agenda rail says, as plain text. Pure.

import type { AgendaItem } from '../../../shared/domain/meeting.ts';
import { formatClock, itemEstimate, type PlannedSlot } from '../../../shared/domain/plan-times.ts';
import type { ProjectedItem } from '../../../shared/domain/project-day.ts';
import type { ItemRun, RunState } from '../../../shared/domain/run-state.ts';
import {
  type CalendarDate,
  type Duration,
  MINUTE,
  minutes,
  type TimeZone,
} from '../../../shared/domain/time.ts';
import { clockOf, deltaWord, differs, rangeWord } from './pace-words.ts';

type Tone = 'neutral' | 'ok' | 'warn' | 'over';

export interface RailLine {
  readonly state: 'done' | 'live' | 'todo' | 'cancelled';
  readonly isBreak: boolean;
  readonly isPinned: boolean;
  readonly title: string;
  readonly time: string;
  /** A planned time that will not be kept. */
  readonly timeIsOld: boolean;
  readonly length: string;
  readonly about: string;
  readonly aboutTone: Tone;
  readonly second: string;
  readonly delta: string;
  readonly deltaTone: Tone;
  readonly deltaSpoken: string;
}

export function railLine(facts: {
  readonly item: AgendaItem;
  /** The date the day is held on. */
  readonly date: CalendarDate;
  readonly slot: PlannedSlot | undefined;
  readonly state: RunState;
  readonly zone: TimeZone;
  readonly projected: ProjectedItem | undefined;
  readonly presenters: string;
}): RailLine {
  const { item, date, slot, state, zone, projected, presenters } = facts;
  const start = slot?.start ?? null;
  const plain: RailLine = {
    state: 'todo',
    isBreak: item.kind === 'break',
    isPinned: item.kind === 'break' && slot?.pinned === true,
    title: item.title || (item.kind === 'break' ? 'Break' : 'Untitled item'),
    time: start === null ? '' : formatClock(start),
    timeIsOld: false,
    length: item.kind === 'close' ? '' : lengthWord(item),
    about: '',
    aboutTone: 'neutral',
    second: '',
    delta: '',
    deltaTone: 'neutral',
    deltaSpoken: '',
  };
  if (item.cancelled !== null) {
    return {
      ...plain,
      state: 'cancelled',
      length: '',
      second: item.cancelled ? `Cancelled: ${item.cancelled}` : 'Cancelled',
    };
  }
  if (item.id === state.item && state.startedAt !== null) {
    const since = state.done.get(item.id)?.start ?? state.startedAt;
    return { ...plain, state: 'live', time: clockOf(since, zone, date), second: presenters };
  }
  const done = state.done.get(item.id);
  if (done) return { ...plain, state: 'done', time: clockOf(done.start, zone, date), ...deltaOf(item, done) };
  return projected ? { ...plain, ...projectedOf(start, projected, zone, date, presenters) } : plain;
}

function projectedOf(
  start: number | null,
  projected: ProjectedItem,
  zone: TimeZone,
  date: CalendarDate,
  presenters: string,
): Partial<RailLine> {
  if (projected.kept) {
    if (projected.short === 0) return projected.absorbs ? { second: 'Kept' } : {};
    return { about: `Kept: ${projected.short} min short before it`, aboutTone: 'over' };
  }
  if (!differs(start, projected.start, zone, date)) return {};
  const about = `about ${rangeWord(projected.start, zone, date)}`;
  return {
    timeIsOld: start !== null,
    about: projected.reached ? about : `${about}, not reached`,
    aboutTone: projected.reached ? 'warn' : 'over',
    second: presenters,
  };
}

function deltaOf(item: AgendaItem, run: ItemRun): Partial<RailLine> {
  const planned = itemEstimate(item)?.low ?? null;
  const spent = Math.round(run.spent / MINUTE);
  if (planned === null || item.kind === 'break')
    return { delta: String(spent), deltaSpoken: `${spent} minutes` };
  const delta = (minutes(spent) - planned) as Duration;
  const count = Math.abs(Math.round(delta / MINUTE));
  if (count === 0) return { delta: '0', deltaTone: 'ok', deltaSpoken: 'as planned' };
  return delta < 0
    ? { delta: deltaWord(delta), deltaTone: 'ok', deltaSpoken: `${count} minutes under` }
    : { delta: deltaWord(delta), deltaTone: 'over', deltaSpoken: `${count} minutes over` };
}

/** Minutes as in the plan: "30", "60?", "30+"; what has no length has none. */
function lengthWord(item: AgendaItem): string {
  const estimate = itemEstimate(item);
  if (!estimate) return '';
  const [low, high] = [Math.round(estimate.low / MINUTE), Math.round(estimate.high / MINUTE)];
  if (/\+\s*$|or more/i.test(item.duration)) return `${low}+`;
  if (low !== high) return `${low}–${high}`;
  return estimate.sure ? String(low) : `${low}?`;
}

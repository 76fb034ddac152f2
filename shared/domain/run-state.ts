// The state of a running meeting, derived from its log of presses. Knows no clock: `now` is passed in. Knows no agenda:
// an item is an id, its planned length comes from the caller.
//
// Rules (the tests name them):
// R1  The log is a set: order of arrival and copies do not matter. Presses are read by `at`, then by id. Who appends uses
//     `pressTime`, so a press always sorts after those its author had seen, whatever the computers' clocks say.
// R2  `start` counts only while nothing runs: two chairs who start at once start once.
// R3  `next` counts only while its `from` is live: two chairs who advance at once advance once. It ends a pause.
// R4  `pause` counts only while running, `resume` only while paused, `end` only while running or paused.
// R5  `end` ends the day; a later `start` opens the next. An item that is started again goes on: its time adds up.
// R6  `undo` takes a press back as if it had never been made; an undo can itself be undone by a later undo. Presses of
//     `next` from one item within 10 s of each other, made before the undo, are one press and go together.
// R7  `extend` counts for its item whenever it is pressed.
// R8  A press of an unknown type (a newer app) or without a proper time changes nothing.

import type { EventId, ItemId } from './ids.ts';
import type { ItemKind } from './meeting.ts';
import type { RunEvent } from './run-event.ts';
import { type Duration, type Instant, MINUTE, minutes } from './time.ts';

/** Time an item has had: first start, last end, and what was really spent (without pauses and other items between). */
export interface ItemRun {
  readonly start: Instant;
  readonly end: Instant;
  readonly spent: Duration;
}

export interface RunState {
  readonly phase: 'before' | 'running' | 'paused' | 'ended';
  /** The live item. */
  readonly item: ItemId | null;
  /** Start of the live item, in this stay. */
  readonly startedAt: Instant | null;
  readonly pausedAt: Instant | null;
  /** Pauses in the live item that are over (in this stay). */
  readonly pausedFor: Duration;
  /** The press that made the live item live. */
  readonly startEvent: EventId | null;
  /** Items that have had time. Holds the live item only when it had an earlier stay. */
  readonly done: ReadonlyMap<ItemId, ItemRun>;
  /** Minutes added to (or taken from) items. */
  readonly extended: ReadonlyMap<ItemId, number>;
  /** The last press that counted. */
  readonly lastEvent: EventId | null;
}

const ONE_PRESS = 10_000;
const ZERO = 0 as Duration;

const BEFORE: RunState = {
  phase: 'before',
  item: null,
  startedAt: null,
  pausedAt: null,
  pausedFor: ZERO,
  startEvent: null,
  done: new Map(),
  extended: new Map(),
  lastEvent: null,
};

/** Reads the log. Pure; any order of the same presses gives the same state. */
export function deriveRun(events: readonly RunEvent[]): RunState {
  const sorted = sortPresses(events);
  const taken = takenBack(sorted);
  let state = BEFORE;
  for (const event of sorted) {
    if (event.type !== 'undo' && !taken.has(event.id)) state = press(state, event);
  }
  return state;
}

/** The time to stamp on a new press: now, but never before a press that is already in the log (R1). */
export function pressTime(events: readonly RunEvent[], now: Instant): Instant {
  let time: number = now;
  for (const event of events) if (event.at >= time) time = event.at + 1;
  return time as Instant;
}

function sortPresses(events: readonly RunEvent[]): readonly RunEvent[] {
  const byId = new Map<EventId, RunEvent>();
  for (const event of events) {
    if (!Number.isFinite(event.at)) continue;
    const twin = byId.get(event.id);
    if (!twin || compare(event, twin) < 0) byId.set(event.id, event);
  }
  return [...byId.values()].sort(compare);
}

/** Text comparison closes the gap that two events with one id (a broken peer) would leave in the order. */
function compare(a: RunEvent, b: RunEvent): number {
  return a.at - b.at || order(a.id, b.id) || order(JSON.stringify(a), JSON.stringify(b));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function takenBack(sorted: readonly RunEvent[]): ReadonlySet<EventId> {
  const place = new Map(sorted.map((event, index) => [event.id, index]));
  const taken = new Set<EventId>();
  for (const [index, undo] of [...sorted.entries()].reverse()) {
    if (undo.type !== 'undo' || taken.has(undo.id)) continue;
    const target = sorted[place.get(undo.event) ?? -1];
    // A later undo is already settled: only earlier ones can be undone, so no two undo each other.
    if (!target || (target.type === 'undo' && compare(target, undo) >= 0)) continue;
    taken.add(target.id);
    if (target.type !== 'next') continue;
    for (const twin of sorted.slice(0, index)) {
      const atOnce = Math.abs(twin.at - target.at) <= ONE_PRESS;
      if (twin.type === 'next' && twin.from === target.from && atOnce) taken.add(twin.id);
    }
  }
  return taken;
}

function press(state: RunState, event: RunEvent): RunState {
  const { phase } = state;
  switch (event.type) {
    case 'start':
      return phase === 'before' || phase === 'ended' ? enter(state, event.item, event) : state;
    case 'next':
      if (state.item !== event.from || event.to === event.from) return state;
      return enter(leave(state, event.at), event.to, event);
    case 'pause':
      if (phase !== 'running') return state;
      return { ...state, phase: 'paused', pausedAt: event.at, lastEvent: event.id };
    case 'resume':
      if (phase !== 'paused') return state;
      return {
        ...state,
        phase: 'running',
        pausedAt: null,
        pausedFor: pauses(state, event.at),
        lastEvent: event.id,
      };
    case 'end':
      if (state.item === null) return state;
      return { ...leave(state, event.at), phase: 'ended', lastEvent: event.id };
    case 'extend': {
      if (!Number.isFinite(event.minutes)) return state;
      const sum = (state.extended.get(event.item) ?? 0) + event.minutes;
      return { ...state, extended: new Map(state.extended).set(event.item, sum), lastEvent: event.id };
    }
    default:
      return state;
  }
}

function enter(state: RunState, item: ItemId, event: RunEvent): RunState {
  return { ...state, phase: 'running', item, startedAt: event.at, startEvent: event.id, lastEvent: event.id };
}

function leave(state: RunState, end: Instant): RunState {
  const { item, startedAt } = state;
  if (item === null || startedAt === null) return state;
  const earlier = state.done.get(item);
  const stay: ItemRun = { start: earlier?.start ?? startedAt, end, spent: elapsedAt(state, end) };
  const done = new Map(state.done).set(item, stay);
  return { ...state, done, item: null, startedAt: null, pausedAt: null, pausedFor: ZERO, startEvent: null };
}

function pauses(state: RunState, now: Instant): Duration {
  const running = state.pausedAt === null ? 0 : Math.max(0, now - state.pausedAt);
  return (state.pausedFor + running) as Duration;
}

/** Time the live item has had: this stay without its pauses, and earlier stays. 0 when nothing is live. */
export function elapsedAt(state: RunState, now: Instant): Duration {
  if (state.item === null || state.startedAt === null) return ZERO;
  const earlier = state.done.get(state.item)?.spent ?? 0;
  // While paused the time stands at the press, also for a screen whose last tick was just before it.
  const until = state.pausedAt ?? now;
  const stay = Math.max(0, until - state.startedAt - state.pausedFor);
  return (earlier + stay) as Duration;
}

export type ClockPhase =
  | 'before'
  | 'on-time'
  | 'wrap-up'
  | 'last-minute'
  | 'over'
  | 'paused'
  | 'break'
  | 'untimed';

export interface Clock {
  readonly phase: ClockPhase;
  /** Whole seconds, so that elapsed and remaining always add up to the length on screen. */
  readonly elapsed: Duration;
  /** Negative when over; `null` without a planned length. */
  readonly remaining: Duration | null;
  /** Planned length with the minutes added or taken; `null` without one. */
  readonly length: Duration | null;
}

/** Time before the end at which the wrap-up begins: the last 5 min or the last sixth, the smaller. */
export function wrapUpAt(length: Duration): Duration {
  return Math.min(5 * MINUTE, length / 6) as Duration;
}

/** What the clock of the live item shows; `planned` is its planned length without the minutes added on the way. */
export function clockAt(state: RunState, planned: Duration | null, kind: ItemKind, now: Instant): Clock {
  const elapsed = (Math.floor(elapsedAt(state, now) / 1000) * 1000) as Duration;
  const length = lengthOf(state, planned);
  const remaining = length === null ? null : ((length - elapsed) as Duration);
  return { phase: phaseOf(state, kind, length, remaining), elapsed, remaining, length };
}

function lengthOf(state: RunState, planned: Duration | null): Duration | null {
  if (planned === null || planned <= 0) return null;
  const extended = state.item === null ? 0 : (state.extended.get(state.item) ?? 0);
  return Math.max(0, planned + minutes(extended)) as Duration;
}

function phaseOf(
  state: RunState,
  kind: ItemKind,
  length: Duration | null,
  remaining: Duration | null,
): ClockPhase {
  if (state.item === null) return 'before';
  if (state.phase === 'paused') return 'paused';
  if (length === null || remaining === null) return kind === 'break' ? 'break' : 'untimed';
  if (remaining <= 0) return 'over';
  if (kind === 'break') return 'break';
  if (remaining <= MINUTE) return 'last-minute';
  return remaining <= wrapUpAt(length) ? 'wrap-up' : 'on-time';
}

/** `m:ss`, above an hour `h:mm:ss`. Without a sign: what is over is said by the caller. */
export function formatTimer(duration: Duration): string {
  const seconds = Math.floor(Math.abs(duration) / 1000);
  const two = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = Math.floor((seconds % 3600) / 60);
  return hours > 0 ? `${hours}:${two(rest)}:${two(seconds % 60)}` : `${rest}:${two(seconds % 60)}`;
}

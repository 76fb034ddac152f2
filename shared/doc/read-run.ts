// Reads the log of presses. An entry that is none of today's events (a newer kind, a broken one) is passed over and
// stays in the log; an event that got in twice counts once.

import type * as Y from 'yjs';
import type { EventId } from '../domain/ids.ts';
import type { LengthChange, RunEvent } from '../domain/run-event.ts';
import { instant } from './read-fields.ts';
import { isEntityId } from './schema.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isReference: Check = (value) => typeof value === 'string' && isEntityId(value);
const isInstant: Check = (value) => instant(value) !== null;
/** Two months: more would not be a number of minutes that anybody pressed. */
const isMinutes: Check = (value) => Number.isSafeInteger(value) && Math.abs(Number(value)) <= 100_000;

const isRole: Check = (value) => value === 'chair' || value === 'note-taker';
const isReferenceOrNull: Check = (value) => value === null || isReference(value);
const isChange: Check = (value) =>
  typeof value === 'object' &&
  value !== null &&
  isReference((value as LengthChange).item) &&
  isMinutes((value as LengthChange).minutes);
/** More than any agenda has items. */
const MOST_CHANGES = 1_000;
const areChanges: Check = (value) =>
  Array.isArray(value) && value.length <= MOST_CHANGES && value.every(isChange);

const BASE: Readonly<Record<string, Check>> = { id: isReference, at: isInstant, by: isText };
const KINDS: { readonly [T in RunEvent['type']]: Readonly<Record<string, Check>> } = {
  start: { item: isReference },
  pause: {},
  resume: {},
  end: {},
  next: { from: isReference, to: isReference },
  back: { from: isReference, to: isReference },
  skip: { item: isReference },
  extend: { item: isReference, minutes: isMinutes },
  replan: { after: isReferenceOrNull, changes: areChanges },
  'hand-over': { role: isRole, person: isReference },
  undo: { event: isReference },
};

export function readRun(run: Y.Array<unknown>): readonly RunEvent[] {
  const events = new Map<EventId, RunEvent>();
  for (const entry of run.toArray()) {
    const event = readEvent(entry);
    if (event && !events.has(event.id)) events.set(event.id, event);
  }
  return [...events.values()];
}

function readEvent(entry: unknown): RunEvent | null {
  if (typeof entry !== 'object' || entry === null) return null;
  const event = entry as Readonly<Record<string, unknown>>;
  if (typeof event.type !== 'string' || !Object.hasOwn(KINDS, event.type)) return null;
  const checks = Object.entries({ ...BASE, ...KINDS[event.type as RunEvent['type']] });
  if (!checks.every(([field, check]) => check(event[field]))) return null;
  const known = ['type', ...checks.map(([field]) => field)].map((field) => [field, event[field]]);
  return Object.fromEntries(known) as unknown as RunEvent;
}

// What other people do, in words: "writing here", "reading Archive formats", "last seen 8 s ago, trying again". Pure.

import type { ItemId } from '../../../shared/domain/ids.ts';
import { formatClock } from '../../../shared/domain/plan-times.ts';
import type { Instant, TimeZone } from '../../../shared/domain/time.ts';
import { wallTime } from '../../../shared/domain/zones.ts';
import type { PersonHere } from '../sync-types.ts';

export type Doing = 'writing' | 'selecting' | 'reading';

/** Where somebody is and what they do there, as far as it is known. */
export type WhereAbouts = Pick<PersonHere, 'view' | 'item' | 'caret'>;

export function itemOf({ caret, item }: WhereAbouts): ItemId | null {
  return caret?.item ?? item;
}

export function doingOf({ caret }: WhereAbouts): Doing {
  if (!caret) return 'reading';
  const { anchor, head } = caret;
  const same = anchor.length === head.length && anchor.every((byte, index) => byte === head[index]);
  return same ? 'writing' : 'selecting';
}

const IN: Readonly<Record<Doing, string>> = {
  writing: 'writing in ',
  selecting: 'selecting in ',
  reading: 'reading ',
};
const VIEWS: Readonly<Record<string, string>> = {
  plan: 'in the plan',
  run: 'in the minutes',
  actions: 'at the action items',
  publish: 'publishing',
};

/** "writing here" when they are in the item `here`, else "reading Archive formats"; '' when nothing is known. */
export function doingWords(
  person: WhereAbouts,
  here: ItemId | null,
  titleOf: (item: ItemId) => string | null,
): string {
  const item = itemOf(person);
  if (person.view === 'run' && item !== null) {
    if (item === here) return `${doingOf(person)} here`;
    const title = titleOf(item);
    if (title !== null) return IN[doingOf(person)] + title;
  }
  const title = person.view === 'plan' && item !== null ? titleOf(item) : null;
  return title === null ? (VIEWS[person.view] ?? '') : `planning ${title}`;
}

/** What was heard last, for a list of people that this computer no longer hears: "was writing here". */
export function wasWords(
  person: WhereAbouts,
  here: ItemId | null,
  titleOf: (item: ItemId) => string | null,
): string {
  const words = doingWords(person, here, titleOf);
  return words && `was ${words}`;
}

/** "last seen 8 s ago, trying again", "away since 11:07"; `null` for who is live. */
export function doubtWords(
  { liveness, lastSeen }: Pick<PersonHere, 'liveness' | 'lastSeen'>,
  now: Instant,
  zone: TimeZone,
): string | null {
  if (liveness === 'live') return null;
  if (liveness === 'away') return `away since ${clockAt(lastSeen, zone)}`;
  return `last seen ${Math.max(1, Math.round((now - lastSeen) / 1000))} s ago, trying again`;
}

/** "11:07" in `zone`. */
export function clockAt(at: Instant, zone: TimeZone): string {
  return formatClock(wallTime(at, zone).minutes);
}

/** "Mara Okafor", "Mara Okafor and Tomo Kimura", "Mara Okafor, Tomo Kimura and 3 others". */
export function nameList(names: readonly string[]): string {
  const [first = '', second = '', third] = names;
  if (names.length <= 1) return first;
  if (names.length === 2) return `${first} and ${second}`;
  if (names.length === 3) return `${first}, ${second} and ${third}`;
  return `${first}, ${second} and ${names.length - 2} others`;
}

/** "Mara" of "Mara Okafor", for chips; the whole of what is not a first and a last name. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] || 'Somebody';
}

// What a pasted text means for this meeting: lines in the short form of quick entry are read as those are, names as the
// people they belong to, days as days of the meeting. Pure; it adds nothing.

import type { Result } from '../../../../shared/base/result.ts';
import type { AddedAgenda } from '../../../../shared/doc/commands/add-agenda.ts';
import type { DayId, NewId } from '../../../../shared/domain/ids.ts';
import type { Day, Person } from '../../../../shared/domain/meeting.ts';
import type { CalendarDate } from '../../../../shared/domain/time.ts';
import { addDays } from '../../../../shared/domain/zones.ts';
import {
  type PastedAgenda,
  type PastedDay,
  type PasteProblem,
  readPastedAgenda,
} from '../../../../shared/import/paste-agenda.ts';
import type { PastedLine } from '../../../../shared/import/paste-lines.ts';
import { findByName } from '../logic/person-search.ts';
import { parseQuickEntry } from '../logic/quick-entry.ts';

export interface PasteContext {
  readonly newId: NewId;
  readonly people: readonly Person[];
  readonly date: CalendarDate;
  /** Names that were said to be those of others, as they are written in the text. */
  readonly aliases: ReadonlyMap<string, string>;
}

export function readPaste(text: string, context: PasteContext): Result<PastedAgenda, PasteProblem> {
  const { people, aliases } = context;
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return readPastedAgenda(text, {
    ...context,
    meant: (name) => aliases.get(name) ?? findByName(people, name)?.name ?? name,
    readLine: (line) => {
      const entry = parseQuickEntry(line, people);
      if (!isShort(line, entry.duration)) return null;
      const named = entry.presenters.flatMap((id) => nameOf.get(id) ?? []);
      const unclear = entry.unclear.filter(({ typed }) => !aliases.has(typed));
      const chosen = entry.unclear.flatMap(({ typed }) => aliases.get(typed) ?? []);
      return {
        ...entry,
        presenters: [...named, ...chosen, ...entry.newPeople],
        unclear: unclear.map(({ typed, candidates }) => ({
          typed,
          candidates: candidates.map(({ name }) => name),
        })),
      } satisfies PastedLine;
    },
  });
}

/** Signs, or a length without what a page would write around it: "(30 min)", "Budget - Wanda Ferro". */
function isShort(line: string, duration: string): boolean {
  return /(?:^|\s)[@#][^\s@#]/.test(line) || (duration !== '' && !/[([]|\s[–—-]\s/.test(line));
}

/**
 * Where pasted days go. One day goes into `chosen`, whatever date it gives; of several, those with the date of a day of
 * the meeting go there and the others follow `chosen`, on new days where there are none.
 */
export function placeDays(
  days: readonly Day[],
  chosen: DayId | CalendarDate,
  pasted: readonly PastedDay[],
): AddedAgenda['days'] {
  const at = days.findIndex(({ id }) => id === chosen);
  const start = days[at]?.date ?? (chosen as CalendarDate);
  return pasted.map((day, i) => {
    const same = pasted.length > 1 && day.isDated ? days.find(({ date }) => date === day.date) : undefined;
    const following = day.isDated && i > 0 ? undefined : days[at < 0 ? days.length : at + i];
    const to = same?.id ?? following?.id ?? { date: day.isDated && i > 0 ? day.date : addDays(start, i) };
    return { to, blocks: day.blocks };
  });
}

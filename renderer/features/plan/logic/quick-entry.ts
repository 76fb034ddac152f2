// One typed line becomes an agenda item: "10:30 45m Recovery rehearsals @ruya @ben #DOC-118". Reads, creates nothing:
// who is not yet in the meeting is returned by name, who could be several people is returned as unclear.

import { parseEstimate } from '../../../../shared/domain/estimate.ts';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import type { ItemKind, Person } from '../../../../shared/domain/meeting.ts';
import { parseClock } from '../../../../shared/domain/plan-times.ts';
import type { TimeOfDay } from '../../../../shared/domain/time.ts';
import { DAY_MINUTES } from '../../../../shared/domain/time.ts';
import { searchPeople } from './person-search.ts';

export interface QuickEntry {
  readonly kind: ItemKind;
  readonly start: TimeOfDay | null;
  readonly duration: string;
  readonly title: string;
  readonly presenters: readonly PersonId[];
  /** Mentioned names nobody in the meeting has. */
  readonly newPeople: readonly string[];
  /** Mentions several people answer to. */
  readonly unclear: readonly { readonly typed: string; readonly candidates: readonly Person[] }[];
  readonly tickets: readonly string[];
}

const TIME = String.raw`\d{1,2}[:.]\d{2}(?:\s?[ap]m)?|\d{1,2}\s?[ap]m`;
const LEADING_TIME = new RegExp(String.raw`^(${TIME})(?:\s*[-–]\s*(${TIME}))?(?=\s|$)`, 'i');
const MENTION = /(^|\s)@(?:"([^"]+)"|([^\s@,;]+))/g;
const TICKET = /(^|\s)#([\p{L}\p{N}][\p{L}\p{N}_-]*)/gu;
const BREAK = /^(?:(?:coffee|tea|lunch|dinner|comfort|short|long)\s+)?(?:break|lunch|coffee|tea|pause)$/i;
const CLOSE = /^(?:close|closing|adjourn|end of (?:the )?(?:day|meeting))$/i;
const MOST_LENGTH_WORDS = 4;

export function parseQuickEntry(line: string, people: readonly Person[]): QuickEntry {
  const presenters: PersonId[] = [];
  const newPeople: string[] = [];
  const unclear: { typed: string; candidates: readonly Person[] }[] = [];
  const tickets: string[] = [];
  let rest = line.replace(MENTION, (_all, before: string, quoted?: string, bare?: string) => {
    const typed = (quoted ?? bare ?? '').replaceAll('_', ' ');
    const found = searchPeople(people, typed);
    const [only] = found;
    if (only && found.length === 1) addOnce(presenters, only.id);
    else if (found.length > 1) unclear.push({ typed, candidates: found });
    else addOnce(newPeople, typed);
    return before;
  });
  rest = rest.replace(TICKET, (_all, before: string, ticket: string) => {
    addOnce(tickets, ticket);
    return before;
  });
  rest = rest.trim();

  const time = LEADING_TIME.exec(rest);
  const start = parseClock(time?.[1] ?? '');
  const end = parseClock(time?.[2] ?? '');
  if (time && start !== null) rest = rest.slice(time[0].length).trim();
  const length = takeLength(rest.split(/\s+/), start !== null);
  const spoken = start !== null && end !== null ? minutesBetween(start, end) : null;
  return {
    kind: BREAK.test(length.title) ? 'break' : CLOSE.test(length.title) ? 'close' : 'topic',
    start,
    duration: length.duration || (spoken ?? ''),
    title: length.title,
    presenters,
    newPeople,
    unclear,
    tickets,
  };
}

function addOnce<T>(list: T[], value: T): void {
  if (!list.includes(value)) list.push(value);
}

function minutesBetween(start: TimeOfDay, end: TimeOfDay): string {
  return String((end - start + DAY_MINUTES) % DAY_MINUTES);
}

/** The length stands first ("45m Topic") or last ("Topic 45m"); a bare number only right after a time. */
function takeLength(words: readonly string[], afterTime: boolean): { duration: string; title: string } {
  for (let count = Math.min(MOST_LENGTH_WORDS, words.length); count > 0; count -= 1) {
    const first = words.slice(0, count).join(' ');
    const bare = afterTime && count === 1 && /^\d{1,3}[?+]?$/.test(first);
    if (bare || isLength(first)) return { duration: first, title: words.slice(count).join(' ') };
  }
  for (let count = Math.min(MOST_LENGTH_WORDS, words.length - 1); count > 0; count -= 1) {
    const last = words.slice(-count).join(' ');
    if (isLength(last)) return { duration: last, title: words.slice(0, -count).join(' ').replace(/,$/, '') };
  }
  return { duration: '', title: words.join(' ') };
}

/** A number with a unit and nothing else; "half an hour" too. Titles often begin with numbers or end in them. */
function isLength(text: string): boolean {
  if (!/^[~\d½¼¾]|^half an hour|^an hour/i.test(text)) return false;
  const plain = text.replace(/^~?\s*[\d\s.,/:½¼¾–-]+/, '');
  return /^(?:h|hrs?|hours?|m|min|mins|minutes?|half an hour|an hour)\b[\d\s]*(?:m|min|mins|minutes?)?[?+.]*$/i.test(
    plain,
  )
    ? parseEstimate(text) !== null
    : false;
}

// The state of working together in words and a shape; the words are those of ux.md. Pure.

import type { Instant, TimeZone } from '../../../shared/domain/time.ts';
import { clockAt, doubtWords } from '../../session/people/people-words.ts';
import type { PersonHere, SyncHint, SyncStatus } from '../../session/sync-types.ts';

/** Seen beside the words: a full dot is live, half a dot connects, a ring is alone, a dashed ring is offline. */
export type ChipShape = 'full' | 'half' | 'ring' | 'dashed' | 'alert';

export interface ChipWords {
  readonly shape: ChipShape;
  readonly main: string;
  /** What follows the main words where there is room; always part of the accessible name. */
  readonly rest: string;
}

/** What the chip knows beside the status. */
export interface ChipFacts {
  readonly shared: boolean;
  /** Own changes still on their way, as far as it has held for a moment; `null` while nothing steady can be said. */
  readonly onTheWay: number | null;
}

/** What somebody has to do something about; else a hint is for who asks. */
export function asksForAct(hint: SyncHint): boolean {
  return hint !== 'some-unreached' && hint !== 'use-team-server';
}

const SHORT_HINT: Readonly<Record<SyncHint, string>> = {
  'needs-turn': 'no direct way',
  'some-unreached': 'somebody is not reached',
  'use-team-server': 'many at once',
  'doc-too-big': 'very large',
  'relay-refused': 'meeting point refuses',
  'peer-dropped': 'somebody was dropped',
  'other-version': 'different versions',
};

export function chipWords(status: SyncStatus, { shared, onTheWay }: ChipFacts): ChipWords {
  const { state, peers, unsent, hint } = status;
  switch (state) {
    case 'alone':
      return { shape: 'ring', main: shared ? 'Nobody else here' : 'Only on this computer', rest: '' };
    case 'offline': {
      const rest = unsent > 0 ? `${changes(unsent)} nobody else has yet` : '';
      return { shape: 'dashed', main: 'Offline', rest };
    }
    case 'looking': {
      if (status.nobodyElse) return { shape: 'ring', main: 'Nobody else here', rest: '' };
      return { shape: 'half', main: 'Looking for the others...', rest: '' };
    }
    case 'connecting':
      return { shape: 'half', main: 'Connecting...', rest: '' };
    case 'live':
      return {
        ...(hint && asksForAct(hint)
          ? { shape: 'alert', rest: SHORT_HINT[hint] }
          : { shape: 'full', rest: onTheWay === null ? '' : deliveryWords(onTheWay) }),
        main: `Live with ${peers}`,
      };
    case 'degraded':
      return { shape: 'alert', main: 'Not reaching the others', rest: hint ? SHORT_HINT[hint] : '' };
  }
}

function deliveryWords(count: number): string {
  if (count === 0) return 'all confirmed';
  return count === 1 ? '1 change on its way' : `${count} changes on their way`;
}

/** "1 change", "12 changes". */
export function changes(count: number): string {
  return count === 1 ? '1 change' : `${count} changes`;
}

/** The state in a sentence, for the Connection panel. */
export function stateSentence(
  status: SyncStatus,
  facts: Pick<ChipFacts, 'shared'> & { readonly byChoice: boolean },
): string {
  const { unsent, peers } = status;
  const waiting =
    unsent > 0
      ? ` ${changes(unsent)} of yours ${unsent === 1 ? 'is' : 'are'} not with anybody else yet.`
      : '';
  switch (status.state) {
    case 'alone':
      if (!facts.shared)
        return 'This meeting is only on this computer. Share it, and others can write with you.';
      return `Nobody else has this meeting open.${waiting || ' They get your changes when they come.'}`;
    case 'offline':
      if (facts.byChoice) return `You chose to work offline. Everything is saved here.${waiting}`;
      return `No connection. Keep writing: everything is saved here and merges when you are back.${waiting}`;
    case 'looking':
      if (status.nobodyElse) return `Nobody else has this meeting open.${waiting}`;
      return `The meeting point answers. Looking for the others.${waiting}`;
    case 'connecting':
      return `Somebody is there; the connection is being made.${waiting}`;
    case 'live':
      return `${people(peers)} ${peers === 1 ? 'is' : 'are'} live with you. ${unsent === 0 ? 'At least one other computer has every change of yours.' : `${changes(unsent)} of yours ${unsent === 1 ? 'is' : 'are'} on the way.`}`;
    case 'degraded':
      return `Others are there, but this computer does not reach them. Your work is saved here.${waiting}`;
  }
}

export function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}

export interface HintWords {
  readonly title: string;
  readonly text: string;
}

/** What is wrong, what is safe and what to do. */
export const HINTS: Readonly<Record<SyncHint, HintWords>> = {
  'needs-turn': {
    title: 'No direct way to the others.',
    text: 'Your network lets Quorum reach the meeting point but no other computer. Try another network, such as a phone’s, or ask who runs the relay to add TURN to it. Until then everything is saved here.',
  },
  'some-unreached': {
    title: 'Somebody else is in the room and is not reached.',
    text: 'Their network or yours lets them reach the meeting point, but no way leads from there to this computer. Those you are live with have everything; whoever runs the relay can add TURN to it.',
  },
  'use-team-server': {
    title: 'Many people at once.',
    text: 'More than 12 computers write in this meeting. Changes still reach everybody, some of them through others, and may take longer.',
  },
  'doc-too-big': {
    title: 'This meeting is very large.',
    text: 'Past 8 MB joining takes long, and past 32 MB changes of others are no longer taken. Remove pasted text that nobody needs, or go on in a new meeting.',
  },
  'relay-refused': {
    title: 'The meeting point refuses this computer.',
    text: 'It has too many connections, or takes no more from this network. Quorum tries again by itself; ask who runs the relay if it stays.',
  },
  'peer-dropped': {
    title: 'Somebody sends what cannot be read.',
    text: 'Quorum no longer listens to that computer, so that the meeting stays whole. Who it is stands under Details, where you can listen again.',
  },
  'other-version': {
    title: 'Somebody has another version of Quorum.',
    text: 'The older of the two can only read this meeting. Update it, and both can write.',
  },
};

const PATHS: Readonly<Record<PersonHere['path'], string>> = {
  local: 'on this computer',
  direct: 'direct',
  relayed: 'through the relay, no direct way',
  'through-peer': 'through somebody else',
  unknown: 'finding a way',
};

/** "direct, has everything", "last seen 8 s ago, trying again", "away since 11:07"; cut off, "last seen 11:07". */
export function personWords(person: PersonHere, now: Instant, zone: TimeZone, isCutOff: boolean): string {
  const doubt = isCutOff ? `last seen ${clockAt(person.lastSeen, zone)}` : doubtWords(person, now, zone);
  const parts =
    doubt === null ? [PATHS[person.path], person.upToDate ? 'has everything' : 'catching up'] : [doubt];
  if (person.version === 'older') parts.push('older app, can only read');
  if (person.version === 'newer') parts.push('newer app');
  return parts.join(', ');
}

/** How far the shared clock can be trusted. `offset` and `uncertainty` in milliseconds. */
export function clockWords(uncertainty: number | null, offset: number): string {
  if (uncertainty === null && Math.round(offset) !== 0)
    return 'Carried on from when others were here; nothing to compare it with now.';
  if (uncertainty === null) return 'This computer’s own clock; nothing to compare it with.';
  const side = offset > 0 ? 'behind' : 'ahead';
  const drift =
    Math.abs(offset) < 1000 ? '' : `; this computer is ${(Math.abs(offset) / 1000).toFixed(1)} s ${side}`;
  return `The same for all, within ${Math.max(1, Math.ceil(uncertainty))} ms${drift}.`;
}

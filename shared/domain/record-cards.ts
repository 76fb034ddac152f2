// The parts of a meeting as cards for comparing two states of it: names and facts in words, people and items by name.

import type { Card, Fact } from './compare-cards.ts';
import type { ItemId } from './ids.ts';
import type { MeetingRecord, RecordItem, RecordProposal } from './meeting.ts';
import type { RunEvent } from './run-event.ts';
import type { NameOf } from './text-lines.ts';
import type { TimeOfDay } from './time.ts';

export interface Names {
  readonly person: NameOf;
  readonly item: (id: ItemId | null) => string;
}

/** A card of something in particular: an item, or what belongs to one. */
export interface PlacedCard extends Card {
  readonly item: ItemId | null;
}

export interface ItemCard extends PlacedCard {
  readonly source: RecordItem;
}

export interface ProposalCard extends PlacedCard {
  readonly source: RecordProposal;
}

const fact = (label: string, value: string | null, key?: string): Fact =>
  key === undefined ? { label, value: value ?? '' } : { label, value: value ?? '', key };

/** One of several, so that its facts say whose they are. */
const named = (name: string) => ({ name, prefix: `${name}, ` });

/** '' is yes without more, `null` is no. */
const yesWith = (value: string | null): string => (value === '' ? 'yes' : (value ?? ''));

export function itemName({ title, kind }: Pick<RecordItem, 'title' | 'kind'>): string {
  return title || { topic: 'Untitled item', round: 'Round', break: 'Break', close: 'Close' }[kind];
}

export function metaCards({ meta }: MeetingRecord): PlacedCard[] {
  const facts = [
    fact('Title', meta.title),
    fact('Series', meta.series),
    fact('Time zone', meta.timeZone ?? 'none'),
    fact('State', meta.state),
  ];
  return [{ id: 'meta', item: null, name: 'Meeting', prefix: '', list: null, facts }];
}

export function logisticsCards({ logistics }: MeetingRecord): PlacedCard[] {
  return logistics.map(({ id, kind, label, value, details }) => {
    const facts = [fact('Kind', kind), fact('Value', value), fact('Details', details)];
    return { id, item: null, ...named(label || value || kind), list: 'logistics', facts };
  });
}

export function peopleCards({ people }: MeetingRecord, names: Names): PlacedCard[] {
  return people.map((person) => {
    const facts = [
      fact('Listed as', person.kind === 'named' ? 'mentioned' : person.kind),
      fact('Email', person.email),
      fact('Organisation', person.organisation),
      fact('Role', person.role),
      fact('Remark', person.remark),
      fact('Apology', yesWith(person.apology)),
      fact('Guest of', person.guestOf.map(names.item).join(', '), person.guestOf.join(' ')),
    ];
    return { id: person.id, item: null, ...named(person.name || 'Somebody'), list: 'people', facts };
  });
}

export function dayCards({ days }: MeetingRecord): PlacedCard[] {
  return days.map(({ id, date, title }) => {
    return { id, item: null, ...named(date), list: null, facts: [fact('Title', title)] };
  });
}

export function blockCards({ days }: MeetingRecord, names: Names): PlacedCard[] {
  return days.flatMap((day) =>
    day.blocks.map(({ id, title, moderators }) => {
      const facts = [
        fact('Day', day.title || day.date, day.id),
        fact('Moderators', moderators.map(names.person).join(', ')),
      ];
      return { id, item: null, ...named(title || 'Untitled block'), list: day.id, facts };
    }),
  );
}

/** Agenda order; slots after their round. */
export function itemCards({ days }: MeetingRecord, names: Names): ItemCard[] {
  const cardsOf = (item: RecordItem, list: string, where: string): ItemCard[] => {
    const facts = [
      fact('In', where, list),
      fact('Kind', item.kind),
      fact('Presenters', item.presenters.map(names.person).join(', ')),
      fact('Note on presenters', item.presenterNote),
      fact('Start', item.start === null ? '' : clock(item.start)),
      fact('Duration', item.duration),
      fact('Cancelled', yesWith(item.cancelled)),
      fact('Tickets', item.tickets.join(', ')),
    ];
    const name = itemName(item);
    const card = { id: item.id, item: item.id, name, prefix: '', list, facts, source: item };
    return [card, ...item.slots.flatMap((slot) => cardsOf(slot, `round ${item.id}`, name))];
  };
  return days.flatMap((day) =>
    day.blocks.flatMap((block) => {
      const where = [block.title, day.title || day.date].filter((word) => word !== '').join(', ');
      return block.items.flatMap((item) => cardsOf(item, block.id, where));
    }),
  );
}

export function proposalCards({ proposals, comments }: MeetingRecord, names: Names): ProposalCard[] {
  return proposals.map((proposal) => {
    const said = comments
      .filter((comment) => comment.proposal === proposal.id)
      .map(({ by, text }) => (by === '' ? text : `${by}: ${text}`));
    const facts = [
      fact('Requested by', proposal.requestedBy.map(names.person).join(', ')),
      fact('Request', proposal.requestNote),
      fact('Presenters', proposal.presenters.map(names.person).join(', ')),
      fact('Time', proposal.estimate),
      fact('State', proposal.state),
      fact('Reason', proposal.reason),
      fact('Item', names.item(proposal.item), proposal.item ?? ''),
      fact('Comments', said.join('; ')),
    ];
    const name = named(proposal.title || 'Untitled proposal');
    return { id: proposal.id, item: null, ...name, list: 'proposals', facts, source: proposal };
  });
}

export function attachmentCards({ attachments }: MeetingRecord, names: Names): PlacedCard[] {
  return attachments.map((file) => {
    const facts = [
      fact('Label', file.label),
      fact('Author', file.author),
      fact('Date', file.date),
      fact('Type', file.type),
      fact('Item', names.item(file.item), file.item ?? ''),
      fact('Size', file.size === null ? '' : `${file.size} bytes`, `${file.size} ${file.sha256}`),
    ];
    return {
      id: file.id,
      item: file.item,
      ...named(file.name || 'Untitled file'),
      list: 'attachments',
      facts,
    };
  });
}

export function nextCards({ next }: MeetingRecord): PlacedCard[] {
  return next.map(({ id, title, dates, mode, note }) => {
    const facts = [fact('Dates', dates), fact('Mode', mode), fact('Note', note)];
    return { id, item: null, ...named(title || 'Next meeting'), list: 'next', facts };
  });
}

export function runCards({ run }: MeetingRecord, names: Names): PlacedCard[] {
  return run.map((event) => {
    const item = 'item' in event ? event.item : event.type === 'next' ? event.to : null;
    const by = event.by === '' ? '' : ` (${event.by})`;
    return { id: event.id, item, ...named(`${pressWords(event, run, names)}${by}`), list: null, facts: [] };
  });
}

function pressWords(event: RunEvent, run: readonly RunEvent[], names: Names): string {
  switch (event.type) {
    case 'start':
      return `Started ${names.item(event.item)}`;
    case 'next':
      return `Moved on to ${names.item(event.to)}`;
    case 'back':
      return `Went back to ${names.item(event.to)}`;
    case 'skip':
      return `Skipped ${names.item(event.item)}`;
    case 'replan':
      return `Re-planned ${event.changes.length} ${event.changes.length === 1 ? 'item' : 'items'}`;
    case 'hand-over':
      return `${names.person(event.person)} is ${event.role} now`;
    case 'extend':
      return `${event.minutes < 0 ? '' : '+'}${event.minutes} min for ${names.item(event.item)}`;
    case 'undo': {
      const undone = run.find(({ id }) => id === event.event);
      return undone && undone.type !== 'undo'
        ? `Took back: ${pressWords(undone, run, names)}`
        : 'Took a press back';
    }
    default:
      return { pause: 'Paused', resume: 'Resumed', end: 'Ended the day' }[event.type];
  }
}

function clock(start: TimeOfDay): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(start / 60))}:${two(start % 60)}`;
}

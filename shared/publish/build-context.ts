// What all builders of the printable share: names, numbers and dates looked up once, from the whole record, so that a copy
// of day 2 alone still calls its items 2.x and its decisions by their numbers in the meeting.

import type { DecisionId, ItemId, PersonId } from '../domain/ids.ts';
import type { MeetingRecord } from '../domain/meeting.ts';
import { agendaItems, collectRegisters, itemNumbers } from '../domain/registers.ts';
import type { ActionItemNode, DecisionNode } from '../domain/rich-text.ts';
import type { CalendarDate, Instant, TimeZone } from '../domain/time.ts';
import { wallTime } from '../domain/zones.ts';
import type { ItemReference } from './printable.ts';
import type { PublishOptions } from './publish-options.ts';

export interface BuildContext {
  readonly options: PublishOptions;
  /** The meeting's zone, or the reader's where it has none; `null` when neither is known. */
  readonly zone: TimeZone | null;
  /** The day it is, there, to tell what is overdue. */
  readonly today: CalendarDate | null;
  readonly nameOf: (id: PersonId) => string;
  readonly namesOf: (ids: readonly PersonId[]) => readonly string[];
  /** `null` for an item this copy does not print: no link may lead there. */
  readonly referTo: (id: ItemId) => ItemReference | null;
  readonly actionNumber: (node: ActionItemNode) => number;
  readonly decisionNumber: (node: DecisionNode) => number;
  readonly decisionNumberOf: (id: DecisionId) => number | null;
}

export function createBuildContext(
  whole: MeetingRecord,
  cut: MeetingRecord,
  options: PublishOptions,
): BuildContext {
  const names = new Map(whole.people.map((person) => [person.id, person.name]));
  const nameOf = (id: PersonId): string => names.get(id) ?? '';
  const numbers = itemNumbers(whole);
  const printed = new Map(agendaItems(cut).map((item) => [item.id, item.title]));
  const { actions, decisions } = collectRegisters(whole);
  const actionNumbers = new Map(actions.map((entry) => [entry.action, entry.number]));
  const decisionNumbers = new Map(decisions.map((entry) => [entry.decision, entry.number]));
  const numberOfDecision = new Map(decisions.map((entry) => [entry.decision.attrs.id, entry.number]));
  const zone = whole.meta.timeZone ?? options.ownZone ?? null;

  return {
    options,
    zone,
    today: zone === null ? null : dateAt(options.now, zone),
    nameOf,
    namesOf: (ids) => ids.map(nameOf).filter((name) => name !== ''),
    referTo: (id) => {
      const title = printed.get(id);
      if (title === undefined) return null;
      const number = numbers.get(id) ?? '';
      return { number, title, anchor: number === '' ? '' : `item-${number}` };
    },
    actionNumber: (node) => actionNumbers.get(node) ?? 0,
    decisionNumber: (node) => decisionNumbers.get(node) ?? 0,
    decisionNumberOf: (id) => numberOfDecision.get(id) ?? null,
  };
}

function dateAt(now: Instant, zone: TimeZone): CalendarDate {
  return wallTime(now, zone).date;
}

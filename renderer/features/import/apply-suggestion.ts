// What a finding suggests, as a change of the record that is about to be imported. Pure.

import type { MeetingRecord, RecordItem } from '../../../shared/domain/meeting.ts';
import { EMPTY_RICH_DOC } from '../../../shared/domain/rich-text.ts';
import type { Finding } from '../../../shared/import/fidelity-report.ts';
import { mergePeople } from './merge-people.ts';

export interface Suggestion {
  /** Words of the button. */
  readonly label: string;
  /** Words once it is applied. */
  readonly done: string;
  readonly apply: (record: MeetingRecord) => MeetingRecord;
}

/** The change a finding suggests, or `null` where it is only a hint. */
export function suggestionOf(finding: Finding, record: MeetingRecord): Suggestion | null {
  const { kind, text, suggestion } = finding;
  if (suggestion === undefined) return null;
  if (kind === 'look-alike') {
    const from = record.people.find(({ name }) => name === text);
    const to = record.people.find(({ name }) => name === suggestion);
    if (!from || !to || from === to) return null;
    return {
      label: `The same as ${suggestion}`,
      done: `Taken for ${suggestion}.`,
      apply: (before) => mergePeople(before, from.id, to.id),
    };
  }
  if (kind === 'preparation' && (suggestion === 'minutes' || suggestion === 'preparation')) {
    return {
      label: `Take it as ${suggestion}`,
      done: `Taken as ${suggestion}.`,
      apply: (before) => moveText(before, text, suggestion),
    };
  }
  return null;
}

/** Takes the text of an item, all of it, for minutes or for preparation. */
function moveText(record: MeetingRecord, title: string, to: 'minutes' | 'preparation'): MeetingRecord {
  const move = (item: RecordItem): RecordItem => {
    const slots = item.slots.map(move);
    if (item.title !== title) return { ...item, slots };
    const content = [...withText(item.prep), ...withText(item.minutes)];
    const whole = content.length > 0 ? { type: 'doc' as const, content } : EMPTY_RICH_DOC;
    return to === 'minutes'
      ? { ...item, slots, prep: EMPTY_RICH_DOC, minutes: whole }
      : { ...item, slots, prep: whole, minutes: EMPTY_RICH_DOC };
  };
  const days = record.days.map((day) => ({
    ...day,
    blocks: day.blocks.map((block) => ({ ...block, items: block.items.map(move) })),
  }));
  return { ...record, days };
}

/** The blocks of a text; an empty one has none. */
function withText({ content }: RecordItem['prep']): RecordItem['prep']['content'] {
  const [first, ...rest] = content;
  const isEmpty = rest.length === 0 && first?.type === 'paragraph' && !first.content?.length;
  return isEmpty ? [] : content;
}

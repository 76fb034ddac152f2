import { describe, expect, test } from 'vitest';
import { suggestionOf } from '../../../../renderer/features/import/apply-suggestion.ts';
import type { MeetingRecord } from '../../../../shared/domain/meeting.ts';
import { EMPTY_RICH_DOC } from '../../../../shared/domain/rich-text.ts';
import type { Finding, FindingKind } from '../../../../shared/import/fidelity-report.ts';
import { day, doc, emptyRecord, item, para, person } from '../../../shared/publish/sample-record.ts';

const text = doc(para('Two rehearsals a year.'));
const slot = item('Berlin', { prep: text });
const record = emptyRecord({
  people: [person('p1', 'Jonas Lindqvist'), person('p2', 'Jonsa Lindqvist')],
  days: [
    day('d1', '2026-03-10', [
      item('Recovery rehearsals', { prep: text }),
      item('Around the houses', { kind: 'round', slots: [slot] }),
    ]),
  ],
});

const finding = (kind: FindingKind, words: string, suggestion?: string): Finding => ({
  kind,
  line: 12,
  text: words,
  message: '',
  ...(suggestion !== undefined && { suggestion }),
});
const itemsOf = ({ days }: MeetingRecord) => days[0]?.blocks[0]?.items ?? [];

describe('a suggestion', () => {
  test('takes a text for minutes, and back', () => {
    const toMinutes = suggestionOf(finding('preparation', 'Recovery rehearsals', 'minutes'), record);
    const moved = toMinutes?.apply(record) ?? record;
    expect(itemsOf(moved)[0]).toMatchObject({ prep: EMPTY_RICH_DOC, minutes: text });

    const back = suggestionOf(finding('preparation', 'Recovery rehearsals', 'preparation'), moved);
    expect(itemsOf(back?.apply(moved) ?? moved)[0]).toMatchObject({ prep: text, minutes: EMPTY_RICH_DOC });
  });

  test('reaches into the slots of a round and leaves other items alone', () => {
    const moved = suggestionOf(finding('preparation', 'Berlin', 'minutes'), record)?.apply(record) ?? record;
    expect(itemsOf(moved)[1]?.slots[0]?.minutes).toEqual(text);
    expect(itemsOf(moved)[0]).toEqual(itemsOf(record)[0]);
  });

  test('takes two names for one person, once', () => {
    const same = suggestionOf(finding('look-alike', 'Jonsa Lindqvist', 'Jonas Lindqvist'), record);
    const joined = same?.apply(record) ?? record;
    expect(joined.people.map(({ name }) => name)).toEqual(['Jonas Lindqvist']);
    expect(suggestionOf(finding('look-alike', 'Jonsa Lindqvist', 'Jonas Lindqvist'), joined)).toBeNull();
  });

  test('that cannot be applied here is only a hint', () => {
    expect(suggestionOf(finding('time', '13:00ish', '13:00'), record)).toBeNull();
    expect(suggestionOf(finding('person', 'B. O.'), record)).toBeNull();
  });
});

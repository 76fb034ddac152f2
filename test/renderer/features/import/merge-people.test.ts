import { describe, expect, test } from 'vitest';
import { countWords } from '../../../../renderer/features/import/count-words.ts';
import { mergePeople } from '../../../../renderer/features/import/merge-people.ts';
import { sortFindings } from '../../../../renderer/features/import/sort-findings.ts';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { collectRegisters } from '../../../../shared/domain/registers.ts';
import type { Finding, FindingKind } from '../../../../shared/import/fidelity-report.ts';
import { action, day, doc, emptyRecord, ids, item, person } from '../../../shared/publish/sample-record.ts';

const minutes = doc(
  action('a1', 'Book the room', { assignees: ids('jonas', 'jonsa'), helpers: ids('jonsa') }),
);
const record = emptyRecord({
  people: [
    person('jonas', 'Jonas Lindqvist'),
    person('jonsa', 'Jonsa Lindqvist'),
    person('mara', 'Mara Okafor'),
  ],
  days: [day('d1', '2026-03-10', [item('Budget', { presenters: ids('jonsa', 'mara'), minutes })])],
});

describe('two names taken for one person', () => {
  const merged = mergePeople(record, 'jonsa' as PersonId, 'jonas' as PersonId);

  test('leave one on the list', () => {
    expect(merged.people.map(({ name }) => name)).toEqual(['Jonas Lindqvist', 'Mara Okafor']);
  });

  test('become that one wherever they were named, once in each list', () => {
    expect(merged.days[0]?.blocks[0]?.items[0]?.presenters).toEqual(['jonas', 'mara']);
    expect(collectRegisters(merged).actions[0]?.action.attrs).toMatchObject({
      assignees: ['jonas'],
      helpers: ['jonas'],
    });
  });

  test('change nothing else, and not the record they came from', () => {
    expect(merged.meta).toEqual(record.meta);
    expect(record.people).toHaveLength(3);
  });
});

test('what was understood is counted in words, without what there is none of', () => {
  expect(countWords(record)).toEqual(['1 day', '1 item', '1 action', '3 people']);
  expect(countWords(emptyRecord())).toEqual(['Nothing but a title']);
});

describe('what needs a look', () => {
  const finding = (kind: FindingKind): Finding => ({ kind, line: 1, text: kind, message: '' });

  test('is grouped, and what is left out of the meeting stands apart', () => {
    const { groups, leftOut } = sortFindings(
      (['leftover', 'person', 'duration', 'time', 'furniture'] as const).map(finding),
    );
    expect(groups.map(({ title, findings }) => [title, ...findings.map(({ kind }) => kind)])).toEqual([
      ['Dates and times', 'duration', 'time'],
      ['People', 'person'],
    ]);
    expect(leftOut.map(({ kind }) => kind)).toEqual(['leftover', 'furniture']);
  });

  test('loses no finding, whatever its kind', () => {
    const kinds: readonly FindingKind[] = [
      'time-zone',
      'date',
      'time',
      'untimed',
      'duration',
      'columns',
      'person',
      'look-alike',
      'user-name',
      'action',
      'preparation',
      'proposal',
      'link',
      'image',
      'table',
      'encoding',
      'contents',
      'furniture',
      'leftover',
    ];
    const { groups, leftOut } = sortFindings(kinds.map(finding));
    const shown = [...groups.flatMap((group) => group.findings), ...leftOut].map(({ kind }) => kind);
    expect(shown.toSorted()).toEqual([...kinds].toSorted());
  });
});

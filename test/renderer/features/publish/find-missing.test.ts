import { describe, expect, test } from 'vitest';
import { fileName } from '../../../../renderer/features/publish/file-name.ts';
import { findMissing } from '../../../../renderer/features/publish/find-missing.ts';
import type { RecordItem } from '../../../../shared/domain/meeting.ts';
import type { CalendarDate } from '../../../../shared/domain/time.ts';
import { action, day, doc, emptyRecord, ids, item, para } from '../../../shared/publish/sample-record.ts';

const meeting = (...items: RecordItem[]) => emptyRecord({ days: [day('d1', '2026-03-11', items)] });
const said = doc(para('Agreed.'));
const words = (record: ReturnType<typeof meeting>, what: 'minutes' | 'agenda') =>
  findMissing(record, what).map(({ text }) => text);

describe('what the minutes lack', () => {
  test('are items without a word, each with its place', () => {
    const record = meeting(item('Opening', { minutes: said }), item('Budget'), item('Any other business'));
    expect(findMissing(record, 'minutes')).toEqual([
      {
        text: '2 items have no minutes',
        places: [
          { item: 'Budget', label: '1.2 Budget' },
          { item: 'Any other business', label: '1.3 Any other business' },
        ],
      },
    ]);
  });

  test('are not breaks, cancelled items, or rounds whose slots are minuted', () => {
    const slots = [item('Berlin', { minutes: said })];
    const record = meeting(
      item('Coffee', { kind: 'break' }),
      item('Night lights', { cancelled: '' }),
      item('Around the houses', { kind: 'round', slots }),
    );
    expect(words(record, 'minutes')).not.toContain('2 items have no minutes');
    expect(words(record, 'minutes')).not.toContain('3 items have no minutes');
  });

  test('are open actions without somebody or a date', () => {
    const due = '2026-03-16' as CalendarDate;
    const minutes = doc(
      action('a1', 'one', { due }),
      action('a2', 'two', { assignees: ids('p1') }),
      action('a3', 'three', { status: 'done' }),
    );
    expect(words(meeting(item('Budget', { minutes })), 'minutes')).toEqual([
      '1 action has no assignee',
      '1 action has no due date',
    ]);
  });
});

describe('what an agenda lacks', () => {
  test('are lengths and presenters, not minutes', () => {
    const record = meeting(item('Budget', { duration: '', presenters: ids('p1') }), item('Rooms'));
    expect(words(record, 'agenda')).toEqual(['1 item has no length', '1 item has no presenter']);
  });
});

describe('a file name', () => {
  test('keeps the title and leaves out what file systems refuse', () => {
    expect(fileName('Leads: spring/summer "review"?')).toBe('Leads spring summer review');
    expect(fileName('../../etc/passwd')).toBe('etc passwd');
    expect(fileName('  ')).toBe('Untitled meeting');
    expect(fileName('a'.repeat(400))).toHaveLength(120);
  });
});

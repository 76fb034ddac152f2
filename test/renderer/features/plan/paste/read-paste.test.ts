import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeDays, readPaste } from '../../../../../renderer/features/plan/paste/read-paste.ts';
import type { DayId, NewId } from '../../../../../shared/domain/ids.ts';
import type { CalendarDate } from '../../../../../shared/domain/time.ts';
import { day, person } from '../../../../shared/publish/sample-record.ts';

let made = 0;
const newId: NewId = () => {
  made += 1;
  return `new-${made}`;
};
const people = [person('ra', 'Rüya Aydın'), person('bo', 'Ben Osei'), person('bl', 'Bea Lim')];
const context = { newId, people, date: '2026-03-10' as CalendarDate, aliases: new Map<string, string>() };

function read(text: string, aliases = context.aliases) {
  const result = readPaste(text, { ...context, aliases });
  if (!result.ok) throw new Error(result.error);
  const { days, people: fresh, findings } = result.value;
  const names = new Map([...people, ...fresh].map(({ id, name }) => [id, name]));
  const items = days.flatMap((each) => each.blocks.flatMap((block) => block.items));
  return {
    items: items.map(({ title, duration, presenters, tickets }) =>
      [title, duration, presenters.map((id) => names.get(id)).join('+'), tickets.join('+')].join(' | '),
    ),
    fresh: fresh.map(({ name }) => name),
    findings,
  };
}

describe('a pasted line', () => {
  test('is read in the short form of quick entry', () => {
    expect(read('10:30 45m Networks @ruya @"Nova Lind" #DOC-118\nBudget 20 min').items).toEqual([
      'Networks | 45m | Rüya Aydın+Nova Lind | DOC-118',
      'Budget | 20 min |  | ',
    ]);
  });

  test('is read as a page writes it where that says more', () => {
    expect(read('09:00–09:30 Budget – Ben Osei\n09:30 Plans (Bea Lim, 20 min)').items).toEqual([
      'Budget | 30 | Ben Osei | ',
      'Plans | 20 min | Bea Lim | ',
    ]);
  });

  test('names people of the meeting with and without accents; others are new', () => {
    const { items, fresh } = read('Topic\tPresenter\tMinutes\nPlans\tRuya Aydin, Nova Lind\t10');
    expect(items).toEqual(['Plans | 10 | Rüya Aydın+Nova Lind | ']);
    expect(fresh).toEqual(['Nova Lind']);
  });

  test('that could mean several people takes nobody, until it is said who', () => {
    const line = 'Plans 10m @be';
    expect(read(line)).toMatchObject({
      items: ['Plans | 10m |  | '],
      findings: [{ kind: 'look-alike', text: 'be' }],
    });
    expect(read(line, new Map([['be', 'Ben Osei']]))).toMatchObject({
      items: ['Plans | 10m | Ben Osei | '],
      findings: [],
    });
  });

  test('with a name one slip away takes the person once that is said', () => {
    const cells = 'Topic\tPresenter\nPlans\tBen Osey';
    expect(read(cells)).toMatchObject({ fresh: ['Ben Osey'], findings: [{ suggestion: 'Ben Osei' }] });
    expect(read(cells, new Map([['Ben Osey', 'Ben Osei']]))).toMatchObject({ fresh: [], findings: [] });
  });

  test('of any characters gives an answer', () => {
    const part = fc.oneof(
      fc.constantFrom('@', '#', '"', '@"', '10:30 ', '45m ', '\n', '\t', '(', ' – ', 'be', '\u202e', '=1'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        expect(typeof readPaste(parts.join(''), context).ok).toBe('boolean');
      }),
    );
  });
});

describe('pasted days go', () => {
  const days = [day('d1', '2026-03-10', []), day('d2', '2026-03-11', []), day('d4', '2026-03-13', [])];
  const pasted = (...list: [date: string, isDated: boolean][]) =>
    list.map(([date, isDated], i) => ({ ...day(`p${i}`, date, []), isDated }));
  const places = (chosen: string, ...list: [string, boolean][]) =>
    placeDays(days, chosen as DayId, pasted(...list)).map(({ to }) => to);

  test('into the chosen one when there is one, whatever date it gives', () => {
    expect(places('d2', ['2026-09-01', true])).toEqual(['d2']);
    expect(places('d2', ['2026-03-10', false])).toEqual(['d2']);
  });

  test('one after the other from the chosen one on, and on to new days', () => {
    expect(places('d2', ['2026-03-11', false], ['2026-03-12', false], ['2026-03-13', false])).toEqual([
      'd2',
      'd4',
      { date: '2026-03-13' },
    ]);
  });

  test('to those of their dates', () => {
    expect(places('d1', ['2026-03-13', true], ['2026-03-20', true])).toEqual(['d4', { date: '2026-03-20' }]);
  });

  test('to new ones in a meeting without days', () => {
    const to = placeDays(
      [],
      '2026-05-04' as CalendarDate,
      pasted(['2026-05-04', false], ['2026-05-05', false]),
    );
    expect(to.map((each) => each.to)).toEqual([{ date: '2026-05-04' }, { date: '2026-05-05' }]);
  });
});

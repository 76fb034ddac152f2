import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NewId, PersonId } from '../../../shared/domain/ids.ts';
import { formatClock } from '../../../shared/domain/plan-times.ts';
import { plainText } from '../../../shared/domain/registers.ts';
import type { CalendarDate, TimeOfDay } from '../../../shared/domain/time.ts';
import { LONGEST_PASTE, type PasteOptions, readPastedAgenda } from '../../../shared/import/paste-agenda.ts';
import { at, person } from '../publish/sample-record.ts';

let made = 0;
const newId: NewId = () => {
  made += 1;
  return `new-${made}`;
};
const people = [person('wf', 'Wanda Ferro'), person('ra', 'Rüya Aydın')];

const options = (fields: Partial<PasteOptions> = {}): PasteOptions => ({
  newId,
  people,
  meant: (name) => name,
  date: '2026-03-10' as CalendarDate,
  readLine: () => null,
  ...fields,
});

function read(text: string, fields: Partial<PasteOptions> = {}) {
  const result = readPastedAgenda(text, options(fields));
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

/** One line an item: start, minutes, title, presenters. */
function outline(text: string, fields: Partial<PasteOptions> = {}): string[] {
  const { days, people: fresh } = read(text, fields);
  const names = new Map([...people, ...fresh].map(({ id, name }) => [id, name]));
  const nameOf = (id: PersonId) => names.get(id) ?? '?';
  return days.flatMap((day) =>
    day.blocks.flatMap((block) =>
      block.items.map((item) =>
        [
          item.start === null ? '-' : formatClock(item.start),
          item.duration || '-',
          item.kind === 'topic' ? item.title : `${item.kind} ${item.title}`,
          item.presenters.map(nameOf).join('+'),
          block.moderators.map(nameOf).join('+'),
        ]
          .filter((part) => part !== '')
          .join(' | '),
      ),
    ),
  );
}

describe('cells of a spreadsheet', () => {
  test('are read by their column headings', () => {
    const cells = [
      'Time\tMinutes\tTopic\tPresenter\tModerator',
      '09:00\t15\tWelcome\tWanda Ferro\tRüya Aydın',
      '09:15\t30?\tRecovery rehearsals\tBen Osei, Wanda Ferro\tRüya Aydın',
      '09:45\t15\tCoffee break\t\tRüya Aydın',
      '10:00\t45\tArchive formats\tBen Osei\tWanda Ferro',
    ];
    expect(outline(cells.join('\r\n'))).toEqual([
      '09:00 | 15 | Welcome | Wanda Ferro | Rüya Aydın',
      '- | 30? | Recovery rehearsals | Ben Osei+Wanda Ferro | Rüya Aydın',
      '- | 15 | break Coffee break | Rüya Aydın',
      '- | 45 | Archive formats | Ben Osei | Wanda Ferro',
    ]);
    expect(read(cells.join('\n')).people).toMatchObject([{ name: 'Ben Osei', kind: 'attendee' }]);
    expect(read(cells.join('\n')).findings).toEqual([]);
  });

  test('in a column of minutes are lengths for the most part, or else texts', () => {
    const itemsOf = (cells: string) =>
      read(cells).days.flatMap((day) => day.blocks.flatMap((block) => block.items));
    const lengths = itemsOf('Time\tMinutes\tTopic\n9:00\t10\tA\n9:10\tas long as it takes\tB\n9:30\t5\tC');
    expect(lengths.map(({ duration }) => duration)).toEqual(['10', 'as long as it takes', '5']);
    const [text] = itemsOf('Time\tTopic\tMinutes\n9:00\tA\tWe agreed to begin.\n9:10\tB\tNobody came.');
    expect(plainText(text?.minutes.content ?? [])).toBe('We agreed to begin.');
  });

  test('without headings are taken by what they hold, and that is said', () => {
    expect(outline('9:00\t10\tWelcome everybody\n9:10\t20\tNews of the houses')).toEqual([
      '09:00 | 10 | Welcome everybody',
      '- | 20 | News of the houses',
    ]);
    expect(read('9:00\t10\tWelcome everybody\n9:10\t20\tNews').findings.map(({ kind }) => kind)).toEqual([
      'columns',
    ]);
  });

  test('with a start and an end have the length between', () => {
    expect(outline('Start\tEnd\tTopic\n14:00\t14:25\tNews\n14:25\t15:00\tPlans')).toEqual([
      '14:00 | 25 | News',
      '- | 35 | Plans',
    ]);
  });

  test('keep what a cell has in several lines, and what has no column, in the preparation', () => {
    const text =
      'Topic\tMinutes\tNotes\tBudget line\nPlans\t20\t"Read ""the plan"" first\nand the map"\tB-12';
    const [item] = read(text).days[0]?.blocks[0]?.items ?? [];
    expect(item?.title).toBe('Plans');
    expect(plainText(item?.prep.content ?? [])).toBe('Budget line: B-12\nRead "the plan" first\nand the map');
  });

  test('of several days are days', () => {
    const { days } = read('Day\tTime\tTopic\n2026-03-10\t09:00\tA first\n2026-03-11\t09:00\tA second');
    expect(days.map(({ date, isDated }) => [date, isDated])).toEqual([
      ['2026-03-10', true],
      ['2026-03-11', true],
    ]);
  });

  test('separated by semicolons or commas are cells under headings, and else a line', () => {
    expect(outline('Time;Minutes;Topic\n09:00;10;"Plans; and more"')).toEqual([
      '09:00 | 10 | Plans; and more',
    ]);
    expect(outline('Time,Topic,Minutes\n09:00,Plans,10')).toEqual(['09:00 | 10 | Plans']);
    expect(outline('Plans, maps, and more')).toEqual(['- | - | Plans, maps, and more']);
  });

  test('between pipes are a table', () => {
    expect(outline('| Time | Topic | Min |\n|---|---|---|\n| 9:00 | Plans | 10 |')).toEqual([
      '09:00 | 10 | Plans',
    ]);
  });

  test('a length that is none is kept as written and said', () => {
    const { findings, days } = read('Time\tTopic\tDuration\n09:00\tPlans\tas long as it takes');
    expect(days[0]?.blocks[0]?.items[0]?.duration).toBe('as long as it takes');
    expect(findings).toMatchObject([{ kind: 'duration', line: 2, text: 'as long as it takes' }]);
  });

  test('formulas are words like any other', () => {
    expect(outline('Topic\tMinutes\n=HYPERLINK("http://x","y")\t10\n+SUM(A1)\t5\n@cmd\t5')).toEqual([
      '- | 10 | =HYPERLINK("http://x","y")',
      '- | 5 | +SUM(A1)',
      '- | 5 | @cmd',
    ]);
  });
});

describe('lines', () => {
  test('are items as a page would write them, days, moderators and blocks', () => {
    const text = [
      'Day 1: Tuesday 10 March',
      'Moderator: Rüya Aydın',
      '09:00–09:30 Budget (Wanda Ferro)',
      '- 09:30 Plans, 15 min',
      '  read the map first',
      'Afternoon:',
      '1. Lunch',
      '-----',
      'Day 2',
      '* Wrap-up',
    ].join('\n');
    expect(outline(text)).toEqual([
      '09:00 | 30 | Budget | Wanda Ferro | Rüya Aydın',
      '- | 15 min | Plans | Rüya Aydın',
      '- | - | break Lunch',
      '- | - | Wrap-up',
    ]);
    const { days, findings } = read(text);
    expect(days.map(({ blocks }) => blocks.map(({ title }) => title))).toEqual([['', 'Afternoon'], ['']]);
    expect(plainText(days[0]?.blocks[0]?.items[1]?.prep.content ?? [])).toBe('read the map first');
    expect(findings).toMatchObject([{ kind: 'leftover', line: 8, text: '-----' }]);
  });

  test('in the short form are read by the one who knows it', () => {
    const readLine: PasteOptions['readLine'] = (line) =>
      line.includes('@')
        ? {
            kind: 'topic',
            start: at(10, 30),
            duration: '45m',
            title: 'Networks',
            presenters: ['Wanda Ferro', 'Nova Lind'],
            tickets: ['DOC-118'],
            unclear: [{ typed: 'be', candidates: ['Ben Osei', 'Bea Lim'] }],
          }
        : null;
    expect(outline('10:30 45m Networks @wanda @"Nova Lind" @be #DOC-118', { readLine })).toEqual([
      '10:30 | 45m | Networks | Wanda Ferro+Nova Lind',
    ]);
    const { days, findings } = read('x @y', { readLine });
    expect(days[0]?.blocks[0]?.items[0]?.tickets).toEqual(['DOC-118']);
    expect(findings).toMatchObject([{ kind: 'look-alike', text: 'be' }]);
  });

  test('name people of the meeting by what is meant', () => {
    const meant = (name: string) => (name === 'Ruya Aydin' ? 'Rüya Aydın' : name);
    expect(outline('09:00 Plans (Ruya Aydin)', { meant })).toEqual(['09:00 | - | Plans | Rüya Aydın']);
    expect(read('Topic\tPresenter\nPlans\tWand Ferro').findings).toMatchObject([
      { kind: 'look-alike', text: 'Wand Ferro', suggestion: 'Wanda Ferro' },
    ]);
  });

  test('from right to left keep their words', () => {
    expect(outline('09:00 ברוכים הבאים\nمقدمة\u200f')).toEqual([
      '09:00 | - | ברוכים הבאים',
      '- | - | مقدمة\u200f',
    ]);
  });
});

describe('whatever is pasted', () => {
  test('nothing, and too much, is refused', () => {
    expect(readPastedAgenda(' \n\t', options())).toMatchObject({ ok: false, error: 'empty' });
    expect(readPastedAgenda('x'.repeat(LONGEST_PASTE + 1), options())).toMatchObject({ error: 'too-long' });
    expect(readPastedAgenda('a\n'.repeat(20_000), options())).toMatchObject({ error: 'too-long' });
  });

  const word = fc.constantFrom(
    ...[
      '09:00',
      '9-10:30',
      '45m',
      '1 hour?',
      'Topic',
      'Time',
      'Minutes',
      'Presenter',
      'Moderator:',
      'Day 2',
      '"',
      '""',
    ],
    ...[
      '|',
      '|---|',
      '@',
      '#',
      '- ',
      '  ',
      '\t',
      '\n',
      '\r\n',
      ';',
      ',',
      '=1+1',
      'Wanda Ferro',
      'Break',
      'Close',
      ':',
    ],
    ...['ער', '\u202e', '\0', '👩‍🔬', '2026-03-11', '99:99', '-1', '<b>', '[link](x)', '**', '(', ')'],
  );

  test('gives an answer: items with starts of a day and titles of one line, or a reason', () => {
    const anything = fc.array(fc.oneof({ weight: 5, arbitrary: word }, fc.string({ unit: 'binary' })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(anything, (words) => {
        const result = readPastedAgenda(words.join(''), options());
        if (!result.ok) return;
        const known = new Set([...people, ...result.value.people].map(({ id }) => id));
        for (const block of result.value.days.flatMap((day) => day.blocks)) {
          for (const id of block.moderators) expect(known.has(id)).toBe(true);
          for (const item of block.items) {
            expect(item.title).not.toMatch(/[\n\t\0]/);
            expect(item.start ?? 0).toBeGreaterThanOrEqual(0);
            expect(item.start ?? 0).toBeLessThan((24 * 60) as TimeOfDay);
            for (const id of item.presenters) expect(known.has(id)).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['open quotes', '"x\t'],
    ['quotes of quotes', '"""a\t'],
    ['parentheses', '(('],
    ['pipes', '|---|\n|'],
    ['points', '- - '],
    ['times', '9:00-'],
    ['mentions', '@a '],
    ['spaces', '        '],
    ['stars', '**'],
    ['names', 'Aa Bb, '],
  ])('costs little, however long it is: %s', (_name, part) => {
    const text = part.repeat(Math.floor(LONGEST_PASTE / part.length));
    const before = process.cpuUsage();
    readPastedAgenda(`Topic\tTime\n${text}`, options());
    readPastedAgenda(text, options());
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000);
  });
});

import { describe, expect, test } from 'vitest';
import { calendarDate, findDates } from '../../../shared/import/dates.ts';

const read = (text: string) =>
  findDates(text).map((date) => `${calendarDate(date, 2026)}${date.range ? ' to' : ''}`);

describe('findDates', () => {
  test.each([
    ['25 Feb 2020 – 27 Feb 2020', ['2020-02-25', '2020-02-27']],
    ['Feb 25, 2020 by John', ['2020-02-25']],
    ['Tuesday, March 3rd, 2026', ['2026-03-03']],
    ['the 10th of March', ['2026-03-10']],
    ['10–12 March 2026', ['2026-03-10 to']],
    ['2020-05-12/14', ['2020-05-12 to']],
    ['2021-02-22/25.', ['2021-02-22 to']],
    ['2026-03-10 and 2026-03-11', ['2026-03-10', '2026-03-11']],
    ['opening times in August. 16 Mar 2026', ['2026-03-16']],
    ['10.03.2026', ['2026-03-10']],
    ['31/12/2026 or 12/31/2026', ['2026-12-31', '2026-12-31']],
  ])('reads %j', (text, dates) => {
    expect(read(text)).toEqual(dates);
  });

  test.each([
    '3/4/2026',
    '30 February 2026',
    '2026-13-01',
    'Bellm_200225',
    'step 5',
    'may be lost',
    '1–3 months',
  ])('reads no date in %j', (text) => {
    expect(read(text)).toEqual([]);
  });
});

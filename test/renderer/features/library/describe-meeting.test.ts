import { describe, expect, test } from 'vitest';
import {
  contentsOf,
  dateMark,
  stateOf,
  templateWords,
  whenOf,
} from '../../../../renderer/features/library/describe-meeting.ts';
import type { TimeZone } from '../../../../shared/domain/time.ts';
import { aSummary, date } from './a-summary.ts';

const berlin = 'Europe/Berlin' as TimeZone;
const phoenix = 'America/Phoenix' as TimeZone;

describe('when a meeting is', () => {
  test('stands in one’s own zone, the meeting’s in brackets', () => {
    expect(whenOf(aSummary(), berlin)).toBe('Tue 17:00–18:00 (09:00 Phoenix)');
  });

  test('stands alone where both zones show the same', () => {
    expect(whenOf(aSummary(), phoenix)).toBe('Tue 09:00–10:00');
  });

  test('is on another day where midnight lies between', () => {
    const evening = aSummary({ startMinutes: 22 * 60, endMinutes: 23 * 60 });
    expect(whenOf(evening, berlin)).toBe('Wed 06:00–07:00 (22:00 Phoenix)');
    expect(dateMark(evening, berlin)).toEqual({ day: '11', month: 'Mar' });
    expect(dateMark(evening, phoenix)).toEqual({ day: '10', month: 'Mar' });
  });

  test('says that the zone is not known rather than guess one', () => {
    expect(whenOf(aSummary({ timeZone: null }), berlin)).toBe('Tue 09:00–10:00, no time zone yet');
  });

  test('of several days is their range', () => {
    const spring = aSummary({ lastDay: date('2026-03-12'), dayCount: 3 });
    expect(whenOf(spring, berlin)).toBe('10–12 Mar 2026, 3 days');
  });

  test('without a day or a start is said in words', () => {
    expect(whenOf(aSummary({ firstDay: null, lastDay: null }), berlin)).toBe('No date yet');
    expect(whenOf(aSummary({ startMinutes: null }), berlin)).toBe('Tuesday 10 March');
    expect(dateMark(aSummary({ firstDay: null }), berlin)).toBeNull();
  });
});

describe('a meeting that was joined and has not come', () => {
  test('is no empty draft', () => {
    const joined = aSummary({ waiting: true, firstDay: null, lastDay: null, itemCount: 0, state: 'draft' });
    expect(whenOf(joined, berlin)).toBe('Joined with an invite');
    expect(contentsOf(joined, false)).toBe('nothing of it has come yet');
    expect(stateOf(joined, false).text).toBe('Waiting for the first copy');
  });
});

describe('what a meeting holds', () => {
  test('is counted before it, with who comes', () => {
    expect(contentsOf(aSummary({ itemCount: 1, actionCount: 2, peopleCount: 18 }), false)).toBe(
      '1 item, 2 actions, 18 people',
    );
  });

  test('says after it how much is done', () => {
    const past = (actionCount: number, actionsDone: number) =>
      contentsOf(aSummary({ actionCount, actionsDone, decisionCount: 1 }), true);
    expect(past(3, 0)).toBe('6 items, 3 actions, 1 decision');
    expect(past(3, 2)).toBe('6 items, 3 actions, 2 done, 1 decision');
    expect(past(2, 2)).toBe('6 items, 2 actions, all done, 1 decision');
    expect(past(1, 1)).toBe('6 items, 1 action, done, 1 decision');
  });
});

describe('a template', () => {
  test('is counted without dates and states', () => {
    expect(templateWords(aSummary({ dayCount: 3, itemCount: 24, peopleCount: 1 }))).toBe(
      '3 days, 24 items, 1 person',
    );
    expect(templateWords(aSummary({ itemCount: 1, series: 'Leads' }))).toBe('1 day, 1 item · Leads');
  });
});

describe('the state of a meeting', () => {
  test('is about the agenda before it', () => {
    expect(stateOf(aSummary({ state: 'draft', itemCount: 0 }), false).text).toBe('Draft');
    expect(stateOf(aSummary({ state: 'draft' }), false).text).toBe('Draft agenda');
    expect(stateOf(aSummary(), false).text).toBe('Agenda ready');
  });

  test('is about the minutes after it', () => {
    expect(stateOf(aSummary({ state: 'published' }), true).text).toBe('Published');
    expect(stateOf(aSummary({ state: 'closed' }), true).text).toBe('Minutes not published');
    expect(stateOf(aSummary({ decisionCount: 1 }), true).text).toBe('Minutes not published');
    expect(stateOf(aSummary(), true).text).toBe('Agenda only');
  });
});

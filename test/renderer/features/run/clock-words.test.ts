import { describe, expect, test } from 'vitest';
import {
  clockTone,
  countingWord,
  numerals,
  phaseWord,
  spokenPhase,
  timerName,
} from '../../../../renderer/features/run/clock-words.ts';
import { deltaWord, paceWord, plannedWord } from '../../../../renderer/features/run/pace-words.ts';
import type { Clock } from '../../../../shared/domain/run-state.ts';
import { type CalendarDate, type Duration, minutes, type TimeZone } from '../../../../shared/domain/time.ts';

const s = (seconds: number) => (seconds * 1000) as Duration;
const NONE = s(0);
function clock(phase: Clock['phase'], elapsed: number, length: number | null = 1800): Clock {
  return {
    phase,
    elapsed: s(elapsed),
    length: length === null ? null : s(length),
    remaining: length === null ? null : s(length - elapsed),
  };
}

describe('the clock in words', () => {
  test('counts what is left, or on request what has passed', () => {
    const running = clock('wrap-up', 25 * 60 + 24);
    expect([numerals(running, 'remaining'), countingWord(running, 'remaining')]).toEqual([
      '4:36',
      'Remaining',
    ]);
    expect([numerals(running, 'elapsed'), countingWord(running, 'elapsed')]).toEqual(['25:24', 'Elapsed']);
  });

  test('over counts up with a plus, whatever was asked for', () => {
    const over = clock('over', 32 * 60 + 10);
    expect([numerals(over, 'elapsed'), countingWord(over, 'elapsed')]).toEqual(['+2:10', 'Over']);
  });

  test('each phase has its word', () => {
    expect(phaseWord(clock('on-time', 60), NONE, null)).toBeNull();
    expect(phaseWord(clock('wrap-up', 1500), NONE, null)).toBe('Wrap up, 5 min left');
    expect(phaseWord(clock('last-minute', 1750), NONE, null)).toBe('Last minute');
    expect(phaseWord(clock('over', 1800), NONE, null)).toBe('Time is up');
    expect(phaseWord(clock('over', 1930), NONE, null)).toBe('Over by 2 min');
    expect(phaseWord(clock('paused', 60), s(200), null)).toBe('Paused 3:20');
    expect(phaseWord(clock('break', 60), NONE, '11:00 MST (19:00 here)')).toBe(
      'Break until 11:00 MST (19:00 here)',
    );
    expect(phaseWord(clock('untimed', 60, null), NONE, null)).toBe('No length planned');
  });

  test('its name changes by the minute, not by the second', () => {
    const names = new Set(
      Array.from({ length: 60 }, (_, second) => timerName(clock('on-time', 600 + second))),
    );
    expect([...names]).toEqual(['20 minutes left of 30']);
    expect(timerName(clock('over', 1930))).toBe('Over by 2 minutes');
    expect(timerName(clock('paused', 600))).toBe('20 minutes left of 30, paused');
    expect(timerName(clock('untimed', 130, null))).toBe('2 minutes elapsed');
  });

  test('says what begins, and nothing while all is well', () => {
    expect(spokenPhase(clock('wrap-up', 1500))).toBe('5 minutes left.');
    expect(spokenPhase(clock('last-minute', 1740))).toBe('1 minute left.');
    expect(spokenPhase(clock('over', 1800))).toBe('Over time.');
    expect(spokenPhase(clock('on-time', 10))).toBe('');
  });

  test('the colour goes with the word', () => {
    expect(clockTone(clock('wrap-up', 1500))).toBe('warn');
    expect(clockTone(clock('over', 1900))).toBe('over');
    expect(clockTone(clock('break', 1))).toBe('ok');
  });
});

describe('the pace in words', () => {
  test('within a minute is on time', () => {
    expect(paceWord(s(59)).text).toBe('On time');
    expect(paceWord(s(-60)).text).toBe('On time');
    expect(paceWord(minutes(8)).text).toBe('8 min behind');
    expect(paceWord(minutes(75)).text).toBe('1 h 15 behind');
    expect(paceWord(minutes(-3)).text).toBe('3 min ahead');
    expect(paceWord(null).text).toBe('Not planned');
  });

  test('over and under have a sign', () => {
    expect([deltaWord(minutes(12)), deltaWord(minutes(-4)), deltaWord(minutes(0))]).toEqual([
      '+12',
      '−4',
      '0',
    ]);
  });
});

describe('planned times', () => {
  const date = '2026-03-11' as CalendarDate;
  const phoenix = 'America/Phoenix' as TimeZone;
  const berlin = 'Europe/Berlin' as TimeZone;

  test('are told in both zones', () => {
    expect(plannedWord({ start: 660, end: 690 }, date, phoenix, berlin)).toBe(
      '11:00–11:30 MST, 19:00 your time',
    );
  });

  test('in one where both are the same', () => {
    expect(plannedWord({ start: 660, end: 690 }, date, phoenix, phoenix)).toBe('11:00–11:30 MST');
  });

  test('across midnight say so', () => {
    expect(plannedWord({ start: 1020, end: 1020 }, date, phoenix, berlin)).toBe(
      '17:00 MST, 01:00 +1 your time',
    );
  });

  test('without a zone stand alone', () => {
    expect(plannedWord({ start: 660, end: 690 }, date, null, berlin)).toBe('11:00–11:30');
    expect(plannedWord({ start: null, end: null }, date, null, berlin)).toBeNull();
  });
});

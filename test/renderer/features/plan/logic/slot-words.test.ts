import { expect, test } from 'vitest';
import {
  differenceWords,
  formatSlot,
  ownMinutes,
  speakSlot,
} from '../../../../../renderer/features/plan/logic/slot-words.ts';
import type { CalendarDate, TimeZone } from '../../../../../shared/domain/time.ts';

const PHOENIX = 'America/Phoenix' as TimeZone;
const BERLIN = 'Europe/Berlin' as TimeZone;
const DAY = '2026-03-10' as CalendarDate;

test('my time for a time of the meeting, on the next day and on the day before', () => {
  expect(ownMinutes(DAY, 9 * 60, PHOENIX, BERLIN)).toBe(17 * 60);
  expect(ownMinutes(DAY, 17 * 60, PHOENIX, BERLIN)).toBe(25 * 60);
  expect(ownMinutes(DAY, 60, BERLIN, PHOENIX)).toBe(-7 * 60);
});

test('my time follows a change of summer time in the middle of the meeting', () => {
  expect(ownMinutes('2026-03-28' as CalendarDate, 9 * 60, PHOENIX, BERLIN)).toBe(17 * 60);
  expect(ownMinutes('2026-03-29' as CalendarDate, 9 * 60, PHOENIX, BERLIN)).toBe(18 * 60);
});

test.each([
  [540, 550, '09:00–09:10'],
  [540, 540, '09:00'],
  [540, null, '09:00'],
  [null, null, ''],
  [1430, 1450, '23:50–00:10 +1'],
  [1450, 1460, '00:10–00:20 +1'],
])('%s to %s is %j', (start, end, text) => {
  expect(formatSlot(start, end)).toBe(text);
});

test('a slot read aloud names the zone, my time and the pin', () => {
  const slot = { start: 570, end: 630, zone: PHOENIX, ownStart: 1050, pinned: true };
  expect(speakSlot(slot)).toBe('09:30 to 10:30 Phoenix, 17:30 your time, pinned');
  expect(speakSlot({ ...slot, zone: null, ownStart: null, pinned: false })).toBe('09:30 to 10:30');
  expect(speakSlot({ ...slot, start: null })).toBe('No start yet');
});

test('the difference to my zone in words', () => {
  expect([480, -330, 0, 45].map(differenceWords)).toEqual([
    '8 h later',
    '5 h 30 earlier',
    'same time',
    '45 min later',
  ]);
});

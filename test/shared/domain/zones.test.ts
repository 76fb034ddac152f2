import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { CalendarDate, Instant, TimeZone } from '../../../shared/domain/time.ts';
import * as zones from '../../../shared/domain/zones.ts';

const PHOENIX = 'America/Phoenix' as TimeZone;
const BERLIN = 'Europe/Berlin' as TimeZone;
const MARCH = '2026-03-10' as CalendarDate;
const AT = Date.UTC(2026, 2, 10, 16) as Instant;

const anyZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone')) as fc.Arbitrary<TimeZone>;
const anyDate = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => Temporal.PlainDate.from('1990-01-01').add({ days }).toString() as CalendarDate);
const anyInstant = fc
  .integer({ min: 631_152_000_000, max: 4_000_000_000_000 })
  .map((ms) => (ms - (ms % 60_000)) as Instant);

describe('wall time and instant', () => {
  test('09:00 in Phoenix is 16:00 UTC, and 17:00 in Berlin before its summer time', () => {
    const at = zones.instantOf(MARCH, 540, PHOENIX);
    expect(new Date(at).toISOString()).toBe('2026-03-10T16:00:00.000Z');
    expect(zones.wallTime(at, BERLIN)).toEqual({ date: MARCH, minutes: 17 * 60 });
  });

  test('minutes past midnight go on into the next day', () => {
    expect(zones.wallTime(zones.instantOf(MARCH, 1500, PHOENIX), PHOENIX)).toEqual({
      date: '2026-03-11',
      minutes: 60,
    });
  });

  test('a skipped hour moves forward, a repeated one is its first', () => {
    const spring = zones.instantOf('2026-03-29' as CalendarDate, 150, BERLIN);
    expect(zones.wallTime(spring, BERLIN).minutes).toBe(210);
    const autumn = zones.instantOf('2026-10-25' as CalendarDate, 150, BERLIN);
    expect(new Date(autumn).toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  test('every instant of every zone comes back, but for the second of two repeated hours', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (at, zone) => {
        const wall = zones.wallTime(at, zone);
        const back = zones.instantOf(wall.date, wall.minutes, zone);
        const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
        expect(zones.wallTime(back, zone)).toEqual(wall);
        expect(back).toBe(
          zoned.toPlainDateTime().round('minute').toZonedDateTime(zone, { disambiguation: 'earlier' })
            .epochMilliseconds,
        );
        expect(back).toBeLessThanOrEqual(at);
      }),
    );
  });

  test('a zone is as far ahead of another as that one is behind it', () => {
    expect(zones.zoneDifference(PHOENIX, BERLIN, AT)).toBe(8 * 60);
    fc.assert(
      fc.property(anyInstant, anyZone, anyZone, (at, a, b) => {
        expect(zones.zoneDifference(a, b, at) + zones.zoneDifference(b, a, at)).toBe(0);
      }),
    );
  });
});

describe('calendar dates', () => {
  test('days are added as the calendar counts them', () => {
    expect(zones.addDays('2028-02-28' as CalendarDate, 1)).toBe('2028-02-29');
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -1000, max: 1000 }), (date, n) => {
        const moved = zones.addDays(date, n);
        expect(zones.daysBetween(date, moved)).toBe(n);
        expect(zones.addDays(moved, -n)).toBe(date);
      }),
    );
  });

  test('are written short, long, and with the weekday in full', () => {
    expect(zones.formatDate(MARCH, 'short')).toBe('Tue 10 Mar');
    expect(zones.formatDate(MARCH, 'long')).toBe('10 March 2026');
    expect(zones.formatDate(MARCH, 'weekday')).toBe('Tuesday 10 March');
    expect(zones.formatDate(MARCH, 'long', 'de-DE')).toBe('10. März 2026');
  });

  test.each([
    ['2026-03-10', '2026-03-12', '10–12 Mar 2026'],
    ['2026-03-30', '2026-04-02', '30 Mar – 2 Apr 2026'],
    ['2026-12-30', '2027-01-02', '30 Dec 2026 – 2 Jan 2027'],
    ['2026-03-10', '2026-03-10', '10 Mar 2026'],
  ])('%s to %s is %s', (first, last, words) => {
    expect(zones.formatDateRange(first as CalendarDate, last as CalendarDate)).toBe(words);
  });
});

describe('the words for a zone', () => {
  test.each([
    ['America/Phoenix', 'Phoenix, MST (UTC−7)'],
    ['Europe/Berlin', 'Berlin, CET (UTC+1)'],
    ['Asia/Kolkata', 'Kolkata, IST (UTC+5:30)'],
    ['Asia/Tokyo', 'Tokyo (UTC+9)'],
    ['America/Argentina/Buenos_Aires', 'Buenos Aires (UTC−3)'],
    ['UTC', 'UTC (UTC+0)'],
    ['Etc/GMT+5', 'UTC−5'],
  ])('%s is "%s"', (zone, label) => {
    expect(zones.zoneLabel(zone as TimeZone, AT)).toBe(label);
  });

  test('follow summer time', () => {
    expect(zones.zoneLabel(BERLIN, Date.UTC(2026, 6, 1) as Instant)).toBe('Berlin, CEST (UTC+2)');
  });

  test('a name is an IANA zone or it is none', () => {
    expect(['Europe/Berlin', 'UTC'].every(zones.isTimeZone)).toBe(true);
    expect(['', 'Berlin', '+02:00', 'Europe/Nowhere', 'MST (Phoenix)'].some(zones.isTimeZone)).toBe(false);
    fc.assert(fc.property(anyZone, (zone) => zones.isTimeZone(zone) && zones.zoneCity(zone) !== ''));
  });
});

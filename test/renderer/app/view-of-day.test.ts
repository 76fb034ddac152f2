import { describe, expect, test } from 'vitest';
import { viewOfDay } from '../../../renderer/app/view-of-day.ts';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import type { Instant, TimeZone } from '../../../shared/domain/time.ts';

const ZONE = 'Europe/Berlin' as TimeZone;
const meeting = (dates: readonly string[], more: { state?: string; run?: readonly unknown[] } = {}) =>
  ({
    days: dates.map((date) => ({ date })),
    meta: { timeZone: ZONE, state: more.state ?? 'open' },
    run: more.run ?? [],
  }) as unknown as Meeting;
const on = (date: string, what: Meeting) => viewOfDay(what, Date.parse(`${date}T12:00:00Z`) as Instant, ZONE);

describe('a meeting that was joined opens', () => {
  test('where its day asks for: before, on and after its days', () => {
    const days = meeting(['2026-03-10', '2026-03-11']);
    expect(on('2026-03-09', days)).toBe('plan');
    expect(on('2026-03-10', days)).toBe('run');
    expect(on('2026-03-11', days)).toBe('run');
    expect(on('2026-03-12', days)).toBe('actions');
  });

  test('in the plan while it has no day, and in the run once it was started', () => {
    expect(on('2026-03-10', meeting([]))).toBe('plan');
    expect(on('2026-03-09', meeting(['2026-03-10'], { run: [{}] }))).toBe('run');
    expect(on('2026-03-10', meeting(['2026-03-10'], { state: 'published' }))).toBe('actions');
  });
});

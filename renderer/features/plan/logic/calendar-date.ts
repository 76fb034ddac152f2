import type { CalendarDate } from '../../../../shared/domain/time.ts';
import { addDays } from '../../../../shared/domain/zones.ts';

/** A date as a date field gives it (`2026-03-10`); `null` while it is not yet one. */
export function asCalendarDate(text: string): CalendarDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return addDays(text as CalendarDate, 0);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

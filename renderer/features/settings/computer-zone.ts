import type { TimeZone } from '../../../shared/domain/time.ts';
import { isTimeZone } from '../../../shared/domain/zones.ts';

/** The zone this computer is set to. */
export function computerZone(): TimeZone {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return isTimeZone(timeZone) ? timeZone : ('UTC' as TimeZone);
}

import { expect, test } from 'vitest';
import { keptWords } from '../../../../renderer/features/library/kept-words.ts';
import type { KeptState } from '../../../../renderer/session/kept-states.ts';
import type { MeetingId } from '../../../../shared/domain/ids.ts';
import type { Instant, TimeZone } from '../../../../shared/domain/time.ts';

const KEPT: KeptState = {
  id: 1,
  meeting: 'm' as MeetingId,
  state: 'good',
  at: Date.parse('2026-03-11T10:02:00Z') as Instant,
  keptAt: Date.parse('2026-03-11T10:08:00Z') as Instant,
  reason: 'its version could not be read',
  size: 100,
};

test('a kept version says what it is, when and why', () => {
  const berlin = 'Europe/Berlin' as TimeZone;
  expect(keptWords(KEPT, berlin)).toEqual({
    what: 'The last good state',
    when: 'Last change Wed 11 Mar, 11:02',
    why: 'Kept Wed 11 Mar, 11:08: its version could not be read.',
  });
  expect(keptWords({ ...KEPT, state: 'spoilt' }, berlin).what).toBe('As it was when it was kept');
});

import { expect, test } from 'vitest';
import { buildReport } from '../../../../renderer/features/share/connection-report.ts';
import type { Instant } from '../../../../shared/domain/time.ts';
import { ALONE, person } from './page/fake-sync.ts';

test('a report has what helps, and no name, no secret and no address beyond the relay', () => {
  const report = buildReport({
    at: Date.parse('2026-03-11T10:07:08Z') as Instant,
    host: 'browser',
    status: { ...ALONE, state: 'degraded', hint: 'needs-turn', unsent: 12 },
    people: [person('Mara Okafor', { rttMs: 41.3 })],
    uncertaintyMs: null,
    offsetMs: 12.4,
    details: {
      digest: 'abc123',
      relays: [{ url: 'wss://relay.example.org/signal?token=secret', state: 'up', members: 2 }],
      counters: { strikes: 3 },
      dropped: [{ device: 'device-9', name: 'Tomo Kimura', reason: 'sent data that is not valid' }],
    },
  });
  expect(report.split('\n')).toEqual([
    'Quorum connection report, 2026-03-11T10:07:08.000Z',
    'shell: browser',
    'state: degraded (needs-turn), relay down',
    'people: 0, unsent: 12',
    'clock: offset 12 ms, uncertainty unknown',
    'digest: abc123',
    'person 1: live, direct, 41 ms, up to date, same version',
    'relay wss://relay.example.org/signal: up, members 2',
    'dropped: sent data that is not valid',
    'strikes: 3',
    '',
  ]);
});

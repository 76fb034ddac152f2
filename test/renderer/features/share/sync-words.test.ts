import { describe, expect, test } from 'vitest';
import { relayState } from '../../../../renderer/features/share/relay-words.ts';
import {
  chipWords,
  clockWords,
  personWords,
  stateSentence,
} from '../../../../renderer/features/share/sync-words.ts';
import type { SyncState, SyncStatus } from '../../../../renderer/session/sync-types.ts';
import type { Instant, TimeZone } from '../../../../shared/domain/time.ts';
import { ALONE, person } from './page/fake-sync.ts';

const BERLIN = 'Europe/Berlin' as TimeZone;
const NOW = Date.parse('2026-03-11T10:07:08Z') as Instant;

function chip(status: Partial<SyncStatus>, onTheWay: number | null = 0, shared = true): string {
  const { main, rest } = chipWords({ ...ALONE, ...status }, { shared, onTheWay });
  return [main, rest].filter(Boolean).join(' · ');
}

describe('the chip', () => {
  test('tells a meeting that was never shared from one where nobody else is', () => {
    expect(chip({}, 0, false)).toBe('Only on this computer');
    expect(chip({})).toBe('Nobody else here');
    expect(chip({ state: 'looking' })).toBe('Looking for the others...');
    expect(chip({ state: 'looking', nobodyElse: true })).toBe('Nobody else here');
  });

  test('says confirmed only of what is confirmed, and nothing while it changes', () => {
    expect(chip({ state: 'live', peers: 3 })).toBe('Live with 3 · all confirmed');
    expect(chip({ state: 'live', peers: 3, unsent: 1 }, 1)).toBe('Live with 3 · 1 change on its way');
    expect(chip({ state: 'live', peers: 1, unsent: 2 }, 2)).toBe('Live with 1 · 2 changes on their way');
    expect(chip({ state: 'live', peers: 3, unsent: 2 }, null)).toBe('Live with 3');
  });

  test('counts what nobody else has while offline', () => {
    expect(chip({ state: 'offline', unsent: 12 })).toBe('Offline · 12 changes nobody else has yet');
    expect(chip({ state: 'offline', unsent: 1 })).toBe('Offline · 1 change nobody else has yet');
    expect(chip({ state: 'offline' })).toBe('Offline');
  });

  test('never says live before a first exchange', () => {
    for (const state of ['alone', 'offline', 'looking', 'connecting'] as const)
      expect(chip({ state, peers: 2 })).not.toContain('Live');
    expect(chip({ state: 'degraded', hint: 'needs-turn' })).toBe('Not reaching the others · no direct way');
  });

  test('changes its shape where a hint asks somebody to do something, and else leaves it to the panel', () => {
    const live = (hint: SyncStatus['hint']) =>
      chipWords({ ...ALONE, state: 'live', peers: 3, hint }, { shared: true, onTheWay: 0 });
    expect(live('some-unreached')).toEqual({ shape: 'full', main: 'Live with 3', rest: 'all confirmed' });
    expect(live('peer-dropped')).toEqual({
      shape: 'alert',
      main: 'Live with 3',
      rest: 'somebody was dropped',
    });
  });

  test('has a shape for each state, beside the colour', () => {
    const shape = (state: SyncState) => chipWords({ ...ALONE, state }, { shared: true, onTheWay: 0 }).shape;
    const states = ['alone', 'offline', 'connecting', 'live', 'degraded'] as const;
    expect(new Set(states.map(shape)).size).toBe(states.length);
  });
});

describe('the sentence', () => {
  test('tells being offline by choice from being cut off', () => {
    const offline: SyncStatus = { ...ALONE, state: 'offline', unsent: 2 };
    expect(stateSentence(offline, { shared: true, byChoice: true })).toMatch(/^You chose to work offline/);
    expect(stateSentence(offline, { shared: true, byChoice: false })).toMatch(/^No connection. Keep writing/);
    expect(stateSentence(offline, { shared: true, byChoice: false })).toContain(
      '2 changes of yours are not with anybody else yet.',
    );
  });
});

describe('a person', () => {
  const words = (more: Parameters<typeof person>[1], isCutOff = false) =>
    personWords(
      person('Mara Okafor', { lastSeen: (NOW - 8_000) as Instant, ...more }),
      NOW,
      BERLIN,
      isCutOff,
    );

  test('is described by the way to them and by what they have', () => {
    expect(words({})).toBe('direct, has everything');
    expect(words({ path: 'relayed', upToDate: false })).toBe('through the relay, no direct way, catching up');
    expect(words({ version: 'older' })).toBe('direct, has everything, older app, can only read');
  });

  test('is not called present on old news', () => {
    expect(words({ liveness: 'doubtful' })).toBe('last seen 8 s ago, trying again');
    expect(words({ liveness: 'away' })).toBe('away since 11:07');
    expect(words({ liveness: 'doubtful' }, true)).toBe('last seen 11:07');
  });
});

test('the clock names its accuracy, and this computer only when it is off by a second', () => {
  expect(clockWords(null, 0)).toContain('own clock');
  expect(clockWords(null, 7_000)).toContain('Carried on');
  expect(clockWords(3.2, 40)).toBe('The same for all, within 4 ms.');
  expect(clockWords(3.2, 1_840)).toBe('The same for all, within 4 ms; this computer is 1.8 s behind.');
  expect(clockWords(3.2, -61_000)).toContain('61.0 s ahead');
});

test('a relay counts connections, as two windows are two', () => {
  expect(relayState({ state: 'up', members: 3 })).toBe('connected, 3 connections to this meeting');
  expect(relayState({ state: 'up', members: 1 })).toBe('connected, nobody else there');
  expect(relayState({ state: 'trying', members: 3 })).toBe('trying to connect');
  expect(relayState({ state: 'refused', members: null })).toBe('refuses this computer');
});

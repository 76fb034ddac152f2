import { describe, expect, test } from 'vitest';
import { NOT_SHARED } from '../../../../renderer/session/room/status.ts';
import { meshWords, peopleWords, statusWords } from '../../../../renderer/session/room/sync-log.ts';
import type { SyncStatus } from '../../../../renderer/session/sync-types.ts';
import { person } from '../../features/share/page/fake-sync.ts';
import { meshState } from './mesh-facts.ts';

const is = (parts: Partial<SyncStatus>): SyncStatus => ({ ...NOT_SHARED.status, ...parts });

describe('the log', () => {
  test('says with whom one is live, and what is not as it should be', () => {
    const [before, live] = [is({ state: 'connecting' }), is({ state: 'live' })];
    expect(statusWords(before, live, ['Tomo Kimura'])).toEqual(['Live with Tomo Kimura']);
    expect(statusWords(before, live, ['Tomo Kimura', ''])).toEqual(['Live with Tomo Kimura and Somebody']);
    expect(statusWords(before, live, [])).toEqual(['Live']);
    const hinted = is({ state: 'live', hint: 'other-version' });
    expect(statusWords(before, hinted, ['Tomo'])).toEqual([
      'Live with Tomo',
      'Somebody has another version of Quorum',
    ]);
    expect(statusWords(hinted, live, ['Tomo'])).toEqual(['All is well again']);
    expect(statusWords(live, live, ['Tomo'])).toEqual([]);
    expect(statusWords(live, is({ state: 'offline' }), [])).toEqual(['Offline']);
  });

  test('names a meeting point by its host, not by its address', () => {
    const at = (state: 'up' | 'down' | 'refused') =>
      meshState({ relays: [{ url: 'wss://relay.example:4718/signal', state, members: null }] });
    expect(meshWords(null, at('up'))).toEqual(['Connected to the meeting point relay.example:4718']);
    expect(meshWords(at('up'), at('down'))).toEqual(['Lost the meeting point relay.example:4718']);
    expect(meshWords(at('down'), at('refused'))).toEqual([
      'The meeting point relay.example:4718 refuses this computer',
    ]);
  });

  test('calls who gave no name somebody', () => {
    expect(peopleWords([], [person('', { user: 'omar' })])).toEqual(['Somebody is here']);
    const dropped = [{ device: 'd', name: '', reason: 'sent nonsense', at: 0 }];
    expect(meshWords(meshState(), meshState({ dropped }))).toEqual([
      'Somebody is not listened to any more: sent nonsense',
    ]);
  });
});

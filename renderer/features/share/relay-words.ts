import type { SyncDetails } from '../../session/sync-types.ts';

type Relay = SyncDetails['relays'][number];

/** "connected, 3 connections to this meeting": two windows are two connections. */
export function relayState({ state, members }: Pick<Relay, 'state' | 'members'>): string {
  const words = STATES[state] ?? state;
  if (state !== 'up' || members === null) return words;
  return members === 1 ? `${words}, nobody else there` : `${words}, ${members} connections to this meeting`;
}

const STATES: Readonly<Record<string, string>> = {
  up: 'connected',
  trying: 'trying to connect',
  down: 'not connected',
  refused: 'refuses this computer',
};

import type { Instant } from '../../../shared/domain/time.ts';
import type { PersonHere, SyncDetails, SyncStatus } from '../../session/sync-types.ts';

export interface ReportFacts {
  readonly at: Instant;
  readonly host: string;
  readonly status: SyncStatus;
  readonly people: readonly PersonHere[];
  readonly uncertaintyMs: number | null;
  readonly offsetMs: number;
  readonly details: SyncDetails;
}

/**
 * The state of the connection as text for who helps: no word of the meeting, no name of a person, no secret. People are
 * numbered; addresses of relays are in it, digests are shortened to what is needed to compare two of them.
 */
export function buildReport(facts: ReportFacts): string {
  const { status, details } = facts;
  const lines = [
    `Quorum connection report, ${new Date(facts.at).toISOString()}`,
    `shell: ${facts.host}`,
    `state: ${status.state}${status.hint ? ` (${status.hint})` : ''}, relay ${status.relayUp ? 'up' : 'down'}`,
    `people: ${status.peers}, unsent: ${status.unsent}`,
    `clock: offset ${Math.round(facts.offsetMs)} ms, uncertainty ${facts.uncertaintyMs === null ? 'unknown' : `${Math.ceil(facts.uncertaintyMs)} ms`}`,
    `digest: ${details.digest.slice(0, 32)}`,
    ...facts.people.map(
      ({ liveness, path, rttMs, upToDate, version }, index) =>
        `person ${index + 1}: ${liveness}, ${path}, ${rttMs === null ? 'no' : Math.round(rttMs)} ms, ${upToDate ? 'up to date' : 'behind'}, ${version} version`,
    ),
    ...details.relays.map(
      ({ url, state, members }) =>
        `relay ${url.replace(/[?#].*$/s, '')}: ${state}, members ${members ?? 'unknown'}`,
    ),
    ...details.dropped.map(({ reason }) => `dropped: ${reason}`),
    ...Object.entries(details.counters).map(([name, count]) => `${name}: ${count}`),
  ];
  return `${lines.join('\n')}\n`;
}

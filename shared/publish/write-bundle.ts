import { strToU8, type Zippable, zipSync } from 'fflate';
import type { MeetingRecord } from '../domain/meeting.ts';
import { writeMeetingJson } from './write-meeting-json.ts';

/** Zip keeps wall time and has no zone: the local date is the same bytes everywhere. */
const ENTRY_DATE = new Date(1980, 0, 1);

/**
 * A meeting with its files (`.quorum`, see meeting-json.md). `attachments` are bytes by SHA-256 in hex; those no
 * attachment of the meeting lists are left out.
 */
export function writeBundle(record: MeetingRecord, attachments: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = { 'meeting.json': strToU8(writeMeetingJson(record)) };
  const listed = new Set(record.attachments.map((attachment) => attachment.sha256));
  const kept = [...attachments].filter(([hash]) => listed.has(hash)).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [hash, bytes] of kept) entries[`attachments/${hash}`] = bytes;
  return zipSync(entries, { level: 6, mtime: ENTRY_DATE });
}

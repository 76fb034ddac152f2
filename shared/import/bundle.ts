// Opens a `.quorum` file: a zip with meeting.json and its attachments, each under its hash. Reads the directory before it unpacks
// anything, unpacks only what the form names, and believes no size, path or hash that it has not checked.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { strFromU8, unzipSync } from 'fflate';
import { fail, ok, type Result } from '../base/result.ts';
import type { MeetingRecord } from '../domain/meeting.ts';
import type { ImportProblem } from './import-problem.ts';
import { readMeetingJson } from './meeting-json.ts';

export interface Bundle {
  readonly record: MeetingRecord;
  /** Bytes of the files kept with the meeting, by SHA-256 in hex. */
  readonly attachments: ReadonlyMap<string, Uint8Array>;
}

const MEETING = 'meeting.json';
const ATTACHMENT = /^attachments\/([0-9a-f]{64})$/;
const MOST_ENTRIES = 10_000;
const MAX_BUNDLE_BYTES = 1024 * 1024 * 1024;
const MAX_MEETING_BYTES = 100 * 1024 * 1024;

export function readBundle(bytes: Uint8Array): Result<Bundle, ImportProblem> {
  const entries = unpack(bytes);
  if (!entries.ok) return entries;
  const json = entries.value[MEETING];
  if (json === undefined) {
    const message = 'This archive holds no meeting. Open a .quorum file that Quorum saved.';
    return fail({ code: 'no-meeting', message });
  }
  const record = readMeetingJson(strFromU8(json));
  if (!record.ok) return record;
  const attachments = new Map<string, Uint8Array>();
  for (const [path, content] of Object.entries(entries.value)) {
    const hash = ATTACHMENT.exec(path)?.[1];
    if (hash === undefined) continue;
    if (bytesToHex(sha256(content)) !== hash) {
      const name = record.value.attachments.find((file) => file.sha256 === hash)?.name ?? path;
      return damaged(`the file “${name}” is not the one that was saved`);
    }
    attachments.set(hash, content);
  }
  return ok({ record: record.value, attachments });
}

function unpack(bytes: Uint8Array): Result<Record<string, Uint8Array>, ImportProblem> {
  let count = 0;
  let total = 0;
  let tooLarge = false;
  try {
    const entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count += 1;
        const isMeeting = name === MEETING;
        if (!isMeeting && !ATTACHMENT.test(name)) return false;
        total += originalSize;
        tooLarge ||= count > MOST_ENTRIES || total > MAX_BUNDLE_BYTES;
        tooLarge ||= isMeeting && originalSize > MAX_MEETING_BYTES;
        return !tooLarge;
      },
    });
    if (!tooLarge) return ok(entries);
  } catch {
    // fflate's errors are about offsets in the archive; to the user all of them mean the same.
    return damaged('the archive cannot be unpacked. It may not have been saved or sent completely');
  }
  const message = 'This file would unpack to more than a meeting with its files can be. It was not opened.';
  return fail({ code: 'too-large', message });
}

function damaged(problem: string): Result<never, ImportProblem> {
  const message = `This file is damaged: ${problem}. Get a fresh copy of it and open that.`;
  return fail({ code: 'damaged', message });
}

// The one door for files: tells a bundle, a meeting as JSON, a page in Quorum's own Markdown and any other page apart, by what is
// in the file first and by its name second.

import { fail, ok, type Result } from '../base/result.ts';
import type { MeetingRecord } from '../domain/meeting.ts';
import { readBundle } from './bundle.ts';
import { countRecord } from './count-record.ts';
import { decodeText } from './decode-text.ts';
import type { FidelityReport, Finding } from './fidelity-report.ts';
import { importPage } from './import-page.ts';
import type { ImportProblem } from './import-problem.ts';
import { readMeetingJson } from './meeting-json.ts';
import type { ImportOptions } from './read-record.ts';

export interface OpenedFile {
  /** `page` was read with doubt and wants a look; the others are Quorum's own forms and exact. */
  readonly kind: 'page' | 'json' | 'bundle';
  readonly record: MeetingRecord;
  readonly report: FidelityReport;
  /** Bytes of the files that came with it, by SHA-256 in hex. */
  readonly attachments: ReadonlyMap<string, Uint8Array>;
}

export const MAX_PAGE_BYTES = 10 * 1024 * 1024;
export const MAX_JSON_BYTES = 100 * 1024 * 1024;

const NO_FILES: ReadonlyMap<string, Uint8Array> = new Map();

export function openFile(
  name: string,
  bytes: Uint8Array,
  options: ImportOptions,
): Result<OpenedFile, ImportProblem> {
  if (isZip(bytes)) return openBundle(name, bytes);
  const isJson = /\.json$/i.test(name) || firstCharacter(bytes) === '{';
  if (bytes.length > (isJson ? MAX_JSON_BYTES : MAX_PAGE_BYTES)) return fail(tooLarge(bytes.length, isJson));
  if (/\.quorum$/i.test(name) && bytes.length > 0) {
    const message =
      'This .quorum file is damaged: it does not begin like one. Get a fresh copy of it and open that.';
    return fail({ code: 'damaged', message });
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text, sure } = decoded.value;
  if (isJson) {
    const record = readMeetingJson(text);
    return record.ok ? ok(exact('json', name, record.value, NO_FILES)) : record;
  }
  const page = importPage({ name, text }, options);
  if (!page.ok) return page;
  const { record, report } = page.value;
  const findings = sure ? report.findings : [ENCODING, ...report.findings];
  return ok({ kind: 'page', record, report: { ...report, findings }, attachments: NO_FILES });
}

const ENCODING: Finding = {
  kind: 'encoding',
  line: null,
  text: '',
  message: 'This file is not in UTF-8. It was read as Windows-1252: check letters with accents.',
};

function openBundle(name: string, bytes: Uint8Array): Result<OpenedFile, ImportProblem> {
  const bundle = readBundle(bytes);
  return bundle.ok ? ok(exact('bundle', name, bundle.value.record, bundle.value.attachments)) : bundle;
}

function exact(
  kind: 'json' | 'bundle',
  source: string,
  record: MeetingRecord,
  attachments: ReadonlyMap<string, Uint8Array>,
): OpenedFile {
  const report = { source, counts: countRecord(record), findings: [], readings: [] };
  return { kind, record, report, attachments };
}

function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && bytes[3] === bytes[2] + 1
  );
}

function firstCharacter(bytes: Uint8Array): string {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const at = bytes.findIndex(
    (byte, i) => i >= start && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 32,
  );
  return at < 0 ? '' : String.fromCharCode(bytes[at] ?? 0);
}

function tooLarge(length: number, isJson: boolean): ImportProblem {
  const mb = (count: number): string => `${Math.ceil(count / 1024 / 1024)} MB`;
  const most = mb(isJson ? MAX_JSON_BYTES : MAX_PAGE_BYTES);
  const message = `This file has ${mb(length)}; at most ${most} can be opened. Save only the page of the meeting, without its pictures, and open that.`;
  return { code: 'too-large', message };
}

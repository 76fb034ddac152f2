// Reads the written form of a whole meeting (shared/publish/meeting-json.md). Nothing in the file is trusted: what comes out has
// the shape of the types, its texts pass the schema, and references to what is not there are left out.

import * as v from 'valibot';
import { fail, ok, type Result } from '../base/result.ts';
import type { MeetingRecord } from '../domain/meeting.ts';
import type { ImportProblem } from './import-problem.ts';
import { meetingSchema } from './meeting-schema.ts';
import { withoutDangling } from './without-dangling.ts';

const FORMAT = 'quorum.meeting';
const VERSION = 1;

export function readMeetingJson(text: string): Result<MeetingRecord, ImportProblem> {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const file = parsed.value;
  if (typeof file !== 'object' || file === null || !('format' in file) || file.format !== FORMAT) {
    const message =
      'This JSON file does not hold a meeting of Quorum. Open one that Quorum saved, or save the page as HTML or Markdown and open that.';
    return fail({ code: 'no-meeting', message });
  }
  const version = 'version' in file ? file.version : undefined;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return damaged('version', 'is missing');
  if (version > VERSION) {
    const message = `This meeting was saved by a newer Quorum (form ${version}; this one reads up to ${VERSION}). Update Quorum, then open it again.`;
    return fail({ code: 'newer-version', message });
  }
  const checked = v.safeParse(meetingSchema, file, { abortEarly: true });
  // The schema is the types field by field; brands exist for the compiler only.
  if (checked.success) return ok(withoutDangling(checked.output as unknown as MeetingRecord));
  const [issue] = checked.issues;
  return damaged(v.getDotPath(issue) ?? '', issue.message);
}

function parseJson(text: string): Result<unknown, ImportProblem> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return damaged('', `it is no complete JSON (${error.message.slice(0, 120)})`);
  }
}

function damaged(path: string, problem: string): Result<never, ImportProblem> {
  const where = path === '' ? '' : ` at ${path}`;
  const message = `This file is damaged${where}: ${problem}. Open an earlier copy of it, or repair that place in a text editor.`;
  return fail({ code: 'damaged', message });
}

// convert IN OUT: read, understand, render, write; nothing is written unless all of it went well.

import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { ok, type Result } from '../../shared/base/result.ts';
import type { NewId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { openFile } from '../../shared/import/open-file.ts';
import type { ConvertCommand } from './arguments.ts';
import { describeImport } from './describe-import.ts';
import { checkOutput, readInput, writeOutput } from './files.ts';
import { type OpenedMeeting, renderOutput } from './render-output.ts';

export interface Converted {
  /** What goes to standard output; `null` when it went to a file. */
  readonly bytes: Uint8Array | null;
  /** What was understood and what was not. */
  readonly summary: string;
}

export async function convert(command: ConvertCommand, now: Instant): Promise<Result<Converted, string>> {
  const input = await readInput(command.input);
  if (!input.ok) return input;
  if (command.output !== null) {
    const writable = await checkOutput(command.output, command.input);
    if (!writable.ok) return writable;
  }
  const name = basename(command.input);
  const newId = createContentIds(input.value);
  const opened = openFile(name, input.value, { newId, now, timeZone: command.zone });
  if (!opened.ok) return { ok: false, error: `${command.input}: ${opened.error.message}` };

  const { record, report, attachments } = opened.value;
  const meeting: OpenedMeeting = {
    record: command.zone === null ? record : { ...record, meta: { ...record.meta, timeZone: command.zone } },
    attachments,
  };
  const rendered = await renderOutput(meeting, command, now);
  if (!rendered.ok) return rendered;
  const summary = describeImport(meeting.record, report);
  if (command.output === null) return ok({ bytes: rendered.value, summary });
  const written = await writeOutput(command.output, rendered.value);
  return written.ok ? ok({ bytes: null, summary }) : written;
}

/** Ids drawn from the content: the same page gives the same file, so a script can compare and cache. */
function createContentIds(bytes: Uint8Array): NewId {
  const seed = createHash('sha256').update(bytes).digest();
  let count = 0;
  return () => {
    count += 1;
    return createHash('sha256').update(seed).update(String(count)).digest('base64url').slice(0, 22);
  };
}

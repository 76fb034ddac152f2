// A meeting in the format asked for. PDF is the one that needs another program: Chromium prints it.

import { fileURLToPath } from 'node:url';
import { assertNever } from '../../shared/base/assert-never.ts';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { MeetingRecord } from '../../shared/domain/meeting.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { buildPrintable } from '../../shared/publish/build-printable.ts';
import { defaultPublishOptions, type PublishOptions } from '../../shared/publish/publish-options.ts';
import { renderHtml } from '../../shared/publish/render-html.ts';
import { renderMarkdown } from '../../shared/publish/render-markdown.ts';
import { writeBundle } from '../../shared/publish/write-bundle.ts';
import { writeMeetingJson } from '../../shared/publish/write-meeting-json.ts';
import { exportPdf } from '../services/export-pdf.ts';
import { createPrintFonts } from '../services/print-fonts.ts';
import type { ConvertCommand } from './arguments.ts';
import { findChromium } from './find-chromium.ts';

export interface OpenedMeeting {
  readonly record: MeetingRecord;
  readonly attachments: ReadonlyMap<string, Uint8Array>;
}

const FONTS = fileURLToPath(new URL('../../node_modules/@fontsource', import.meta.url));

export async function renderOutput(
  { record, attachments }: OpenedMeeting,
  command: ConvertCommand,
  now: Instant,
): Promise<Result<Uint8Array, string>> {
  const { format } = command;
  if (format === 'json') return ok(encode(writeMeetingJson(record)));
  if (format === 'quorum') return ok(writeBundle(record, attachments));
  const options = publishOptions(record, command, now);
  if (!options.ok) return options;
  switch (format) {
    case 'md':
      return ok(encode(renderMarkdown(record, options.value)));
    case 'html':
      return ok(encode(renderDocument(record, options.value)));
    case 'pdf':
      return printDocument(renderDocument(record, options.value), now);
    default:
      return assertNever(format);
  }
}

function publishOptions(
  record: MeetingRecord,
  command: ConvertCommand,
  now: Instant,
): Result<PublishOptions, string> {
  const usual = defaultPublishOptions(command.what, now);
  const beyond = command.days?.find((number) => number > record.days.length);
  if (beyond !== undefined)
    return fail(`--days: there is no day ${beyond}; the meeting has ${record.days.length}.`);
  return ok({
    ...usual,
    paper: command.paper,
    preparation: command.preparation,
    dialIn: command.dialIn ?? usual.dialIn,
    status: command.status ?? usual.status,
    days:
      command.days === null
        ? null
        : record.days.filter((_, i) => command.days?.includes(i + 1)).map((d) => d.id),
  });
}

function renderDocument(record: MeetingRecord, options: PublishOptions): string {
  const printable = buildPrintable(record, options);
  const fontCss = createPrintFonts(FONTS).cssFor(renderHtml(printable));
  return renderHtml(printable, { fontCss });
}

async function printDocument(html: string, now: Instant): Promise<Result<Uint8Array, string>> {
  const chromium = findChromium(process.env);
  if (chromium === null) {
    return fail(
      'A PDF is printed by Chromium, and none was found. Install Chromium or Chrome, or set QUORUM_CHROMIUM to its path.',
    );
  }
  // Loaded only here: everything else works without it.
  const { openPrinter } = await import('./chromium-printer.ts');
  const printer = await openPrinter(chromium);
  if (!printer.ok) return printer;
  try {
    return ok(await exportPdf({ html, date: new Date(now) }, printer.value.print));
  } finally {
    await printer.value.close();
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

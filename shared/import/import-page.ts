// A page about a meeting (Markdown, HTML) to a meeting and a report of how faithful that is: brings the page into one form,
// gives each part its section, lets the sections be read. Never throws on a page, whatever is in it.

import { fail, ok, type Result } from '../base/result.ts';
import type { MeetingRecord } from '../domain/meeting.ts';
import { countRecord } from './count-record.ts';
import { draftReport, type FidelityReport } from './fidelity-report.ts';
import { readHtmlPage } from './html-page.ts';
import { MAX_NODES, TooComplex } from './html-tree.ts';
import { type ImportProblem, NO_MEETING, TOO_COMPLEX } from './import-problem.ts';
import { readMarkdownPage } from './markdown-page.ts';
import { MEETING_MARKDOWN, MEETING_MARKDOWN_VERSION, readMeetingMarkdown } from './meeting-markdown.ts';
import type { Page } from './page.ts';
import { hasAgenda, isMeetingPage, placeParts } from './place-parts.ts';
import { type ImportOptions, readRecord } from './read-record.ts';

export interface PageSource {
  /** File name; its ending says how to read the text where the text itself does not. */
  readonly name: string;
  readonly text: string;
}

export interface ImportResult {
  readonly record: MeetingRecord;
  readonly report: FidelityReport;
}

export function importPage(source: PageSource, options: ImportOptions): Result<ImportResult, ImportProblem> {
  try {
    const own = MEETING_MARKDOWN.exec(source.text)?.[1];
    if (own !== undefined) return readOwn(source, Number(own), options);
    const budget = { nodes: MAX_NODES };
    const page = isHtml(source) ? readHtmlPage(source.text, budget) : readMarkdownPage(source.text, budget);
    return readPage(page, source.name, options);
  } catch (error) {
    if (error instanceof TooComplex) return fail(TOO_COMPLEX);
    throw error;
  }
}

/** A page that Quorum wrote itself. */
function readOwn(
  source: PageSource,
  version: number,
  options: ImportOptions,
): Result<ImportResult, ImportProblem> {
  if (version > MEETING_MARKDOWN_VERSION) {
    const message = `This page was written by a newer Quorum (form ${version}). Update Quorum, then open it again.`;
    return fail({ code: 'newer-version', message });
  }
  const report = draftReport();
  const record = readMeetingMarkdown(source.text, report, options);
  return ok({ record, report: { source: source.name, counts: countRecord(record), ...report.finish() } });
}

function isHtml({ name, text }: PageSource): boolean {
  if (/\.(?:md|markdown|txt)$/i.test(name)) return /^\s*<(?:!doctype html|html)[\s>]/i.test(text);
  return (
    /\.html?$/i.test(name) ||
    /^\s*<(?:!doctype|html|head|body|div|table|h[1-6]|article|section|main)\b/i.test(text)
  );
}

function readPage(page: Page, name: string, options: ImportOptions): Result<ImportResult, ImportProblem> {
  let report = draftReport();
  let placed = placeParts(page, report, false);
  if (!hasAgenda(placed.parts) && isMeetingPage(page, placed.parts)) {
    report = draftReport();
    placed = placeParts(page, report, true);
  }
  const record = readRecord(placed, report, options);
  const hasItems = record.days.some((day) => day.blocks.some((block) => block.items.length > 0));
  if (!hasItems && record.proposals.length === 0) return fail(NO_MEETING);
  return ok({ record, report: { source: name, counts: countRecord(record), ...report.finish() } });
}

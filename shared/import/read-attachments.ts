// The list of files of a page: "PDF File Slides.pdf Label | Feb 25, 2020 by Kim Lee", or a table with columns of its own.

import type { AttachmentId, NewId } from '../domain/ids.ts';
import type { Attachment } from '../domain/meeting.ts';
import type { CalendarDate } from '../domain/time.ts';
import { findHeader, headerOf } from './columns.ts';
import { calendarDate, findDates } from './dates.ts';
import type { ReportDraft } from './fidelity-report.ts';
import { oneLine, textOf } from './html-text.ts';
import { linesWithin } from './label-lines.ts';
import type { PageTable } from './page.ts';
import type { Placed } from './placed-part.ts';
import type { Column } from './vocabulary.ts';

/** Confluence writes the kind of a file before its name. */
const TYPE =
  /^((?:(?:PDF|PNG|JPEG|GIF|SVG|BMP|TIFF|Text|HTML|XML|CSV|JSON|ZIP|MP3|MP4|Java|JavaScript|Multimedia|Image|Audio|Video|Binary|Markdown|Unknown) )?(?:File|Archive)|(?:Microsoft|OpenDocument|Apple) [A-Z]\w+(?: (?:Document|Presentation|Spreadsheet|Template|Sheet|File))?)\s+(?=\S)/i;
const NAME = /^(.*?\.[A-Za-z][A-Za-z0-9]{1,5})(?:\s+(?=\S)(.*))?$/s;
const FURNITURE =
  /^(?:download all|upload(?: file)?|preview|attach(?: a)? files?|drag and drop to upload.*|view all|show more|edit|labels?|no labels)$/i;

export function readAttachments(parts: readonly Placed[], newId: NewId, report: ReportDraft): Attachment[] {
  const files: Attachment[] = [];
  let columns: readonly (Column | null)[] | null = null;
  for (const placed of parts) {
    if (placed.zone !== 'attachments') continue;
    const { part } = placed;
    if (part.kind === 'table') {
      columns = findHeader(part) ?? columns;
      files.push(...tableFiles(part, columns ?? ['file', 'modified'], newId, report));
      continue;
    }
    for (const { nodes, line } of linesWithin(part.nodes, part.line)) {
      const text = textOf(nodes);
      if (FURNITURE.test(text)) report.find('furniture', line, text, 'A button of the page.');
      else if (NAME.test(fileWords(text).text)) files.push(lineFile(text, line, newId, report));
      else
        report.find(
          'leftover',
          line,
          text,
          'This line among the attachments is no file name. It was not imported.',
        );
    }
  }
  return files;
}

function fileWords(text: string): { type: string; text: string } {
  const type = TYPE.exec(text)?.[1] ?? '';
  return { type, text: type === '' ? text : text.slice(type.length).trimStart() };
}

function tableFiles(
  table: PageTable,
  columns: readonly (Column | null)[],
  newId: NewId,
  report: ReportDraft,
): Attachment[] {
  return table.rows.flatMap((row) => {
    const filled = row.cells.filter((cell) => cell.text !== '');
    if (filled.length === 0) return [];
    if (headerOf(row)) {
      for (const cell of filled) report.read(row.line, cell.text, 'column heading');
      return [];
    }
    const cell = (column: Column): string => row.cells[columns.indexOf(column)]?.text ?? '';
    const { type, text } = fileWords(cell('file'));
    if (text === '') {
      report.find(
        'leftover',
        row.line,
        filled.map((one) => one.text).join(' | '),
        'This row of the attachments names no file.',
      );
      return [];
    }
    const split = NAME.exec(text);
    const modified = readModified(cell('modified') || cell('date'), row.line, report);
    const others = row.cells.filter((one, i) => one.text !== '' && (columns[i] ?? null) === null);
    const label = [
      split?.[2] ?? '',
      cell('label'),
      cell('notes'),
      modified.rest,
      ...others.map((one) => one.text),
    ];
    const size = readSize(cell('size'));
    if (size !== null) report.read(row.line, cell('size'), 'size');
    else label.push(cell('size'));
    return [
      {
        ...listed(newId),
        name: oneLine(split?.[1] ?? text),
        label: label.filter((words) => words !== '').join('; '),
        author: cell('author') || modified.author,
        date: modified.date,
        type: cell('type') || type,
        size,
      },
    ];
  });
}

function lineFile(text: string, line: number, newId: NewId, report: ReportDraft): Attachment {
  const { type, text: words } = fileWords(text);
  const split = NAME.exec(words);
  // "runs.png (image/png)"
  const mime = /^\(?([a-z]+\/[\w.+-]+)\)?$/.exec(split?.[2] ?? '')?.[1];
  const modified = readModified((split?.[2] ?? '').replace(/^[\s(,–—-]+|[\s)]+$/g, ''), line, report);
  return {
    ...listed(newId),
    type: mime ?? type,
    name: split?.[1] ?? words,
    label: mime === undefined ? modified.rest : '',
    author: modified.author,
    date: modified.date,
  };
}

function listed(newId: NewId): Attachment {
  const none = { label: '', author: '', date: null, type: '', size: null, sha256: null, item: null };
  return { id: newId() as AttachmentId, name: '', ...none };
}

/** "Feb 25, 2020 by John Swinbank" */
function readModified(
  text: string,
  line: number,
  report: ReportDraft,
): { date: CalendarDate | null; author: string; rest: string } {
  const date = findDates(text).find((found) => found.year !== null);
  const value = date ? calendarDate(date, 0) : null;
  if (!date || value === null) return { date: null, author: '', rest: text };
  report.read(line, text.slice(date.index, date.index + date.length), 'date');
  const tail = oneLine(text.slice(date.index + date.length));
  const by = /^(?:\d\d:\d\d\s*)?[,–—-]?\s*by\s+(.+)$/i.exec(tail)?.[1];
  if (by !== undefined) report.read(line, tail.slice(0, tail.length - by.length), 'author');
  const head = oneLine(text.slice(0, date.index));
  const rest = by === undefined ? oneLine(`${head} ${tail}`) : head;
  return { date: value, author: by ?? '', rest: rest.replace(/^[\s,·|–—-]+|[\s,·|–—-]+$/g, '') };
}

function readSize(text: string): number | null {
  const match = /^(\d+(?:[.,]\d+)?)\s*(bytes|b|kb|kib|mb|mib|gb)$/i.exec(text.trim());
  if (!match) return null;
  const power = ['b', 'k', 'm', 'g'].indexOf((match[2] ?? 'b').charAt(0).toLowerCase());
  return Math.round(Number((match[1] ?? '').replace(',', '.')) * 1024 ** power);
}

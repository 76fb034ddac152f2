import { extname } from 'node:path';
import type { FileFilter } from 'electron';

const FILTERS: ReadonlyMap<string, string> = new Map([
  ['quorum', 'Quorum meeting'],
  ['md', 'Markdown'],
  ['html', 'Web page'],
  ['json', 'Meeting as JSON'],
  ['pdf', 'PDF'],
  ['docx', 'Word document'],
  ['ics', 'Calendar'],
  ['csv', 'Table (CSV)'],
  ['txt', 'Plain text'],
]);

/** What the import dialog offers. The extensions are also those that the system hands over at a double click. */
export const MEETING_EXTENSIONS: readonly string[] = ['quorum', 'md', 'markdown', 'html', 'htm', 'json'];

export const OPEN_FILTERS: FileFilter[] = [
  { name: 'Meetings and pages', extensions: [...MEETING_EXTENSIONS, 'txt'] },
  { name: 'All files', extensions: ['*'] },
];

/** The save dialog's filter for a proposed name. Without a known extension there is none to insist on. */
export function filtersFor(name: string): FileFilter[] {
  const extension = extname(name).slice(1).toLowerCase();
  const label = FILTERS.get(extension);
  return label === undefined ? [] : [{ name: label, extensions: [extension] }];
}

// The formats a meeting can leave in, and how each is written. Loaded with the Publish view; the writers are pure.

import type { MeetingRecord } from '../../../shared/domain/meeting.ts';
import { buildPrintable } from '../../../shared/publish/build-printable.ts';
import type { PublishOptions } from '../../../shared/publish/publish-options.ts';
import { renderHtml } from '../../../shared/publish/render-html.ts';
import { renderMarkdown } from '../../../shared/publish/render-markdown.ts';
import { writeBundle } from '../../../shared/publish/write-bundle.ts';
import { writeMeetingJson } from '../../../shared/publish/write-meeting-json.ts';
import type { Services } from '../../session/services.tsx';
import { fileName } from './file-name.ts';

export type FormatId = 'pdf' | 'html' | 'markdown' | 'json' | 'bundle';

export interface Format {
  readonly id: FormatId;
  readonly name: string;
  readonly hint: string;
  /** Words of the button. */
  readonly save: string;
  /** False for those that hold everything, whatever the options say. */
  readonly followsOptions: boolean;
}

export const FORMATS: readonly Format[] = [
  { id: 'pdf', name: 'PDF', hint: 'to read, print', save: 'Save PDF', followsOptions: true },
  { id: 'html', name: 'Web page', hint: '.html, one file', save: 'Save web page', followsOptions: true },
  { id: 'markdown', name: 'Markdown', hint: 'for a wiki', save: 'Save Markdown', followsOptions: true },
  { id: 'json', name: 'JSON', hint: 'for programs', save: 'Save JSON', followsOptions: false },
  {
    id: 'bundle',
    name: 'Quorum file',
    hint: 'Everything with its files, reopens in Quorum',
    save: 'Save Quorum file',
    followsOptions: false,
  },
];

export interface SaveResult {
  readonly outcome: 'saved' | 'printed' | 'cancelled';
  /** Names of files that belong to the meeting but are not on this computer, and so not in what was saved. */
  readonly leftOut: readonly string[];
}

/** Writes the meeting in a format and hands it to the host, which asks where to. Rejects with a HostError. */
export async function saveAs(
  format: FormatId,
  record: MeetingRecord,
  options: PublishOptions,
  { host, library }: Pick<Services, 'host' | 'library'>,
): Promise<SaveResult> {
  const name = `${fileName(record.meta.title)}, ${options.what}`;
  const save = async (ending: string, type: string, content: string | Uint8Array, leftOut: string[] = []) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return { outcome: await host.saveFile({ name: `${name}.${ending}`, type, bytes }), leftOut };
  };
  switch (format) {
    case 'pdf': {
      const html = renderHtml(buildPrintable(record, options));
      const outcome = await host.exportPdf({ html, name: `${name}.pdf`, paper: options.paper });
      return { outcome, leftOut: [] };
    }
    case 'html':
      return save('html', 'text/html', renderHtml(buildPrintable(record, options)));
    case 'markdown':
      return save('md', 'text/markdown', renderMarkdown(record, options));
    case 'json':
      return save('json', 'application/json', writeMeetingJson(record));
    case 'bundle': {
      const { files, leftOut } = await readFiles(record, library);
      return save('quorum', 'application/zip', writeBundle(record, files), leftOut);
    }
  }
}

async function readFiles(record: MeetingRecord, library: Services['library']) {
  const files = new Map<string, Uint8Array>();
  const leftOut: string[] = [];
  for (const { sha256, name } of record.attachments) {
    if (!sha256 || files.has(sha256)) continue;
    const blob = await library.getBlob(sha256);
    if (blob) files.set(sha256, new Uint8Array(await blob.arrayBuffer()));
    else leftOut.push(name);
  }
  return { files, leftOut };
}

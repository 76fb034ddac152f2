// Files through the system's dialogs. The page never names a folder: the user does, in the dialog.

import { join } from 'node:path';
import type { BrowserWindow, Dialog, WebContents } from 'electron';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { Answer } from '../../shared/ipc/contract.ts';
import type { IpcError } from '../../shared/ipc/errors.ts';
import type { HandedFiles } from '../services/handed-files.ts';
import type { OpenFile } from '../services/open-file.ts';
import type { SaveFile } from '../services/save-file.ts';
import { filtersFor, OPEN_FILTERS } from './file-filters.ts';
import type { Handlers } from './handle.ts';

export interface FileHost {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  windowOf(sender: WebContents): BrowserWindow | null;
  /** Where the save dialog starts. */
  documentsFolder(): string;
  readonly openFile: OpenFile;
  readonly saveFile: SaveFile;
  readonly handed: HandedFiles;
}

export function fileHandlers(host: FileHost): Pick<Handlers, 'file:open' | 'file:take' | 'file:save'> {
  return {
    'file:open': async (_payload, sender) => {
      const window = host.windowOf(sender);
      if (!window) return fail(WINDOW_GONE);
      const chosen = await host.dialog.showOpenDialog(window, {
        title: 'Import',
        properties: ['openFile'],
        filters: OPEN_FILTERS,
      });
      const path = chosen.filePaths[0];
      if (chosen.canceled || path === undefined) return ok(null);
      return host.openFile(path);
    },
    'file:take': () => host.handed.take(),
    'file:save': (file, sender) => saveThroughDialog(host, sender, file.name, async () => ok(file.bytes)),
  };
}

/** Asks where first and makes the bytes after: a cancelled dialog costs nothing. */
export async function saveThroughDialog(
  host: FileHost,
  sender: WebContents,
  name: string,
  makeBytes: () => Promise<Result<Uint8Array, IpcError>>,
): Promise<Answer<'file:save'>> {
  const window = host.windowOf(sender);
  if (!window) return fail(WINDOW_GONE);
  const chosen = await host.dialog.showSaveDialog(window, {
    title: `Save ${name}`,
    defaultPath: join(host.documentsFolder(), name),
    filters: filtersFor(name),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (chosen.canceled || chosen.filePath === '') return ok('cancelled');
  const made = await makeBytes();
  if (!made.ok) return made;
  const saved = await host.saveFile(chosen.filePath, made.value);
  return saved.ok ? ok('saved') : saved;
}

const WINDOW_GONE: IpcError = { code: 'refused', message: 'The window is already closed.' };

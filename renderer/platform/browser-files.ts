// Files in a browser: its file pickers where it has them, else a file input and a download.

import type { FileToSave, OpenedFile, SaveOutcome } from '../../shared/ipc/contract.ts';
import { MAX_FILE_BYTES } from '../../shared/ipc/limits.ts';
import { HostError } from './host.ts';

/** The part of the File System Access API that is used; TypeScript's DOM does not know the pickers. */
interface Pickers {
  showSaveFilePicker?(options: {
    suggestedName: string;
    types?: readonly { accept: Record<string, string[]> }[];
  }): Promise<FileSystemFileHandle>;
}

const ACCEPTED = '.quorum,.md,.markdown,.html,.htm,.json,.txt';
/** A download begins when the browser gets to it; the bytes must live until then. */
const DOWNLOAD_MS = 60_000;

export async function openThroughBrowser(): Promise<OpenedFile | null> {
  const file = await pickFile();
  if (!file) return null;
  if (file.size > MAX_FILE_BYTES) {
    const most = MAX_FILE_BYTES / 1024 / 1024;
    throw new HostError({
      code: 'too-large',
      message: `${file.name} is larger than ${most} MB, more than Quorum reads.`,
    });
  }
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    throw new HostError({
      code: 'file-missing',
      message: `${file.name} could not be read: it was moved or changed.`,
    });
  }
}

/** An input and not the open picker: it works everywhere, and its list of types is the same. */
function pickFile(): Promise<File | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = ACCEPTED;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null), { once: true });
    input.addEventListener('cancel', () => resolve(null), { once: true });
    input.click();
  });
}

export async function saveThroughBrowser(file: FileToSave): Promise<SaveOutcome> {
  const { showSaveFilePicker } = window as Window & Pickers;
  if (!showSaveFilePicker) return download(file);
  const extension = /\.[a-z0-9]+$/i.exec(file.name)?.[0];
  let handle: FileSystemFileHandle;
  try {
    handle = await showSaveFilePicker.call(window, {
      suggestedName: file.name,
      ...(extension ? { types: [{ accept: { [file.type]: [extension] } }] } : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
    // No press of the user behind it any more (the work before took too long), or pickers are switched off.
    if (error instanceof DOMException && ['SecurityError', 'NotAllowedError'].includes(error.name)) {
      return download(file);
    }
    throw error;
  }
  await writeTo(handle, file);
  return 'saved';
}

/** The browser writes beside the file and swaps at `close`: the old one stays whole until then. */
async function writeTo(handle: FileSystemFileHandle, file: FileToSave): Promise<void> {
  try {
    const stream = await handle.createWritable();
    await stream.write(new Blob([file.bytes as BlobPart], { type: file.type }));
    await stream.close();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    throw new HostError(writeProblem(error.name, file.name));
  }
}

function writeProblem(cause: string, name: string): ConstructorParameters<typeof HostError>[0] {
  switch (cause) {
    case 'NotAllowedError':
      return { code: 'no-permission', message: `${name} could not be written: no permission.` };
    case 'QuotaExceededError':
      return { code: 'disk-full', message: `${name} could not be written: the disk is full.` };
    case 'NotFoundError':
      return {
        code: 'folder-missing',
        message: `${name} could not be written: the folder is not there any more.`,
      };
    default:
      return { code: 'failed', message: `${name} could not be written: the browser says ${cause}.` };
  }
}

function download(file: FileToSave): SaveOutcome {
  const url = URL.createObjectURL(new Blob([file.bytes as BlobPart], { type: file.type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_MS);
  return 'saved';
}

// What this computer remembers for the shell (not for meetings): a small JSON file, read once, written whole.

import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { Result } from '../../shared/base/result.ts';
import type { IpcError } from '../../shared/ipc/errors.ts';
import type { SaveFile } from './save-file.ts';

const boundsCheck = v.object({
  x: v.number(),
  y: v.number(),
  width: v.number(),
  height: v.number(),
  maximized: v.boolean(),
});

const settingsCheck = v.object({
  /** Where the window was last on each display, by the display's id. */
  windows: v.record(v.string(), boundsCheck),
  lastDisplay: v.nullable(v.string()),
  /** The port of this computer's own relay: invites name it. */
  lanPort: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535))), null),
});

export type WindowBounds = Readonly<v.InferOutput<typeof boundsCheck>>;
export interface Settings {
  readonly windows: Readonly<Record<string, WindowBounds>>;
  readonly lastDisplay: string | null;
  readonly lanPort: number | null;
}

export const NO_SETTINGS: Settings = { windows: {}, lastDisplay: null, lanPort: null };

export interface SettingsFile {
  readonly current: Settings;
  change(change: Partial<Settings>): Promise<Result<null, IpcError>>;
}

/** A file that is missing, broken or not to be read gives the defaults: it holds nothing that anybody would miss. */
export async function openSettings(path: string, saveFile: SaveFile): Promise<SettingsFile> {
  let current = await readSettings(path);
  let writing: Promise<unknown> = Promise.resolve();
  return {
    get current() {
      return current;
    },
    change: (change) => {
      current = { ...current, ...change };
      const bytes = new TextEncoder().encode(`${JSON.stringify(current, null, 2)}\n`);
      // One after the other: two renames at once could leave the older one standing.
      const write = writing.then(() => saveFile(path, bytes));
      writing = write;
      return write;
    },
  };
}

async function readSettings(path: string): Promise<Settings> {
  try {
    const checked = v.safeParse(settingsCheck, JSON.parse(await readFile(path, 'utf8')));
    return checked.success ? checked.output : NO_SETTINGS;
  } catch (error) {
    const unreadable = error instanceof Error && 'code' in error;
    if (unreadable || error instanceof SyntaxError) return NO_SETTINGS;
    throw error;
  }
}

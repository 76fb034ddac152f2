import { liveQuery } from 'dexie';
import type { Dispose } from '../../shared/base/disposer.ts';
import type { LibraryDb } from './library-db.ts';

/** Kept on this device, not synced. Values are whatever structured clone can carry; readers check what they get. */
export interface Settings {
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
  /** Reads, changes and writes as one: two windows that do so at once both count. Gives what was written. */
  update<T>(key: string, change: (value: unknown) => T): Promise<T>;
  /** Calls with the value now and after each change, in every window. */
  watch(key: string, onChange: (value: unknown) => void): Dispose;
}

export function createSettings(db: LibraryDb): Settings {
  const get = async (key: string): Promise<unknown> => (await db.settings.get(key))?.value;
  return {
    get,
    put: async (key, value) => {
      await db.settings.put({ key, value });
    },
    update: (key, change) =>
      db.transaction('rw', db.settings, async () => {
        const value = change(await get(key));
        await db.settings.put({ key, value });
        return value;
      }),
    watch: (key, onChange) => {
      const subscription = liveQuery(() => get(key)).subscribe({ next: onChange, error: console.error });
      return () => subscription.unsubscribe();
    },
  };
}

const PERSIST_ASKED = 'storage.persist-asked';

/** Asks the browser once not to clear this library when space gets short. */
export async function askToPersist(db: LibraryDb, storage: StorageManager | undefined): Promise<void> {
  if (!storage?.persist) return;
  const isFirst = await db.transaction('rw', db.settings, async () => {
    if (await db.settings.get(PERSIST_ASKED)) return false;
    await db.settings.add({ key: PERSIST_ASKED, value: true });
    return true;
  });
  if (isFirst) await storage.persist();
}

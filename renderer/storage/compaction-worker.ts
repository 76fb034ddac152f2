import { compact } from './compaction.ts';
import type { CompactionJob } from './compactor.ts';
import { LibraryDb } from './library-db.ts';

self.onmessage = async ({ data }: MessageEvent<CompactionJob>) => {
  const db = new LibraryDb({ name: data.database });
  try {
    self.postMessage(await compact(db, data.meeting, data));
  } catch (error) {
    // A rejected promise does not reach `worker.onerror`; a reported error does.
    reportError(error);
  } finally {
    db.close();
  }
};

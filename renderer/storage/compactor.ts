import type { MeetingId } from '../../shared/domain/ids.ts';
import { type CompactionOptions, type CompactionOutcome, compact } from './compaction.ts';
import type { LibraryDb } from './library-db.ts';

export type Compactor = (meeting: MeetingId, options: CompactionOptions) => Promise<CompactionOutcome>;

export interface CompactionJob extends CompactionOptions {
  readonly database: string;
  readonly meeting: MeetingId;
}

/** Compacts in a worker of its own, so that loading and comparing a long document never delays a key press. */
export function createCompactor(db: LibraryDb): Compactor {
  // Node (the tests) has no workers of this kind, and nobody typing.
  if (typeof Worker === 'undefined') return (meeting, options) => compact(db, meeting, options);
  return (meeting, options) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./compaction-worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<CompactionOutcome>) => {
        worker.terminate();
        resolve(data);
      };
      worker.onerror = (event) => {
        worker.terminate();
        reject(new Error(`Compaction failed: ${event.message || 'its worker did not start'}`));
      };
      worker.postMessage({ database: db.name, meeting, ...options } satisfies CompactionJob);
    });
}

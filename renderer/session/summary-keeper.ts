// Keeps what lists show of the open meeting up to date, off the typing path: once the meeting has been left in peace
// for a moment, in idle time, and at the end.

import type * as Y from 'yjs';
import { readRecord } from '../../shared/doc/record.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { buildFacts } from '../storage/meeting-summary.ts';
import type { StoredMeeting } from '../storage/stored-meeting.ts';
import { whenIdle } from './when-idle.ts';

export interface SummaryKeeper {
  /** The meeting changed: `soon` for what a list shows at once (title, run), `later` for words in texts. */
  changed(when: 'soon' | 'later'): void;
  /** Writes what is still to be written, and stops. */
  finish(): Promise<void>;
}

const WAIT = { soon: 300, later: 3_000 } as const;

export function createSummaryKeeper(stored: StoredMeeting, doc: Y.Doc, now: () => Instant): SummaryKeeper {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let due = Number.POSITIVE_INFINITY;
  let changedAt: Instant | null = null;
  let writing: Promise<void> = Promise.resolve();

  function stop(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    due = Number.POSITIVE_INFINITY;
  }

  function write(): Promise<void> {
    stop();
    if (changedAt === null) return writing;
    const facts = buildFacts(stored.id, readRecord(doc), changedAt);
    changedAt = null;
    writing = stored.putSummary(facts).catch((error: unknown) => {
      // A list entry that is behind; the next start finds and renews it.
      console.warn('The list entry of this meeting could not be kept', error);
    });
    return writing;
  }

  return {
    changed: (when) => {
      const at = now();
      changedAt = at;
      // Typing puts off only what typing caused.
      if (due - at < WAIT[when]) return;
      stop();
      due = at + WAIT[when];
      timer = setTimeout(() => whenIdle(() => void write()), WAIT[when]);
    },
    finish: write,
  };
}

import type * as Y from 'yjs';
import type { RunEvent } from '../../domain/run-event.ts';
import { command } from '../entity.ts';
import { readRun } from '../read-run.ts';
import { runOf } from '../schema.ts';

/** Adds a press to the log. The log only grows: to take a press back is an event (`undo`) of its own. */
export function appendRunEvent(doc: Y.Doc, event: RunEvent): boolean {
  const run = runOf(doc);
  if (readRun(run).some(({ id }) => id === event.id)) return false;
  command(doc, () => run.push([{ ...event }]));
  return true;
}

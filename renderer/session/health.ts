// Looks after what others wrote whether the document is still one that can be worked with. Cheap (no text is read), and
// done while nothing else is.

import type * as Y from 'yjs';
import type { Dispose } from '../../shared/base/disposer.ts';
import { checkDocument, problemWords } from '../../shared/doc/check-document.ts';
import { whenIdle } from './when-idle.ts';

export interface Health {
  /** What is wrong, for people: "texts were missing or replaced by something else"; '' while nothing is. */
  readonly problem: string;
  /** Looks now. */
  check(): void;
  dispose: Dispose;
}

/** What comes in parts is looked at as a whole, and no later than this after its first part. Milliseconds. */
const CALM = 1_000;
const PATIENCE = 10_000;

/** `isWhole`: all of the document has come. `onChange`: it fell ill, or is well again. */
export function watchHealth(doc: Y.Doc, isWhole: () => boolean, onChange: (problem: string) => void): Health {
  let problem = '';
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let since = 0;

  function check(): void {
    if (ended || !isWhole()) return;
    const next = problemWords(checkDocument(doc));
    if (next === problem) return;
    problem = next;
    onChange(problem);
  }

  function onUpdate(_: Uint8Array, __: unknown, ___: Y.Doc, { local }: Y.Transaction): void {
    if (local) return;
    if (timer !== null) return;
    since = performance.now();
    timer = setTimeout(look, CALM);
  }

  function look(): void {
    // Yjs holds back what builds on something that has not come.
    const isComing = doc.store.pendingStructs !== null && performance.now() - since < PATIENCE;
    timer = isComing ? setTimeout(look, CALM) : null;
    if (!isComing) whenIdle(check);
  }

  doc.on('update', onUpdate);
  // It may have been closed before anybody looked.
  whenIdle(check);
  return {
    get problem() {
      return problem;
    },
    check,
    dispose: () => {
      ended = true;
      doc.off('update', onUpdate);
      if (timer !== null) clearTimeout(timer);
    },
  };
}

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

/** What comes in parts is looked at as a whole. */
const CALM = 1_000;

/** `isWhole`: all of the document has come. `onChange`: it fell ill, or is well again. */
export function watchHealth(doc: Y.Doc, isWhole: () => boolean, onChange: (problem: string) => void): Health {
  let problem = '';
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function check(): void {
    if (ended || !isWhole()) return;
    const next = problemWords(checkDocument(doc));
    if (next === problem) return;
    problem = next;
    onChange(problem);
  }

  function onUpdate(_: Uint8Array, __: unknown, ___: Y.Doc, { local }: Y.Transaction): void {
    if (local) return;
    timer ??= setTimeout(() => {
      timer = null;
      whenIdle(check);
    }, CALM);
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

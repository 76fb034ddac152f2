// Own changes that no other computer has, counted as acts that a person knows of: a press, or a stretch of typing. The
// count never says less than is true; what is confirmed, the mesh says.

import type * as Y from 'yjs';
import { LOADED, LOCAL, UPGRADE, WRITER } from '../../../shared/doc/origins.ts';

export interface Unsent {
  readonly count: number;
  /** Another computer has everything that is here. */
  confirm(): void;
  dispose(): void;
}

export interface UnsentOptions {
  /** What earlier sessions left. */
  readonly carried: number;
  /** Before the first change after everything was confirmed is shown as saved, and for each act after it. */
  readonly onChange: (count: number) => void;
}

/** Typing that goes on after a shorter pause is the same act. */
const PAUSE = 2_000;

/** Not what peers did, other windows of this computer (they count for themselves), or the app by itself. */
export function isOwnEdit(origin: unknown, local: boolean): boolean {
  return local && origin !== LOADED && origin !== WRITER && origin !== UPGRADE;
}

export function countUnsent(doc: Y.Doc, { carried, onChange }: UnsentOptions): Unsent {
  let count = carried;
  let typedAt = Number.NEGATIVE_INFINITY;

  function onUpdate(_: Uint8Array, origin: unknown, __: Y.Doc, { local }: Y.Transaction): void {
    if (!isOwnEdit(origin, local)) return;
    const at = performance.now();
    const goesOn = origin !== LOCAL && at - typedAt < PAUSE;
    if (origin !== LOCAL) typedAt = at;
    if (goesOn && count > 0) return;
    count += 1;
    onChange(count);
  }

  doc.on('update', onUpdate);
  return {
    get count() {
      return count;
    },
    confirm: () => {
      if (count === 0) return;
      count = 0;
      onChange(0);
    },
    dispose: () => doc.off('update', onUpdate),
  };
}

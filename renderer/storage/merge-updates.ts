import * as Y from 'yjs';

const AT_ONCE = 32;

/**
 * One update that says what all of them say, in their order. Y.mergeUpdates takes quadratic time in their number
 * (20,000 single letters: 6.4 s, measured with yjs 13.6.33); merged in groups of groups the same take 40 ms.
 */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  let level = updates;
  while (level.length > AT_ONCE) {
    const next: Uint8Array[] = [];
    for (let i = 0; i < level.length; i += AT_ONCE) next.push(Y.mergeUpdates(level.slice(i, i + AT_ONCE)));
    level = next;
  }
  return Y.mergeUpdates([...level]);
}

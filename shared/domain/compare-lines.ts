// What changed between two lists of lines: a longest common subsequence, and in each gap of it the lines that are the
// same one in other words. Deterministic: the same lists give the same changes on every computer.

import type { Change } from './compare-cards.ts';
import type { TextLine } from './text-lines.ts';

/** Cells of the table, 16 MB. Texts that differ in more than that are shown as taken out and put in. */
const MAX_CELLS = 4_000_000;
/** Pairs of lines looked at in one gap. */
const MAX_PAIRS = 10_000;
/** How alike two lines have to be to be one line that was changed; 0 to 1. */
const ALIKE = 0.4;

/** In the order of `after`; what was removed stands where it had been. */
export function compareLines(before: readonly TextLine[], after: readonly TextLine[]): Change[] {
  let start = 0;
  let [endBefore, endAfter] = [before.length, after.length];
  while (start < endBefore && start < endAfter && same(before[start], after[start])) start += 1;
  while (endBefore > start && endAfter > start && same(before[endBefore - 1], after[endAfter - 1])) {
    endBefore -= 1;
    endAfter -= 1;
  }
  const [old, now] = [before.slice(start, endBefore), after.slice(start, endAfter)];
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  for (const [nextOld, nextNow] of [...commonPairs(old, now), [old.length, now.length] as const]) {
    changes.push(...gapChanges(old.slice(i, nextOld), now.slice(j, nextNow)));
    [i, j] = [nextOld + 1, nextNow + 1];
  }
  return changes;
}

function same(a: TextLine | undefined, b: TextLine | undefined): boolean {
  return a?.words === b?.words;
}

/** Index pairs of a longest common subsequence, in order. */
function commonPairs(old: readonly TextLine[], now: readonly TextLine[]): (readonly [number, number])[] {
  if ((old.length + 1) * (now.length + 1) > MAX_CELLS) return [];
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      lengths[at] = same(old[i], now[j])
        ? (lengths[at + width + 1] ?? 0) + 1
        : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    const at = i * width + j;
    if (same(old[i], now[j])) pairs.push([i++, j++]);
    else if ((lengths[at + width] ?? 0) >= (lengths[at + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}

function gapChanges(old: readonly TextLine[], now: readonly TextLine[]): Change[] {
  const partners = pairUp(old, now);
  const paired = new Set(partners.values());
  const changes: Change[] = [];
  let told = 0;
  const tellRemoved = (until: number) => {
    for (; told < until; told += 1) {
      const line = old[told];
      if (line && !paired.has(told)) changes.push({ kind: 'removed', before: line.words, after: '' });
    }
  };
  for (const [j, { words }] of now.entries()) {
    const partner = partners.get(j);
    if (partner === undefined) changes.push({ kind: 'added', before: '', after: words });
    else {
      tellRemoved(partner);
      const from = old[partner]?.words ?? '';
      if (from !== words) changes.push({ kind: 'changed', before: from, after: words });
    }
  }
  tellRemoved(old.length);
  return changes;
}

interface Counted {
  readonly line: TextLine;
  readonly words: ReadonlyMap<string, number>;
  readonly count: number;
}

/** For lines of `now` the line of `old` that they were: the same action or decision, or the most alike. */
function pairUp(old: readonly TextLine[], now: readonly TextLine[]): Map<number, number> {
  if (old.length * now.length > MAX_PAIRS) return new Map();
  const pairs: { readonly i: number; readonly j: number; readonly score: number }[] = [];
  const [before, after] = [old.map(countWords), now.map(countWords)];
  for (const [i, a] of before.entries()) {
    for (const [j, b] of after.entries()) {
      const isOther = a.line.id !== b.line.id;
      const score = isOther ? 0 : a.line.id !== null ? 2 : likeness(a, b);
      if (score >= ALIKE) pairs.push({ i, j, score });
    }
  }
  pairs.sort(
    (a, b) => b.score - a.score || Math.abs(a.i - a.j) - Math.abs(b.i - b.j) || a.i - b.i || a.j - b.j,
  );
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j } of pairs) {
    if (taken.has(i) || partners.has(j)) continue;
    taken.add(i);
    partners.set(j, i);
  }
  return partners;
}

function countWords(line: TextLine): Counted {
  const list = line.words.split(/\s+/);
  const words = new Map<string, number>();
  for (const word of list) words.set(word, (words.get(word) ?? 0) + 1);
  return { line, words, count: list.length };
}

/** The share of equal letters at both ends, or of equal words, whichever is larger; 0 to 1. */
function likeness(a: Counted, b: Counted): number {
  const [old, now] = [a.line.words, b.line.words];
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  let shared = 0;
  for (const [word, count] of a.words) shared += Math.min(count, b.words.get(word) ?? 0);
  return Math.max((head + tail) / Math.max(old.length, now.length), (2 * shared) / (a.count + b.count));
}

/** A stretch of a line: in both, only before, only after. */
export interface Stretch {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Beyond this many pairs of words, what lies between the same start and the same end counts as changed in one. */
const MOST_PAIRS = 40_000;

/** What of a line changed, by words: the longest common ones stay. */
export function changedParts(before: string, after: string): readonly Stretch[] {
  const [old, next] = [words(before), words(after)];
  const most = Math.min(old.length, next.length);
  let head = 0;
  while (head < most && old[head] === next[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === next[next.length - 1 - tail]) tail += 1;
  const parts: Stretch[] = [];
  const add = (kind: Stretch['kind'], list: readonly string[]) => {
    if (list.length > 0) parts.push({ kind, text: list.join('') });
  };
  add('same', old.slice(0, head));
  const [was, is] = [old.slice(head, old.length - tail), next.slice(head, next.length - tail)];
  for (const { kind, list } of was.length * is.length > MOST_PAIRS ? inOne(was, is) : inSteps(was, is))
    add(kind, list);
  add('same', tail === 0 ? [] : old.slice(-tail));
  return parts;
}

interface Step {
  readonly kind: Stretch['kind'];
  readonly list: readonly string[];
}

function inOne(was: readonly string[], is: readonly string[]): readonly Step[] {
  return [
    { kind: 'removed', list: was },
    { kind: 'added', list: is },
  ];
}

function inSteps(was: readonly string[], is: readonly string[]): readonly Step[] {
  // common[i][j]: how many words the rests from i and j share at most.
  const common = Array.from({ length: was.length + 1 }, () => new Uint32Array(is.length + 1));
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = was.length - 1; i >= 0; i -= 1) {
    for (let j = is.length - 1; j >= 0; j -= 1) {
      const row = common[i];
      if (row) row[j] = was[i] === is[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const steps: Step[] = [];
  let [removed, added]: [string[], string[]] = [[], []];
  let [i, j] = [0, 0];
  while (i < was.length || j < is.length) {
    if (i < was.length && j < is.length && was[i] === is[j]) {
      steps.push(...inOne(removed, added), { kind: 'same', list: was.slice(i, i + 1) });
      [removed, added] = [[], []];
      i += 1;
      j += 1;
    } else if (i < was.length && at(i + 1, j) >= at(i, j + 1)) {
      removed.push(was[i] ?? '');
      i += 1;
    } else if (j < is.length) {
      added.push(is[j] ?? '');
      j += 1;
    } else {
      removed.push(was[i] ?? '');
      i += 1;
    }
  }
  return [...steps, ...inOne(removed, added)];
}

/** Words, each with the space before it. */
function words(text: string): readonly string[] {
  return text.match(/\s*\S+|\s+$/gu) ?? [];
}

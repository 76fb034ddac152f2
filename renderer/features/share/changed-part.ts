export interface ChangedPart {
  readonly start: string;
  readonly before: string;
  readonly after: string;
  readonly end: string;
}

/** What of a line changed, cut at words: the same start, what was there, what is there now, the same end. */
export function changedPart(before: string, after: string): ChangedPart {
  const [old, next] = [words(before), words(after)];
  const most = Math.min(old.length, next.length);
  let head = 0;
  while (head < most && old[head] === next[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === next[next.length - 1 - tail]) tail += 1;
  const middle = (parts: readonly string[]) => parts.slice(head, parts.length - tail).join('');
  return {
    start: old.slice(0, head).join(''),
    before: middle(old),
    after: middle(next),
    end: tail === 0 ? '' : old.slice(-tail).join(''),
  };
}

/** Words with the space before them. */
function words(text: string): readonly string[] {
  return text.match(/\s*\S+|\s+$/gu) ?? [];
}

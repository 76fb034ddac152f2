/**
 * `next`, with every part that equals the same part of `previous` taken from `previous`: what did not change keeps its
 * identity, so selectors and memoised views stay quiet. Lists of entities are matched by id. Plain data only.
 */
export function share<T>(previous: unknown, next: T): T {
  if (Object.is(previous, next) || !isStructure(previous) || !isStructure(next)) return next;
  if (Array.isArray(previous) !== Array.isArray(next)) return next;
  return (
    Array.isArray(previous) && Array.isArray(next) ? shareList(previous, next) : shareFields(previous, next)
  ) as T;
}

type Structure = Readonly<Record<string, unknown>>;

function isStructure(value: unknown): value is Structure {
  return typeof value === 'object' && value !== null;
}

function shareFields(previous: Structure, next: Structure): Structure {
  const shared: Record<string, unknown> = {};
  const keys = Object.keys(next);
  let same = keys.length === Object.keys(previous).length;
  for (const key of keys) {
    const value = share(previous[key], next[key]);
    shared[key] = value;
    same &&= Object.is(value, previous[key]) && Object.hasOwn(previous, key);
  }
  return same ? previous : shared;
}

function shareList(previous: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const known = new Map(previous.map((entry, i) => [idOf(entry) ?? i, entry]));
  const shared = next.map((entry, i) => share(known.get(idOf(entry) ?? i), entry));
  const same = shared.length === previous.length && shared.every((entry, i) => Object.is(entry, previous[i]));
  return same ? previous : shared;
}

function idOf(entry: unknown): string | null {
  return isStructure(entry) && typeof entry.id === 'string' ? entry.id : null;
}

// What changed between two lists of the same kind of thing, in words. Each thing is a card: a name, facts about it, and
// the list it stands in. Knows nothing of meetings.

export interface Change {
  readonly kind: 'added' | 'removed' | 'changed';
  /** '' where there was nothing. */
  readonly before: string;
  readonly after: string;
}

export interface Fact {
  readonly label: string;
  /** '' is no such fact. */
  readonly value: string;
  /** What it is compared by, where the value is a name of something that may be renamed. */
  readonly key?: string;
}

export interface Card {
  readonly id: string;
  readonly name: string;
  /** Stands before changes of facts where it is not clear of itself whose they are. */
  readonly prefix: string;
  readonly facts: readonly Fact[];
  /** The list in which its place means something; `null` where it means nothing. */
  readonly list: string | null;
}

export interface CardChanges<C extends Card> {
  readonly before: C | null;
  readonly after: C | null;
  readonly changes: readonly Change[];
}

/** An entry for each card of either list, also where nothing changed: what is gone first, the others as in `after`. */
export function compareCards<C extends Card>(before: readonly C[], after: readonly C[]): CardChanges<C>[] {
  const known = new Map(before.map((card) => [card.id, card]));
  const kept = new Set(after.map(({ id }) => id));
  const moves = findMoves(before, after);
  const removed = before
    .filter(({ id }) => !kept.has(id))
    .map((card): CardChanges<C> => {
      return { before: card, after: null, changes: [{ kind: 'removed', before: describe(card), after: '' }] };
    });
  const others = after.map((card): CardChanges<C> => {
    const old = known.get(card.id) ?? null;
    const changes: readonly Change[] = old
      ? [...factChanges(old, card), ...(moves.get(card.id) ?? [])]
      : [{ kind: 'added', before: '', after: describe(card) }];
    return { before: old, after: card, changes };
  });
  return [...removed, ...others];
}

function describe({ name, facts }: Card): string {
  const known = facts.filter(({ value }) => value !== '').map(({ label, value }) => `${label}: ${value}`);
  return known.length > 0 ? `${name} (${known.join('; ')})` : name;
}

function factChanges(old: Card, now: Card): Change[] {
  const changes: Change[] = [];
  if (old.name !== now.name) changes.push({ kind: 'changed', before: old.name, after: now.name });
  for (const fact of now.facts) {
    const was = old.facts.find(({ label }) => label === fact.label);
    if ((was?.key ?? was?.value ?? '') === (fact.key ?? fact.value)) continue;
    const before = was?.value ?? '';
    if (before !== '' || fact.value !== '') changes.push(changeOf(now, fact.label, before, fact.value));
  }
  return changes;
}

function changeOf({ prefix }: Card, label: string, before: string, after: string): Change {
  const say = (value: string) => (value === '' ? '' : `${prefix}${label}: ${value}`);
  const kind = before === '' ? 'added' : after === '' ? 'removed' : 'changed';
  const namesake = before === after ? ' (another of that name)' : '';
  return { kind, before: say(before), after: `${say(after)}${namesake}` };
}

/** Cards that stand elsewhere in the same list: the fewest that explain the new order. */
function findMoves(before: readonly Card[], after: readonly Card[]): Map<string, Change[]> {
  const [oldPlaces, newPlaces] = [placesOf(before), placesOf(after)];
  const stayed = new Map<string, Card[]>();
  for (const card of after) {
    if (card.list === null || oldPlaces.get(card.id)?.list !== card.list) continue;
    const cards = stayed.get(card.list);
    if (cards) cards.push(card);
    else stayed.set(card.list, [card]);
  }
  const moves = new Map<string, Change[]>();
  for (const cards of stayed.values()) {
    const still = risingPart(cards.map(({ id }) => oldPlaces.get(id)?.index ?? 0));
    for (const [i, card] of cards.entries()) {
      if (still.has(i)) continue;
      const [from, to] = [oldPlaces.get(card.id)?.words ?? '', newPlaces.get(card.id)?.words ?? ''];
      moves.set(card.id, [changeOf(card, 'Place', from, to)]);
    }
  }
  return moves;
}

function placesOf(cards: readonly Card[]): Map<string, { list: string; index: number; words: string }> {
  const places = new Map<string, { list: string; index: number; words: string }>();
  const last = new Map<string, string>();
  for (const [index, { id, list, name }] of cards.entries()) {
    if (list === null) continue;
    const previous = last.get(list);
    places.set(id, { list, index, words: previous === undefined ? 'first' : `after ${previous}` });
    last.set(list, name);
  }
  return places;
}

/** Positions of a longest rising subsequence of different numbers. */
function risingPart(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [i, value] of numbers.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[i] = ends[low - 1];
    ends[low] = i;
  }
  const part = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) part.add(at);
  return part;
}

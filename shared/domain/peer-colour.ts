/** First letters of the first and the last word of a name: "Jonas Lindqvist" is "JL". */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const first = words[0]?.match(/\p{L}/u)?.[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.match(/\p{L}/u)?.[0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
}

/** What somebody is called on screen; who gave no name is somebody all the same. */
export function shownName(name: string): string {
  return name.trim() === '' ? 'Somebody' : name;
}

export type PeerColour = 1 | 2 | 3 | 4 | 5 | 6;

const COLOURS: readonly PeerColour[] = [1, 2, 3, 4, 5, 6];

/** One of the six peer colours, always the same for the same name (FNV-1a over its letters). */
export function peerColour(name: string): PeerColour {
  let hash = 0x811c9dc5;
  for (const letter of name.trim().toLocaleLowerCase()) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return COLOURS[hash % COLOURS.length] ?? 1;
}

/** How one of several people is told apart: a colour, and a ring where an earlier one has the same. */
export interface PeerMark {
  readonly colour: PeerColour;
  readonly ringed: boolean;
}

/**
 * Marks of people who are here together, by user. The colour is that of the name, so that a caret has the colour that
 * the person has in lists and tables; who gets the ring follows the ids, so that all see the same.
 */
export function peerMarks(
  people: readonly { readonly user: string; readonly name: string }[],
): ReadonlyMap<string, PeerMark> {
  const taken = new Set<PeerColour>();
  const marks = new Map<string, PeerMark>();
  for (const { user, name } of [...people].sort((a, b) => (a.user < b.user ? -1 : 1))) {
    const colour = peerColour(name);
    marks.set(user, { colour, ringed: taken.has(colour) });
    taken.add(colour);
  }
  return marks;
}

/** First letters of the first and the last word of a name: "Jonas Lindqvist" is "JL". */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const first = words[0]?.match(/\p{L}/u)?.[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.match(/\p{L}/u)?.[0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
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

// Where the avatars of one margin stand: carets of one line share it, as far as there is room. Pure.

/** Carets whose lines begin closer together than this are on one line, pixels. */
const SAME_LINE = 12;
/** From one avatar to the next that it overlaps, pixels. */
const STEP = 13;
const AVATAR = 20;

export interface MarginPlace {
  readonly top: number;
  /** From the margin's left edge, pixels. */
  readonly left: number;
  /** How many stand behind this one, the last of its line, because there is no room for them. */
  readonly more: number;
}

/** A place for each caret, or `null` for those that are only counted. `room` is in pixels; with none, nobody has a place. */
export function placeInMargin(tops: readonly number[], room: number): readonly (MarginPlace | null)[] {
  const places: (MarginPlace | null)[] = tops.map(() => null);
  const shown = 1 + Math.floor((room - AVATAR) / STEP);
  if (shown < 1) return places;
  for (const line of lines(tops)) {
    const visible = Math.min(line.length, shown);
    for (const [order, index] of line.slice(0, visible).entries()) {
      const more = order === visible - 1 ? line.length - visible : 0;
      places[index] = { top: tops[line[0] ?? 0] ?? 0, left: order * STEP, more };
    }
  }
  return places;
}

function lines(tops: readonly number[]): readonly (readonly number[])[] {
  const found: number[][] = [];
  for (const [index, top] of tops.entries()) {
    const line = found.find(([first = 0]) => Math.abs((tops[first] ?? 0) - top) < SAME_LINE);
    if (line) line.push(index);
    else found.push([index]);
  }
  return found;
}

// Positions in a list as strings that sort: a base-62 fraction of at least five digits, so that a new place between two
// others needs one write and two peers who insert at once seldom collide. The scatter comes from a seed (the id of what
// is placed), not from chance: the same edit gives the same key, and tests repeat. Knows nothing of documents.

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE = 62n;
const WHOLE = 5;
const MAX_DIGITS = 60;
/** Steps at the ends of a list are up to this wide, gaps are opened until they are at least `ROOM` wide. */
const STEP = BASE ** 3n;
const ROOM = BASE ** 2n;

/** A key strictly between two others (`null`: the end of the list), or `null` if there is no room or a key is none. */
export function keyBetween(lower: string | null, upper: string | null, seed: string): string | null {
  if ((lower !== null && !isKey(lower)) || (upper !== null && !isKey(upper))) return null;
  if (lower !== null && upper !== null && lower >= upper) return null;
  const scatter = hash(seed);
  const step = 1n + (scatter % STEP);
  const end = BASE ** BigInt(WHOLE);
  if (upper === null) {
    const key = lower === null ? end / 2n + step : numberAt(lower, WHOLE) + step;
    if (key < end) return written(key, WHOLE);
  } else if (lower === null) {
    const key = numberAt(upper, WHOLE) - step;
    if (key > 0n) return written(key, WHOLE);
  }
  for (let digits = WHOLE; digits <= MAX_DIGITS; digits += 1) {
    const from = lower === null ? 0n : numberAt(lower, digits);
    const to = upper === null ? BASE ** BigInt(digits) : numberAt(upper, digits);
    const gap = to - from;
    if (gap > ROOM) return written(from + gap / 4n + 1n + (scatter % (gap / 2n)), digits);
  }
  return null;
}

/** Fresh keys for a whole list, evenly spread. */
export function keysFor(seeds: readonly string[]): string[] {
  const gap = BASE ** BigInt(WHOLE + 1) / BigInt(seeds.length + 1);
  return seeds.map((seed, i) => {
    const scatter = hash(seed) % (gap / 2n > 0n ? gap / 2n : 1n);
    return written(gap * BigInt(i + 1) + scatter, WHOLE + 1);
  });
}

/** Whether the key is one of ours and in its shortest form; a peer's may be anything. */
function isKey(key: string): boolean {
  return key.length <= MAX_DIGITS && /^(?:[0-9A-Za-z]{5}|[0-9A-Za-z]{5,}[1-9A-Za-z])$/.test(key);
}

function numberAt(key: string, digits: number): bigint {
  let value = 0n;
  for (const digit of key.slice(0, digits).padEnd(digits, '0'))
    value = value * BASE + BigInt(DIGITS.indexOf(digit));
  return value;
}

function written(value: bigint, digits: number): string {
  let text = '';
  for (let rest = value, i = 0; i < digits; i += 1, rest /= BASE) text = DIGITS[Number(rest % BASE)] + text;
  return text.slice(0, WHOLE) + text.slice(WHOLE).replace(/0+$/, '');
}

/** FNV-1a. Ids are random already; this only spreads their bits. */
function hash(seed: string): bigint {
  let value = 0x811c9dc5;
  for (let i = 0; i < seed.length; i += 1) value = Math.imul(value ^ seed.charCodeAt(i), 0x01000193);
  return BigInt(value >>> 0);
}

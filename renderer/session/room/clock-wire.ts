// What clocks say to each other over the datagram channel: a probe, and its answer. Anything else is nothing.

/** What a clock says of itself with every message. */
export interface ClockWord {
  /** Its room time counts. */
  readonly settled: boolean;
  /** It is being moved slowly: what was measured of it ages faster. */
  readonly slewing: boolean;
  /** Changes when its room time jumps. */
  readonly epoch: number;
  /** Steps to the reference: 0 for the reference itself. */
  readonly hops: number;
  /** Milliseconds by which it may be off from the reference. */
  readonly uncertainty: number;
  /** Whose clock is the room's, as it knows. */
  readonly reference: string;
}

export interface Probe {
  readonly kind: 'probe';
  readonly word: ClockWord;
  /** Monotonic clock of the asker. */
  readonly asked: number;
}

export interface Answer {
  readonly kind: 'answer';
  readonly word: ClockWord;
  readonly asked: number;
  /** Room time of the answerer, when the probe came and when the answer left. */
  readonly came: number;
  readonly left: number;
}

export type ClockMessage = Probe | Answer;

const VERSION = 1;
const HEAD = 1 + 1 + 1 + 1 + 8 + 8;
const MAX_REFERENCE = 200;
/** The year 3000: room time is shown, and what lies past the last date that JavaScript knows cannot be. */
const LATEST = Date.UTC(3000);

export function encodeClock(message: ClockMessage): Uint8Array {
  const { word } = message;
  const name = new TextEncoder().encode(word.reference).subarray(0, MAX_REFERENCE);
  const times = message.kind === 'answer' ? 16 : 0;
  const bytes = new Uint8Array(HEAD + times + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, VERSION);
  view.setUint8(1, (times ? 1 : 0) | (word.settled ? 2 : 0) | (word.slewing ? 4 : 0));
  view.setUint8(2, word.epoch & 0xff);
  view.setUint8(3, Math.min(255, word.hops));
  view.setFloat64(4, word.uncertainty);
  view.setFloat64(12, message.asked);
  if (message.kind === 'answer') {
    view.setFloat64(HEAD, message.came);
    view.setFloat64(HEAD + 8, message.left);
  }
  bytes.set(name, HEAD + times);
  return bytes;
}

/** `null` for whatever is no message of a clock. */
export function decodeClock(bytes: Uint8Array): ClockMessage | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEAD || view.getUint8(0) !== VERSION) return null;
  const flags = view.getUint8(1);
  const isAnswer = (flags & 1) !== 0;
  const start = HEAD + (isAnswer ? 16 : 0);
  if (bytes.length < start || bytes.length > start + MAX_REFERENCE) return null;
  const times = [view.getFloat64(4), view.getFloat64(12)];
  if (isAnswer) times.push(view.getFloat64(HEAD), view.getFloat64(HEAD + 8));
  const [uncertainty = 0, asked = 0, came = 0, left = 0] = times;
  if (!times.every(isTime) || uncertainty < 0 || left < came || came < 0 || left > LATEST) return null;
  const word: ClockWord = {
    settled: (flags & 2) !== 0,
    slewing: (flags & 4) !== 0,
    epoch: view.getUint8(2),
    hops: view.getUint8(3),
    uncertainty,
    reference: new TextDecoder().decode(bytes.subarray(start)),
  };
  return isAnswer ? { kind: 'answer', word, asked, came, left } : { kind: 'probe', word, asked };
}

/** Any date that JavaScript knows. */
function isTime(value: number): boolean {
  return Number.isFinite(value) && Math.abs(value) <= 8.64e15;
}

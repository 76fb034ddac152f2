// When the other end was last heard, and how long its answers take. A computer that slept, or a page whose timers were
// held back, has not listened meanwhile: that time says nothing about the other end.

export interface Heartbeat {
  /** `performance.now()`; 0: never. */
  readonly lastHeard: number;
  /** Milliseconds, smoothed; `null` before the first answer. */
  readonly rttMs: number | null;
  /** When the newest of our beats was sent that the other end has answered; 0: none. */
  readonly answeredUpTo: number;
  heard(now: number): void;
  /** Milliseconds of listening without hearing anything. */
  silence(now: number): number;
  /** Called at most `longest` ms after the last time, else this page was asleep. Returns the time listened since. */
  tick(now: number, longest: number): number;
  /** A beat with the mesh's payload behind it. */
  write(now: number, payload: Uint8Array): Uint8Array;
  /** The payload; `null`: no beat. */
  read(now: number, beat: Uint8Array): Uint8Array | null;
}

/** When it was sent; the sending time of the last beat got; milliseconds for which that one has been here. */
const HEADER = 24;
/** Above that, an answer is no measurement. */
const LONGEST_RTT_MS = 120_000;

/** An answer that was held up by a silence of `gap` milliseconds or more measures that, not the way. */
export function createHeartbeat(start: number, gap: number): Heartbeat {
  let lastHeard = 0;
  let listening = start;
  let lastTick = start;
  let rttMs: number | null = null;
  let answeredUpTo = 0;
  let measuredFrom = 0;
  let got: { sent: number; at: number } | null = null;

  const measure = (now: number, echo: number, held: number): void => {
    const rtt = now - echo - held;
    if (!(echo > 0 && echo <= now && held >= 0 && rtt >= 0 && rtt < LONGEST_RTT_MS)) return;
    // The same beat answered twice tells nothing new.
    if (echo <= answeredUpTo) return;
    answeredUpTo = echo;
    if (echo < measuredFrom) return;
    rttMs = rttMs === null ? rtt : rttMs + (rtt - rttMs) / 4;
  };

  return {
    get lastHeard() {
      return lastHeard;
    },
    get rttMs() {
      return rttMs;
    },
    get answeredUpTo() {
      return answeredUpTo;
    },
    heard: (now) => {
      if (now - listening >= gap) measuredFrom = now;
      lastHeard = now;
      listening = now;
    },
    silence: (now) => now - listening,
    tick: (now, longest) => {
      const passed = now - lastTick;
      lastTick = now;
      const slept = Math.max(0, passed - longest);
      listening = Math.min(now, listening + slept);
      return passed - slept;
    },
    write: (now, payload) => {
      const beat = new Uint8Array(HEADER + payload.length);
      const view = new DataView(beat.buffer);
      view.setFloat64(0, now);
      view.setFloat64(8, got?.sent ?? 0);
      view.setFloat64(16, got ? now - got.at : 0);
      beat.set(payload, HEADER);
      return beat;
    },
    read: (now, beat) => {
      if (beat.length < HEADER) return null;
      const view = new DataView(beat.buffer, beat.byteOffset, beat.byteLength);
      got = { sent: view.getFloat64(0), at: now };
      measure(now, view.getFloat64(8), view.getFloat64(16));
      return beat.subarray(HEADER);
    },
  };
}

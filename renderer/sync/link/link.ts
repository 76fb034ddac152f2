// One link to one other end, from the first signal to the goodbye: watches over its connections (lanes.ts), mends what
// falls silent, and gives up only when nothing was heard for long.

import { createHeartbeat } from './heartbeat.ts';
import { createLanes } from './lanes.ts';
import type { CloseReason, CreateLink, Hello, LinkState } from './link-types.ts';
import { DEFAULT_TUNING, MAX_DATAGRAM } from './tuning.ts';

/** Between two tries to find another way. */
const RETRY_MS = 2_000;
/** Heartbeats. Timers that were held back for longer mean that this page slept. */
const SLEEP_BEATS = 2;
/** While something is to be mended or made, things are looked at this often. */
const BUSY_MS = 200;
/** After `check()`, somebody who is there was heard within this time. */
const PROBE_MS = 1_000;

export const createLink: CreateLink = (options) => {
  const { events } = options;
  const tuning = { ...DEFAULT_TUNING, ...options.tuning };
  const heartbeat = createHeartbeat(performance.now(), tuning.suspectMs);
  let state: LinkState = 'connecting';
  let hello: Hello | null = null;
  let beatAt = 0;
  let probedAt: number | null = null;
  /** When the active connection was last told to find another way; `null`: no need. */
  let mendedAt: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = 0;

  const close = (reason: CloseReason, quietly = false): void => {
    if (state === 'closed') return;
    clearTimeout(timer);
    state = 'closed';
    lanes.close(reason, quietly);
    events.onState(state);
    events.onClose(reason);
  };

  const enter = (next: LinkState): void => {
    if (state === 'closed' || state === next) return;
    state = next;
    events.onState(next);
  };

  const judge = (now: number): LinkState => {
    if (!lanes.active) return hello ? 'restarting' : 'connecting';
    if (lanes.lost || mendedAt !== null) return 'restarting';
    return heartbeat.silence(now) >= tuning.suspectMs ? 'suspect' : 'open';
  };

  const beat = (now: number): void => {
    beatAt = nextBeat(now, tuning.heartbeatMs);
    lanes.active?.send('beat', heartbeat.write(now, options.beat()));
  };

  /** The other end's data reaches code that may find it unbearable. */
  const deliver = (to: () => void): void => {
    try {
      to();
    } catch (error) {
      console.warn('A link is dropped: what came over it could not be taken.', error);
      close('dropped');
    }
  };

  const lanes = createLanes(options, tuning, {
    isAlive: () => state === 'open',
    onSwitch: (theirs) => {
      hello = theirs;
      mendedAt = null;
      probedAt = null;
      heartbeat.heard(performance.now());
      enter('open');
      // Before the first beat: what that says of messages got is of this connection.
      events.onOpen(theirs);
      beat(performance.now());
    },
    onHeard: () => {
      heartbeat.heard(performance.now());
      mendedAt = null;
      if (state === 'open') return;
      enter('open');
      beat(performance.now());
    },
    onLost: () => {
      enter('restarting');
      schedule();
    },
    onMessage: (kind, bytes) => {
      if (kind === 'frame') return deliver(() => events.onMessage(kind, bytes));
      const payload = heartbeat.read(performance.now(), bytes);
      if (!payload) return close('dropped');
      lanes.answered(heartbeat.answeredUpTo);
      deliver(() => events.onMessage(kind, payload));
    },
    onDatagram: (bytes) => {
      if (bytes.length > MAX_DATAGRAM) return close('dropped');
      heartbeat.heard(performance.now());
      deliver(() => events.onDatagram(bytes));
    },
    onEnd: close,
  });

  /** Has the active connection look for another way, and tells the other end again that it does. */
  const mend = (now: number): void => {
    if (mendedAt === null) lanes.active?.connection.offer();
    else lanes.active?.connection.nudge();
    mendedAt = now;
    enter('restarting');
  };

  const look = (now: number) => {
    const listened = heartbeat.tick(now, SLEEP_BEATS * tuning.heartbeatMs);
    const silence = heartbeat.silence(now);
    if (silence >= (hello ? tuning.giveUpMs : tuning.connectMs + tuning.reconnectMs))
      return close('given-up');
    if (lanes.active && now >= beatAt) beat(now);
    if (lanes.active?.age(state === 'open' ? listened : 0)) return close('dropped');
    const deaf = probedAt !== null && now - probedAt >= PROBE_MS && heartbeat.lastHeard < probedAt;
    if (deaf || (probedAt !== null && heartbeat.lastHeard >= probedAt)) probedAt = null;
    const silent = silence >= tuning.iceRestartMs || deaf || mendedAt !== null;
    if (lanes.active && !lanes.lost && silent && (mendedAt === null || now - mendedAt >= RETRY_MS)) mend(now);
    if (!lanes.active || lanes.lost || silence >= tuning.replaceMs) lanes.replace();
    lanes.tick(now);
    enter(judge(now));
  };

  const tick = (): void => {
    timer = undefined;
    try {
      look(performance.now());
    } finally {
      schedule();
    }
  };

  /** Sets the next look; never puts off one that is due earlier, however often this is called. */
  const schedule = (): void => {
    if (state === 'closed') return;
    const now = performance.now();
    const calm = state === 'open' && probedAt === null && !lanes.replacing;
    const due = Math.min(beatAt - now, tuning.suspectMs - heartbeat.silence(now));
    const at = now + (calm ? Math.max(10, due) : BUSY_MS);
    if (timer !== undefined && dueAt <= at) return;
    clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(tick, at - now);
  };

  // What made this link may be a signal that is about to be handed in: then the other end's offer is answered.
  queueMicrotask(() => {
    if (state !== 'connecting') return;
    if (!lanes.active) lanes.replace();
    schedule();
  });

  return {
    get state() {
      return state;
    },
    get hello() {
      return hello;
    },
    get rttMs() {
      return heartbeat.rttMs;
    },
    get path() {
      return lanes.active?.connection.path ?? 'unknown';
    },
    get lastHeard() {
      return heartbeat.lastHeard;
    },
    get queuedBytes() {
      return lanes.active?.queuedBytes ?? 0;
    },
    signal: (message) => {
      if (state === 'closed' || !lanes.signal(message)) return;
      if (state === 'restarting') {
        // Signals go through again: what was said into the void is said once more.
        lanes.replace();
        lanes.stir();
      }
      schedule();
    },
    send: (kind, bytes) => {
      if (state === 'closed' || !lanes.active || bytes.length > tuning.maxMessage) return false;
      lanes.active.send(kind, kind === 'beat' ? heartbeat.write(performance.now(), bytes) : bytes);
      return true;
    },
    sendDatagram: (bytes) =>
      bytes.length <= MAX_DATAGRAM && lanes.active?.connection.sendDatagram(new Uint8Array(bytes)) === true,
    check: () => {
      if (state === 'closed') return;
      const now = performance.now();
      if (lanes.active && !lanes.lost) beat(now);
      if (state === 'open' || (state === 'suspect' && now - heartbeat.lastHeard < PROBE_MS)) probedAt ??= now;
      else if (lanes.active && !lanes.lost) mend(now);
      if (state === 'restarting') lanes.replace();
      lanes.stir(PROBE_MS / 4);
      schedule();
    },
    close: (reason) => close(reason),
  };
};

/** In time with all other links of the page, so that one wake-up serves them all; half a period away at least. */
function nextBeat(now: number, period: number): number {
  return (Math.floor(now / period + 0.5) + 1) * period;
}

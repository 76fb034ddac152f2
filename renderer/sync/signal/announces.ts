// Announces, going out and coming in. y-webrtc announces itself at every turn and opens a connection to whoever
// announces: a recorded announce that somebody plays back would make it wait for a ghost, and many of them would leave
// no room for the living.

const GAP_MS = 1_000;

/** Peers that announced themselves and have not sent a signal yet. */
const MAX_WAITING = 24;
/** So long a peer may take to send its first signal. */
const ANSWER_MS = 15_000;
/** So long it is not listened to after that; doubles with each time in vain. */
const IGNORE_MS = 10_000;
const MAX_IGNORE_MS = 640_000;
const MAX_KNOWN = 1_024;

export interface AnnounceTimer {
  /** Sends now, or once at the end of the second when one was sent in this one. */
  ask(): void;
  /** The next one goes at once: the connection is new. */
  reset(): void;
  stop(): void;
}

export function createAnnounceTimer(send: () => void, now: () => number): AnnounceTimer {
  let last = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const stop = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const fire = () => {
    timer = null;
    last = now();
    send();
  };
  return {
    ask: () => {
      if (timer !== null) return;
      const wait = last + GAP_MS - now();
      if (wait <= 0) fire();
      else timer = setTimeout(fire, wait);
    },
    reset: () => {
      stop();
      last = Number.NEGATIVE_INFINITY;
    },
    stop,
  };
}

interface Stranger {
  /** When it was let in; `null` while it is ignored. */
  asked: number | null;
  ignoredUntil: number;
  inVain: number;
}

/** Decides which announces y-webrtc hears. */
export interface AnnounceGate {
  letsIn(peer: string, now: number): boolean;
  /** A signal to this session came from it: nobody could have recorded that before, so it is no ghost. */
  heardSignal(peer: string): void;
}

export function createAnnounceGate(): AnnounceGate {
  const strangers = new Map<string, Stranger>();
  const living = new Map<string, true>();

  const giveUp = (stranger: Stranger, asked: number) => {
    stranger.ignoredUntil = asked + ANSWER_MS + Math.min(IGNORE_MS * 2 ** stranger.inVain, MAX_IGNORE_MS);
    stranger.asked = null;
    stranger.inVain += 1;
  };

  return {
    letsIn: (id, now) => {
      if (living.has(id)) return true;
      let waiting = 0;
      for (const stranger of strangers.values()) {
        if (stranger.asked === null) continue;
        if (now - stranger.asked >= ANSWER_MS) giveUp(stranger, stranger.asked);
        else waiting += 1;
      }
      const stranger = strangers.get(id) ?? { asked: null, ignoredUntil: 0, inVain: 0 };
      if (stranger.asked !== null) return true;
      if (now < stranger.ignoredUntil || waiting >= MAX_WAITING) return false;
      stranger.asked = now;
      keep(strangers, id, stranger);
      return true;
    },
    heardSignal: (id) => {
      strangers.delete(id);
      keep(living, id, true);
    },
  };
}

/** The one not heard of for longest makes room. */
function keep<T>(map: Map<string, T>, id: string, value: T): void {
  map.delete(id);
  map.set(id, value);
  if (map.size <= MAX_KNOWN) return;
  for (const oldest of map.keys()) {
    map.delete(oldest);
    break;
  }
}

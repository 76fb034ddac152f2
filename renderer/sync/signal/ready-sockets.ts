// Connections to relays that are begun before a meeting is open, while what is joined is being written down. Nothing is
// said on them: the relay learns that somebody is there, not of which room; and they are begun only once somebody has
// chosen to join.

/** So long one is kept for whoever is to take it. */
const KEEP_MS = 10_000;
/** Texts before anybody listens; a relay says what servers it knows, and no more. */
const MAX_EARLY = 8;

export interface ReadySocket {
  readonly socket: WebSocket;
  readonly isOpen: boolean;
  /** What the relay has said already. */
  readonly early: readonly unknown[];
}

const ready = new Map<string, () => ReadySocket>();

export function prepareSocket(url: string): void {
  if (ready.has(url)) return;
  const socket = tryWebSocket(url);
  if (socket === null) return;
  let isOpen = false;
  const early: unknown[] = [];
  const letGo = (): void => {
    clearTimeout(timer);
    ready.delete(url);
    socket.onopen = null;
    socket.onmessage = null;
    socket.onclose = null;
  };
  const drop = (): void => {
    letGo();
    socket.close();
  };
  const timer = setTimeout(drop, KEEP_MS);
  socket.onopen = () => {
    isOpen = true;
  };
  socket.onmessage = ({ data }) => {
    if (early.push(data) > MAX_EARLY) drop();
  };
  // Whoever wants it next tries, and tells how it goes.
  socket.onclose = letGo;
  ready.set(url, () => {
    letGo();
    return { socket, isOpen, early };
  });
}

/** The one that was prepared, which is the caller's from then on. `null`: there is none, or no longer. */
export function takeSocket(url: string): ReadySocket | null {
  return ready.get(url)?.() ?? null;
}

/** `null` where the page may not: plain `ws:` from a page that came over https. */
export function tryWebSocket(url: string): WebSocket | null {
  try {
    return new WebSocket(url);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

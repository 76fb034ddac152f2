// Asks whether a relay is where an address says: connects, and has one message answered. Joins no room and tells nothing.

export type RelayCheck =
  | { readonly state: 'answers'; readonly ms: number }
  /** `blocked`: a page over https may not open plain `ws:` addresses. */
  | { readonly state: 'unreachable' | 'silent' | 'blocked' };

const PATIENCE = 5_000;

export function checkRelay(url: string, signal?: AbortSignal): Promise<RelayCheck> {
  return new Promise((resolve) => {
    let socket: WebSocket;
    const begun = performance.now();
    try {
      socket = new WebSocket(url);
    } catch {
      // The only throw for a well-formed address: the browser's policy forbids it.
      resolve({ state: 'blocked' });
      return;
    }
    let opened = false;
    const end = (check: RelayCheck) => {
      clearTimeout(timer);
      socket.onopen = socket.onmessage = socket.onerror = socket.onclose = null;
      socket.close();
      resolve(check);
    };
    const giveUp = () => end({ state: opened ? 'silent' : 'unreachable' });
    const timer = setTimeout(giveUp, PATIENCE);
    signal?.addEventListener('abort', giveUp);
    socket.onopen = () => {
      opened = true;
      socket.send(JSON.stringify({ type: 'ping' }));
    };
    socket.onmessage = ({ data }) => {
      if (isPong(data)) end({ state: 'answers', ms: Math.round(performance.now() - begun) });
    };
    socket.onerror = giveUp;
    socket.onclose = giveUp;
  });
}

function isPong(data: unknown): boolean {
  if (typeof data !== 'string') return false;
  try {
    return JSON.parse(data)?.type === 'pong';
  } catch {
    return false;
  }
}

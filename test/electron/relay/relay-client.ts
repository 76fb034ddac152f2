import { WebSocket } from 'ws';

export type Said = Readonly<Record<string, unknown>>;

/** A client as the app has it, for the tests: what it heard, and waiting for the next of a kind. */
export interface RelayClient {
  readonly socket: WebSocket;
  readonly heard: Said[];
  send(message: unknown): void;
  /** The next message of this type that was not asked for yet. Rejects when the connection closes before. */
  next(type: string): Promise<Said>;
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
}

export async function connectClient(url: string, options: object = {}): Promise<RelayClient> {
  const socket = new WebSocket(url, { perMessageDeflate: false, ...options });
  const heard: Said[] = [];
  const taken = new Set<Said>();
  let wake: () => void = () => {};
  let isClosed = false;
  socket.on('message', (data) => {
    heard.push(JSON.parse(String(data)));
    wake();
  });
  // What follows is `close`, and that is waited for.
  socket.on('error', () => {});
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once('close', (code, reason) => {
      isClosed = true;
      resolve({ code, reason: String(reason) });
      wake();
    });
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  return {
    socket,
    heard,
    send: (message) => socket.send(JSON.stringify(message)),
    next: async (type) => {
      for (;;) {
        const found = heard.find((said) => said.type === type && !taken.has(said));
        if (found) {
          taken.add(found);
          return found;
        }
        if (isClosed) throw new Error(`Closed while waiting for ${type}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    closed,
  };
}

/** A topic as the app has them. */
export function topicOf(name: string): string {
  return Buffer.from(name.padEnd(16, '.')).toString('base64url').slice(0, 22);
}

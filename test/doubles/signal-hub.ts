// A relay in memory, in place of renderer/sync/signal and y-webrtc/websocket.ts. All peers of a test live in one process,
// where y-webrtc knows one room of a name: each peer has a name of its own for the room, `<room>/<n>`, and the hub carries
// between them. Use: vi.mock('.../y-webrtc/websocket.ts', () => import('.../signal-hub.ts')), and the same for
// signal/signal-rooms.ts.

import type { SignalRoomOptions } from '../../renderer/sync/signal/signal-rooms.ts';

type Listener = (message: unknown) => void;

const rooms = new Map<string, SignalRoomOptions>();
const clients = new Set<WebsocketClient>();
export const hub = {
  up: true,
  /** Counts members, but carries nothing. */
  deaf: false,
  announces: 0,
  latencyMs: 1,
  /** The process behind the topic died. */
  crash: (topic: string) => {
    for (const client of [...clients]) if (client.url === `fake://${topic}`) client.destroy();
  },
};

export class WebsocketClient {
  readonly url: string;
  connected = false;
  readonly topics = new Set<string>();
  readonly #listeners = new Map<string, Listener[]>();

  constructor(url: string) {
    this.url = url;
    clients.add(this);
    setTimeout(() => this.connect(), hub.latencyMs);
  }

  connect(): void {
    if (!clients.has(this) || !hub.up || this.connected) return;
    this.connected = true;
    this.emit('connect');
  }

  on(event: string, listener: Listener): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  emit(event: string, message?: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(message);
  }

  send(message: { type: string; topic?: string; topics?: string[]; data?: { type?: string } }): void {
    if (!this.connected || !hub.up) return;
    // y-webrtc subscribes to all rooms of the process; here only the client's own counts.
    const own = this.url.replace('fake://', '');
    if (message.type === 'subscribe' && message.topics?.includes(own)) this.topics.add(own);
    if (message.type === 'unsubscribe') for (const topic of message.topics ?? []) this.topics.delete(topic);
    if (message.type === 'subscribe' || message.type === 'unsubscribe') tellMembers(nameOf(own));
    if (message.type !== 'publish' || message.topic !== own) return;
    if (message.data?.type === 'announce') hub.announces += 1;
    if (hub.deaf) return;
    const data = JSON.stringify(message.data);
    for (const other of clients) {
      if (other === this) continue;
      for (const topic of other.topics)
        if (nameOf(topic) === nameOf(own))
          setTimeout(() => {
            if (clients.has(other)) other.emit('message', { type: 'publish', topic, data: JSON.parse(data) });
          }, hub.latencyMs);
    }
  }

  destroy(): void {
    clients.delete(this);
    this.connected = false;
    for (const topic of this.topics) tellMembers(nameOf(topic));
  }
}

export function registerSignalRoom(topic: string, options: SignalRoomOptions): () => void {
  rooms.set(topic, options);
  return () => rooms.delete(topic);
}

export function kickSockets(): void {
  for (const client of clients) client.connect();
}

export function announceAgain(topic: string): void {
  for (const client of clients) if (client.topics.has(topic)) client.emit('connect');
}

function tellMembers(room: string): void {
  const members = [...clients].filter(({ topics }) =>
    [...topics].some((topic) => nameOf(topic) === room),
  ).length;
  for (const [topic, { onState }] of rooms)
    if (nameOf(topic) === room) onState(`fake://${topic}`, 'up', members);
}

function nameOf(topic: string): string {
  return topic.slice(0, topic.lastIndexOf('/'));
}

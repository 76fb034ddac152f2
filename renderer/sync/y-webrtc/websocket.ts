// Stands in for lib0/websocket inside y-webrtc (build/y-webrtc-transport.ts): the same surface, over a signal client.

import { createSignalClient, type RunningClient } from '../signal/signal-client.ts';

interface ClientEvents {
  connect: () => void;
  disconnect: () => void;
  message: (message: unknown) => void;
}

/** y-webrtc's SignalingConn extends this and adds `providers`, each for one room. */
export class WebsocketClient {
  readonly url: string;
  declare providers?: ReadonlySet<{ readonly roomName: string }>;
  readonly #listeners = new Map<keyof ClientEvents, ((message: unknown) => void)[]>();
  readonly #client: RunningClient;

  constructor(url: string) {
    this.url = url;
    this.#client = createSignalClient(url, {
      serves: (topic) => [...(this.providers ?? [])].some(({ roomName }) => roomName === topic),
      onConnect: () => this.#emit('connect'),
      onDisconnect: () => this.#emit('disconnect'),
      onMessage: (message) => this.#emit('message', message),
    });
  }

  get connected(): boolean {
    return this.#client.connected;
  }

  on<E extends keyof ClientEvents>(event: E, listener: ClientEvents[E]): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  send(message: unknown): void {
    this.#client.send(message);
  }

  destroy(): void {
    this.#client.stop();
    this.#listeners.clear();
  }

  #emit(event: keyof ClientEvents, message?: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(message);
  }
}

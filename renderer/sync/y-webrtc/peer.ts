// Stands in for simple-peer inside y-webrtc 10.3.0, with as much of its surface as that uses. It is an end without wits:
// the mesh, which comes in with the options, makes the connection and decides what goes over it.

interface PeerEvents {
  signal: object;
  connect: undefined;
  data: Uint8Array;
  close: undefined;
  error: Error;
}

/** What the mesh gives for a new peer. */
export interface PeerEnd {
  signal(message: unknown): void;
  send(message: Uint8Array): void;
  close(): void;
}

export interface PeerHost {
  attach(peer: Peer): PeerEnd;
}

export interface PeerOptions {
  readonly initiator: boolean;
  readonly mesh: PeerHost;
}

class Peer {
  /** As in simple-peer. */
  destroyed = false;
  readonly #listeners = new Map<string, (value: never) => void>();
  /** y-webrtc listens only after the constructor, in which the first signal may already be due. */
  readonly #early: (() => void)[] = [];
  readonly #end: PeerEnd;

  constructor({ mesh }: PeerOptions) {
    this.#end = mesh.attach(this);
  }

  /** One listener for each event is all that y-webrtc has. */
  on<E extends keyof PeerEvents>(event: E, listener: (value: PeerEvents[E]) => void): void {
    this.#listeners.set(event, listener);
    for (const emit of this.#early.splice(0)) emit();
  }

  /** For the mesh. */
  emit<E extends keyof PeerEvents>(event: E, value: PeerEvents[E]): void {
    if (this.destroyed) return;
    const listener = this.#listeners.get(event);
    if (listener) listener(value as never);
    else this.#early.push(() => this.emit(event, value));
  }

  signal(message: unknown): void {
    if (!this.destroyed) this.#end.signal(message);
  }

  send(message: Uint8Array): void {
    if (!this.destroyed) this.#end.send(message);
  }

  /** Says no `close`: y-webrtc, which calls this, would announce itself in the room that it is leaving. */
  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.#end.close();
  }
}

export type { Peer };
// biome-ignore lint/style/noDefaultExport: y-webrtc imports it so.
export default Peer;

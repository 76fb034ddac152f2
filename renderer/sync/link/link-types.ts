// What one link to one other computer is, seen from the mesh above it. A link carries messages over WebRTC and keeps
// doing so through drops; it knows nothing of documents.

/** Who speaks at the other end; proven by the room's secret before anything else is let through. */
export interface Hello {
  /** Of these messages. Two numbers that differ do not talk to each other. */
  readonly protocol: number;
  /** Of the document (SCHEMA_VERSION): a lower one can only read. */
  readonly schema: number;
  /** The person, kept on this computer. */
  readonly user: string;
  /** This copy of the app (one profile on one computer), kept. */
  readonly device: string;
  /** One opening of one meeting: never seen before, never again. */
  readonly session: string;
  /** The Yjs client id of the session. */
  readonly client: number;
  readonly name: string;
}

/** `suspect`: nothing heard for a while. `restarting`: ICE restart or a replacement under way; the old path is kept. */
export type LinkState = 'connecting' | 'open' | 'suspect' | 'restarting' | 'closed';

/** How the packets travel, as ICE says: over a TURN relay or not. */
export type LinkPath = 'local' | 'direct' | 'relayed' | 'unknown';

export type CloseReason =
  | 'left' // the other said goodbye
  | 'given-up' // no way to it for long
  | 'refused' // wrong proof or protocol
  | 'dropped' // misbehaved
  | 'destroyed'; // this side

/**
 * Opaque to y-webrtc and the relay. Each one is all that this end has to say of one peer connection, the candidates found
 * so far included, so that signals may get lost, come twice or in any order. `n` is the sender's nonce of this link, `r`
 * the last one seen of the other.
 */
export interface LinkSignal {
  readonly n: string;
  readonly r?: string;
  /** Counts the peer connections of this link, so that a replacement is negotiated beside the one in use. */
  readonly g: number;
  readonly description: { readonly type: 'offer' | 'answer'; readonly sdp: string };
  /** Of an answer: the ICE user fragment of the offer it answers. */
  readonly answers?: string;
}

/** `frame`: a y-webrtc message. `beat`: the mesh's word with each heartbeat. */
export type MessageKind = 'frame' | 'beat';

export interface LinkEvents {
  /** To be carried to the other end by the relay. */
  onSignal(signal: LinkSignal): void;
  /** Proven and ready; again after each replacement of the path, when messages may have been lost. */
  onOpen(hello: Hello): void;
  /** In order, whole, within the size limits. A thrown error counts as the other's fault. */
  onMessage(kind: MessageKind, bytes: Uint8Array): void;
  /** Over the channel that loses and reorders. */
  onDatagram(bytes: Uint8Array): void;
  onState(state: LinkState): void;
  onClose(reason: CloseReason): void;
}

export interface LinkOptions {
  readonly hello: Hello;
  /** 32 bytes. */
  readonly proofKey: Uint8Array;
  readonly iceServers: readonly RTCIceServer[];
  readonly tuning?: Partial<LinkTuning>;
  /** Asked each heartbeat for what goes with it. */
  readonly beat: () => Uint8Array;
  readonly events: LinkEvents;
}

export interface Link {
  readonly state: LinkState;
  readonly hello: Hello | null;
  /** Smoothed, milliseconds; `null` before the first answer. */
  readonly rttMs: number | null;
  readonly path: LinkPath;
  /** `performance.now()` of the last thing heard; 0 before. */
  readonly lastHeard: number;
  readonly queuedBytes: number;
  /** Anything may come in here: what is no LinkSignal is ignored and counted. */
  signal(message: unknown): void;
  /** Never throws. Small messages overtake bulk, two of the same size class keep their order. False: closed. */
  send(kind: MessageKind, bytes: Uint8Array): boolean;
  /** At most 1,000 bytes; may get lost, come twice or late. */
  sendDatagram(bytes: Uint8Array): boolean;
  /** Something changed (online, resumed): look at once instead of at the next timeout. */
  check(): void;
  /** Says goodbye where it can. */
  close(reason: CloseReason): void;
}

export interface LinkTuning {
  /** Bytes of one piece on the wire, header included. */
  readonly chunk: number;
  /** `bufferedAmount` above which nothing more is handed to the browser, and the one at which it goes on. */
  readonly high: number;
  readonly low: number;
  readonly heartbeatMs: number;
  readonly suspectMs: number;
  readonly iceRestartMs: number;
  readonly replaceMs: number;
  /** First try of a connection, and each later one. */
  readonly connectMs: number;
  readonly reconnectMs: number;
  /** Silent for so long: closed for good. */
  readonly giveUpMs: number;
  /** Bytes of one message that are put together here, how many at a time, and how long that may take. */
  readonly maxMessage: number;
  readonly maxOpen: number;
  readonly assembleMs: number;
}

export type CreateLink = (options: LinkOptions) => Link;

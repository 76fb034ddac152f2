/** Letters of a y-webrtc peer id (a UUID has 36). */
const MAX_ID = 64;

/** What y-webrtc 10.3.0 hands to its socket. */
export interface YMessage {
  readonly type: 'subscribe' | 'unsubscribe' | 'publish';
  readonly topics: readonly string[];
  readonly topic: string;
  readonly data: unknown;
}

/** Of y-webrtc 10.3.0, what goes from peer to peer through the relay. */
export type PeerMessage =
  | { readonly type: 'announce'; readonly from: string }
  | { readonly type: 'signal'; readonly from: string; readonly to: string; readonly signal: object };

/**
 * The message in exactly the form that y-webrtc takes without throwing, or `null`. Its own offer and answer tokens are
 * left out, and a `signal` with a `type` is refused: y-webrtc would take it for a bare description of simple-peer.
 */
export function readPeerMessage(value: unknown): PeerMessage | null {
  if (!isRecord(value)) return null;
  const { type, from, to, signal } = value;
  if (!isId(from)) return null;
  if (type === 'announce') return { type, from };
  if (type !== 'signal' || !isId(to) || !isRecord(signal) || 'type' in signal) return null;
  return { type, from, to, signal };
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= MAX_ID;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// One RTCPeerConnection with its two channels, agreed on beforehand: neither end waits for the other to announce one.
// Whatever the browser or the other end does ends in an event here, never in an uncaught error.

import { type Description, readDescription } from './description.ts';
import type { LinkPath, LinkSignal } from './link-types.ts';
import { createNegotiation } from './negotiation.ts';
import { readPath } from './path.ts';

export interface Connection {
  readonly channel: RTCDataChannel;
  /** Starts over with fresh ICE candidates; on a connection in use, an ICE restart. */
  offer(): void;
  receive(signal: LinkSignal): void;
  /** Says again what stands, or offers anew where an offer was not answered for `patience` milliseconds. */
  nudge(patience?: number): void;
  /** The other end has answered or offered on this connection. */
  readonly heard: boolean;
  readonly path: LinkPath;
  sendDatagram(bytes: Uint8Array<ArrayBuffer>): boolean;
  /** Nothing happens after it. */
  close(): void;
  /** Lets what was just sent get out first, for a second at most. */
  closeSoon(): void;
}

export interface ConnectionEvents {
  onOpen(fingerprints: { local: string; remote: string }): void;
  /** `null`: what came is no bytes. */
  onMessage(bytes: Uint8Array | null): void;
  onDatagram(bytes: Uint8Array): void;
  onDrained(): void;
  /** It will not come back by itself. */
  onDown(): void;
}

export interface ConnectionOptions {
  /** Asked anew for each gathering: credentials of a TURN server last for hours, links for days. */
  readonly iceServers: () => readonly RTCIceServer[];
  readonly polite: () => boolean;
  readonly publish: (description: Description, answers: string | undefined) => void;
  readonly events: ConnectionEvents;
}

/** Unanswered for so long, candidates are gathered anew: the adapter may be another one by now. */
const REGATHER_MS = 4_000;
const LINGER_MS = 1_000;
/** Bytes. On a line that stands still, what is not sent now is of no use later. */
const MAX_DATAGRAMS_WAITING = 16 * 1024;

/** Throws what the browser throws: an ICE server that is none, too many connections. */
export function createConnection({ iceServers, polite, publish, events }: ConnectionOptions): Connection {
  const configuration = (): RTCConfiguration => ({ iceServers: [...iceServers()] });
  const pc = new RTCPeerConnection(configuration());
  const channel = pc.createDataChannel('link', { negotiated: true, id: 0, ordered: true });
  const fast = pc.createDataChannel('fast', { negotiated: true, id: 1, ordered: false, maxRetransmits: 0 });
  channel.binaryType = 'arraybuffer';
  fast.binaryType = 'arraybuffer';
  let closed = false;

  const down = (): void => {
    if (!closed) events.onDown();
  };
  const negotiation = createNegotiation({
    pc,
    polite,
    publish,
    onError: () => {
      // A description that does not fit changes nothing; a connection that is gone says so.
      if (pc.connectionState === 'closed') down();
    },
  });

  channel.onopen = () => negotiation.settle(events.onOpen);
  channel.onmessage = ({ data }: MessageEvent<unknown>) =>
    events.onMessage(data instanceof ArrayBuffer ? new Uint8Array(data) : null);
  channel.onbufferedamountlow = () => events.onDrained();
  channel.onclose = down;
  fast.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data instanceof ArrayBuffer) events.onDatagram(new Uint8Array(data));
  };
  pc.onconnectionstatechange = () => {
    if (pc.connectionState === 'failed' || pc.connectionState === 'closed') down();
  };

  const silence = (): void => {
    closed = true;
    negotiation.close();
    channel.onopen = null;
    channel.onmessage = null;
    channel.onbufferedamountlow = null;
    channel.onclose = null;
    fast.onmessage = null;
    pc.onconnectionstatechange = null;
  };

  return {
    channel,
    offer: () => {
      try {
        pc.setConfiguration(configuration());
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
        return down();
      }
      negotiation.offer();
    },
    receive: ({ description, answers }) => {
      const read = readDescription(description);
      if (read) negotiation.receive(read, answers);
    },
    nudge: (patience = REGATHER_MS) => {
      const since = negotiation.waitingSince;
      if (since !== null && performance.now() - since > patience) negotiation.offer();
      else negotiation.publish();
    },
    get heard() {
      return negotiation.heard;
    },
    get path() {
      return readPath(pc);
    },
    sendDatagram: (bytes) => {
      if (fast.readyState !== 'open' || fast.bufferedAmount > MAX_DATAGRAMS_WAITING) return false;
      try {
        fast.send(bytes);
        return true;
      } catch (error) {
        if (error instanceof DOMException) return false;
        throw error;
      }
    },
    close: () => {
      silence();
      pc.close();
    },
    closeSoon: () => {
      silence();
      const timer = setTimeout(() => pc.close(), LINGER_MS);
      channel.onclose = () => {
        channel.onclose = null;
        clearTimeout(timer);
        pc.close();
      };
      channel.close();
    },
  };
}

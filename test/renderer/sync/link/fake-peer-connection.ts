// RTCPeerConnections of one process, under fake timers: descriptions, offers and answers by the rules, ICE that connects
// whoever has the right description of the other, and channels that hold back what is sent while the network is cut.
import { vi } from 'vitest';

export interface FakeNet {
  /** Nothing gets through; ICE connects nothing new. */
  cut: boolean;
  readonly connections: readonly FakePeerConnection[];
  heal(): void;
}

const WIRE_MS = 2;
let net: { cut: boolean; connections: FakePeerConnection[]; held: (() => void)[]; made: number };

/** Puts the fakes in place; `vi.unstubAllGlobals()` takes them out. */
export function fakeNet(): FakeNet {
  net = { cut: false, connections: [], held: [], made: 0 };
  vi.stubGlobal('RTCPeerConnection', FakePeerConnection);
  return {
    get cut() {
      return net.cut;
    },
    set cut(cut) {
      net.cut = cut;
    },
    get connections() {
      return net.connections.filter(({ connectionState }) => connectionState !== 'closed');
    },
    heal: () => {
      net.cut = false;
      for (const deliver of net.held.splice(0)) deliver();
      for (const pc of net.connections) pc.connect();
    },
  };
}

function later(deliver: () => void): void {
  if (net.cut) net.held.push(deliver);
  else setTimeout(() => (net.cut ? net.held.push(deliver) : deliver()), WIRE_MS);
}

class FakeChannel {
  readyState = 'connecting';
  bufferedAmount = 0;
  bufferedAmountLowThreshold = 0;
  binaryType = 'blob';
  other: FakeChannel | null = null;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: (() => void) | null = null;
  onbufferedamountlow: (() => void) | null = null;

  send(bytes: Uint8Array): void {
    if (this.readyState !== 'open') throw new DOMException('not open', 'InvalidStateError');
    const { other } = this;
    const data = bytes.slice().buffer;
    later(() => {
      if (other?.readyState === 'open') other.onmessage?.({ data });
    });
  }

  open(other: FakeChannel): void {
    if (this.readyState !== 'connecting') return;
    this.other = other;
    this.readyState = 'open';
    this.onopen?.();
  }

  close(): void {
    if (this.readyState === 'closed') return;
    this.readyState = 'closed';
    const { other } = this;
    later(() => other?.close());
    this.onclose?.();
  }
}

interface Said {
  readonly type: 'offer' | 'answer';
  readonly sdp: string;
}

const ufragOf = (said: Said | null) => /a=ice-ufrag:(\S+)/.exec(said?.sdp ?? '')?.[1];

export class FakePeerConnection {
  signalingState = 'stable';
  connectionState = 'new';
  iceGatheringState = 'new';
  localDescription: Said | null = null;
  remoteDescription: Said | null = null;
  readonly sctp = null;
  readonly channels: FakeChannel[] = [];
  onicecandidate: (() => void) | null = null;
  onicegatheringstatechange: (() => void) | null = null;
  onconnectionstatechange: (() => void) | null = null;
  /** What was in force before a description that is not agreed yet. */
  #agreed: Said | null = null;
  #version = 1;
  readonly #id: string;

  constructor() {
    net.made += 1;
    this.#id = net.made.toString(16).padStart(8, '0');
    net.connections.push(this);
  }

  setConfiguration(): void {}

  createDataChannel(): FakeChannel {
    const channel = new FakeChannel();
    this.channels.push(channel);
    return channel;
  }

  async createOffer(): Promise<Said> {
    return this.#describe('offer');
  }

  async setLocalDescription(said?: Said): Promise<void> {
    await Promise.resolve();
    const answering = this.signalingState === 'have-remote-offer';
    this.localDescription = said ?? this.#describe(answering ? 'answer' : 'offer');
    this.signalingState = answering ? 'stable' : 'have-local-offer';
    if (answering) this.#agreed = this.localDescription;
    this.onicecandidate?.();
    for (const pc of net.connections) pc.connect();
  }

  async setRemoteDescription(said: Said): Promise<void> {
    await Promise.resolve();
    if (said.type === 'offer') {
      if (this.signalingState === 'have-local-offer') this.localDescription = this.#agreed;
      this.signalingState = 'have-remote-offer';
    } else {
      if (this.signalingState !== 'have-local-offer')
        throw new DOMException('wrong state', 'InvalidStateError');
      this.signalingState = 'stable';
      this.#agreed = this.localDescription;
    }
    this.remoteDescription = said;
    for (const pc of net.connections) pc.connect();
  }

  async addIceCandidate(): Promise<void> {}

  /** Opens the channels where both ends have agreed on each other's descriptions. */
  connect(): void {
    if (net.cut || this.connectionState === 'closed' || this.signalingState !== 'stable') return;
    const other = net.connections.find(
      (pc) => ufragOf(pc.localDescription) === ufragOf(this.remoteDescription),
    );
    if (other?.signalingState !== 'stable' || other.connectionState === 'closed') return;
    if (!this.localDescription || ufragOf(other.remoteDescription) !== ufragOf(this.localDescription)) return;
    if (this.connectionState !== 'connected') {
      this.connectionState = 'connected';
      this.onconnectionstatechange?.();
    }
    setTimeout(() => {
      for (const [i, channel] of this.channels.entries()) {
        const partner = other.channels[i];
        if (partner) channel.open(partner);
      }
    }, WIRE_MS);
  }

  fail(): void {
    this.connectionState = 'failed';
    this.onconnectionstatechange?.();
  }

  close(): void {
    if (this.connectionState === 'closed') return;
    this.connectionState = 'closed';
    for (const channel of this.channels) channel.close();
  }

  #describe(type: Said['type']): Said {
    this.#version += 1;
    const lines = [
      'v=0',
      `o=- 1 ${this.#version} IN IP4 127.0.0.1`,
      'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
      'a=mid:0',
      `a=ice-ufrag:${this.#id}-${this.#version}`,
      `a=fingerprint:sha-256 ${this.#id}`,
      'a=candidate:1 1 udp 1 10.0.0.1 9 typ host',
    ];
    return { type, sdp: lines.join('\r\n') };
  }
}

// Two links of one page with a relay between them that delays, loses, doubles and reorders, and a network that can be
// cut: what is sent meanwhile is held back, as a reliable channel does.
import { createLink } from '../../../../../renderer/sync/link/link.ts';
import type {
  CloseReason,
  Hello,
  Link,
  LinkOptions,
  LinkSignal,
  LinkState,
  LinkTuning,
} from '../../../../../renderer/sync/link/link-types.ts';

export interface Relay {
  /** Milliseconds, shortest and longest: two signals may overtake one another. */
  delay: readonly [number, number];
  loss: number;
  duplicates: number;
  down: boolean;
}

export interface End {
  link: Link;
  opens: number[];
  states: LinkState[];
  closes: CloseReason[];
  frames: Uint8Array[];
  beats: number;
  datagrams: Uint8Array[];
  signals: LinkSignal[];
  onFrame: ((bytes: Uint8Array) => void) | undefined;
}

export interface Pair {
  readonly a: End;
  readonly b: End;
  readonly relay: Relay;
  readonly startedAt: number;
  close(): void;
}

export interface PairOptions {
  readonly relay?: Partial<Relay>;
  readonly tuning?: Partial<LinkTuning>;
  readonly b?: { readonly hello?: Partial<Hello>; readonly proofKey?: Uint8Array };
  /** The second end is made by the first signal of the first. */
  readonly onlyFirstStarts?: boolean;
}

declare global {
  interface Window {
    links: typeof import('./pair.ts');
  }
}

let held: { channel: RTCDataChannel; bytes: ArrayBufferView<ArrayBuffer> }[] | null = null;
const everyConnection: RTCPeerConnection[] = [];
const everyChannel: RTCDataChannel[] = [];

/** Must run before the first link is made. */
export function watchConnections(): void {
  const plain = RTCDataChannel.prototype.send as (this: RTCDataChannel, bytes: unknown) => void;
  RTCDataChannel.prototype.send = function (this: RTCDataChannel, bytes: unknown) {
    if (held) held.push({ channel: this, bytes: bytes as ArrayBufferView<ArrayBuffer> });
    else plain.call(this, bytes);
  };
  const Plain = RTCPeerConnection;
  window.RTCPeerConnection = class extends Plain {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      everyConnection.push(this);
    }
    override createDataChannel(label: string, init?: RTCDataChannelInit): RTCDataChannel {
      const channel = super.createDataChannel(label, init);
      everyChannel.push(channel);
      return channel;
    }
  };
}

export const openChannels = (label: 'link' | 'fast'): RTCDataChannel[] =>
  everyChannel.filter((channel) => channel.label === label && channel.readyState === 'open');

export const openConnections = (): RTCPeerConnection[] =>
  everyConnection.filter((pc) => pc.connectionState !== 'closed');

/** Nothing gets from one end to the other until `healData()`. */
export function cutData(): void {
  held = [];
}
export function healData(): void {
  const waiting = held ?? [];
  held = null;
  for (const { channel, bytes } of waiting) if (channel.readyState === 'open') channel.send(bytes);
}

export const until = async (condition: () => boolean, patience = 20_000): Promise<number> => {
  const start = performance.now();
  while (!condition()) {
    if (performance.now() - start > patience) throw new Error(`Not within ${patience} ms: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return performance.now() - start;
};

export const KEY = new Uint8Array(32).fill(7);

export function hello(name: string): Hello {
  const client = Math.floor(Math.random() * 0xffffffff);
  return {
    protocol: 1,
    schema: 1,
    user: `u-${name}`,
    device: `d-${name}`,
    session: `s-${name}`,
    client,
    name,
  };
}

export function createEnd(
  options: Omit<LinkOptions, 'events' | 'beat' | 'iceServers'>,
  send: (signal: LinkSignal) => void,
): End {
  const end: Omit<End, 'link'> & { link?: Link } = {
    opens: [],
    states: [],
    closes: [],
    frames: [],
    beats: 0,
    datagrams: [],
    signals: [],
    onFrame: undefined,
  };
  end.link = createLink({
    ...options,
    iceServers: [],
    beat: () => new Uint8Array([1, 2, 3]),
    events: {
      onSignal: (signal) => {
        end.signals.push(signal);
        send(structuredClone(signal));
      },
      onOpen: () => end.opens.push(performance.now()),
      onMessage: (kind, bytes) => {
        if (kind === 'beat') end.beats += 1;
        else if (end.onFrame) end.onFrame(bytes);
        else end.frames.push(bytes);
      },
      onDatagram: (bytes) => end.datagrams.push(bytes),
      onState: (state) => end.states.push(state),
      onClose: (reason) => end.closes.push(reason),
    },
  });
  return end as End;
}

export function createPair(options: PairOptions = {}): Pair {
  const relay: Relay = { delay: [1, 5], loss: 0, duplicates: 0, down: false, ...options.relay };
  const carry = (deliver: (signal: LinkSignal) => void) => (signal: LinkSignal) => {
    const copies = Math.random() < relay.duplicates ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      if (relay.down || Math.random() < relay.loss) continue;
      const [shortest, longest] = relay.delay;
      setTimeout(() => deliver(signal), shortest + Math.random() * (longest - shortest));
    }
  };
  const shared = { proofKey: KEY, ...(options.tuning ? { tuning: options.tuning } : {}) };
  const startedAt = performance.now();
  const ends: { a?: End; b?: End } = {};
  const makeB = (): End =>
    createEnd(
      {
        ...shared,
        hello: { ...hello('b'), ...options.b?.hello },
        ...(options.b?.proofKey ? { proofKey: options.b.proofKey } : {}),
      },
      carry((signal) => ends.a?.link.signal(signal)),
    );
  ends.a = createEnd(
    { ...shared, hello: hello('a') },
    carry((signal) => {
      ends.b ??= makeB();
      ends.b.link.signal(signal);
    }),
  );
  if (!options.onlyFirstStarts) ends.b = makeB();
  return {
    get a() {
      return ends.a as End;
    },
    get b() {
      return ends.b as End;
    },
    relay,
    startedAt,
    close: () => {
      ends.a?.link.close('left');
      ends.b?.link.close('destroyed');
    },
  };
}

/** Tasks that held up the page, in milliseconds each; the browser tells of those over 50. */
export function watchBlocking(): () => Promise<number[]> {
  const long: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) long.push(duration);
  });
  observer.observe({ type: 'longtask' });
  return async () => {
    // The browser tells of a task only after it.
    await new Promise((resolve) => setTimeout(resolve, 50));
    observer.disconnect();
    return long;
  };
}

export const bothOpen = ({ a, b }: Pair): boolean => a.link.state === 'open' && b?.link.state === 'open';

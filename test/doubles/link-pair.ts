// Links without WebRTC: one `Wires` is a network between the peers of one process. It finds the two ends of a link by the
// nonces in their signals, as WebRTC does, and delivers what is sent after a while, whole and in order. Cuts, delays,
// partitions and lost datagrams are asked of it; a hostile end sends what it likes through `inject`.

import type {
  CloseReason,
  CreateLink,
  Hello,
  Link,
  LinkOptions,
  LinkSignal,
  LinkState,
  MessageKind,
} from '../../renderer/sync/link/link-types.ts';

export interface WiresOptions {
  readonly now: () => number;
  /** One way, milliseconds. */
  latencyMs?: number;
  /** Milliseconds for each KB of a frame: large ones take longer and are overtaken by small ones. */
  msPerKb?: number;
  heartbeatMs?: number;
  /** Of datagrams, 0 to 1. */
  loss?: number;
  random?: () => number;
}

/** A frame is bulk from this size on and may be overtaken. */
const BULK = 64 * 1024;
const SUSPECT_MS = 3_000;
const GIVE_UP_MS = 30_000;
const CONNECT_MS = 15_000;

class FakeLink implements Link {
  state: LinkState = 'connecting';
  hello: Hello | null = null;
  rttMs: number | null = null;
  readonly path = 'local';
  lastHeard = 0;
  queuedBytes = 0;
  readonly nonce: string;
  other: FakeLink | null = null;
  readonly net: Wires;
  readonly options: LinkOptions;
  #timer: ReturnType<typeof setInterval> | undefined;
  #bulkUntil = 0;

  constructor(net: Wires, options: LinkOptions, nonce: string) {
    this.net = net;
    this.options = options;
    this.nonce = nonce;
    queueMicrotask(() => {
      if (this.state === 'connecting')
        options.events.onSignal({ n: nonce, g: 1, description: { type: 'offer', sdp: '' } });
    });
  }

  signal(message: unknown): void {
    const { n } = message as LinkSignal;
    const end = this.net.ends.get(n);
    if (this.state !== 'connecting' || this.other || !end || end.other) return;
    this.other = end;
    end.other = this;
    setTimeout(() => this.net.connect(this), this.net.latency * 2);
  }

  open(hello: Hello): void {
    this.hello = hello;
    this.lastHeard = this.net.now();
    this.rttMs = this.net.latency * 2;
    this.#enter('open');
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#beat(), this.net.heartbeatMs);
    this.options.events.onOpen(hello);
  }

  #beat(): void {
    this.send('beat', this.options.beat());
    const silent = this.net.now() - this.lastHeard;
    if (silent > GIVE_UP_MS) this.close('given-up');
    else this.#enter(silent > SUSPECT_MS ? 'suspect' : 'open');
  }

  #enter(state: LinkState): void {
    if (this.state === state || this.state === 'closed') return;
    this.state = state;
    this.options.events.onState(state);
  }

  send(kind: MessageKind, bytes: Uint8Array): boolean {
    const { other, net } = this;
    if (this.state === 'closed' || !other) return false;
    net.sent[kind] += 1;
    net.onSend?.(this.options.hello, other.options.hello, kind, bytes);
    const copy = bytes.slice();
    const wait = net.latency + (bytes.length / 1024) * net.msPerKb;
    const bulk = bytes.length > BULK;
    const at = bulk ? Math.max(net.now() + wait, this.#bulkUntil) : net.now() + net.latency;
    if (bulk) this.#bulkUntil = at;
    this.queuedBytes += bulk ? bytes.length : 0;
    setTimeout(() => {
      this.queuedBytes -= bulk ? bytes.length : 0;
      if (net.isCut(this.options.hello, other.options.hello)) net.lost.push([this, kind, copy]);
      else other.receive(kind, copy);
    }, at - net.now());
    return true;
  }

  receive(kind: MessageKind, bytes: Uint8Array): void {
    if (this.state === 'closed') return;
    this.lastHeard = this.net.now();
    if (this.state === 'suspect') this.#enter('open');
    this.options.events.onMessage(kind, bytes);
  }

  sendDatagram(bytes: Uint8Array): boolean {
    const { other, net } = this;
    if (this.state !== 'open' || !other) return false;
    const copy = bytes.slice();
    if (net.random() >= net.loss && !net.isCut(this.options.hello, other.options.hello))
      setTimeout(() => other.state !== 'closed' && other.options.events.onDatagram(copy), net.latency);
    return true;
  }

  check(): void {
    if (this.state === 'open') this.#beat();
  }

  close(reason: CloseReason): void {
    if (this.state === 'closed') return;
    clearInterval(this.#timer);
    const { other, net } = this;
    this.#enter('closed');
    net.ends.delete(this.nonce);
    this.options.events.onClose(reason);
    if (!other || reason === 'given-up') return;
    const theirs = reason === 'dropped' ? 'dropped' : 'left';
    setTimeout(() => {
      if (!net.isCut(this.options.hello, other.options.hello)) other.close(theirs);
    }, net.latency);
  }

  /** The process of this end died: nothing is said, nothing heard. */
  kill(): void {
    clearInterval(this.#timer);
    this.state = 'closed';
    this.net.ends.delete(this.nonce);
  }
}

export class Wires {
  readonly ends = new Map<string, FakeLink>();
  readonly sent: Record<MessageKind, number> = { frame: 0, beat: 0 };
  /** What was sent into a cut: delivered when it is mended, as SCTP does, unless the link is gone by then. */
  lost: [FakeLink, MessageKind, Uint8Array][] = [];
  readonly now: () => number;
  latency: number;
  msPerKb: number;
  heartbeatMs: number;
  loss: number;
  random: () => number;
  onSend: ((from: Hello, to: Hello, kind: MessageKind, bytes: Uint8Array) => void) | null = null;
  readonly #cuts = new Set<string>();
  #next = 0;

  constructor(options: WiresOptions) {
    this.now = options.now;
    this.latency = options.latencyMs ?? 1;
    this.msPerKb = options.msPerKb ?? 0;
    this.heartbeatMs = options.heartbeatMs ?? 1_000;
    this.loss = options.loss ?? 0;
    this.random = options.random ?? (() => 1);
  }

  readonly createLink: CreateLink = (options) => {
    this.#next += 1;
    const link = new FakeLink(this, options, `n${this.#next}`);
    this.ends.set(link.nonce, link);
    return link;
  };

  isCut(a: Hello, b: Hello): boolean {
    return this.#cuts.has(pair(a.session, b.session));
  }

  connect(link: FakeLink, since = this.now()): void {
    const { other } = link;
    if (!other || link.state !== 'connecting' || other.state !== 'connecting') return;
    if (this.isCut(link.options.hello, other.options.hello)) {
      // ICE looks for a way, for a while.
      if (this.now() - since < CONNECT_MS) setTimeout(() => this.connect(link, since), 500);
      else for (const end of [link, other]) end.close('given-up');
      return;
    }
    link.open(other.options.hello);
    other.open(link.options.hello);
  }

  cut(a: string, b: string): void {
    this.#cuts.add(pair(a, b));
  }

  /** `replaced`: the old path is gone with what was under way, and a new one takes its place. */
  mend(a: string, b: string, replaced = false): void {
    this.#cuts.delete(pair(a, b));
    const of = (link: FakeLink) =>
      pair(link.options.hello.session, link.other?.options.hello.session ?? '') === pair(a, b);
    const due = this.lost.filter(([link]) => of(link));
    this.lost = this.lost.filter(([link]) => !of(link));
    for (const link of this.linksBetween(a, b))
      if (replaced && link.other) link.open(link.other.options.hello);
    if (!replaced) for (const [link, kind, bytes] of due) link.other?.receive(kind, bytes);
  }

  linksBetween(a: string, b: string): FakeLink[] {
    return [...this.ends.values()].filter(
      ({ options, other, state }) =>
        state !== 'closed' &&
        other &&
        pair(options.hello.session, other.options.hello.session) === pair(a, b),
    );
  }

  linksOf(session: string): FakeLink[] {
    return [...this.ends.values()].filter(({ options }) => options.hello.session === session);
  }

  crash(session: string): void {
    for (const link of this.linksOf(session)) link.kill();
  }

  /** As if `from` had sent it to `to`. */
  inject(from: string, to: string, kind: MessageKind, bytes: Uint8Array): void {
    for (const link of this.linksOf(to))
      if (link.other?.options.hello.session === from) link.receive(kind, bytes);
  }
}

function pair(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}

// One connection as the link uses it: hello and proof first, then messages of any size. What the other end does wrong
// ends in `onBreach`; nothing of a message gets out before the proof.

import { createAssembler } from './assembler.ts';
import { type Connection, createConnection } from './connection.ts';
import type { Description } from './description.ts';
import type { Hello, LinkOptions, LinkTuning, MessageKind } from './link-types.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createHandshake, type Handshake, NONCE_BYTES } from './proof.ts';
import { MAX_HANDSHAKE } from './tuning.ts';
import { readWire, type WireMessage, writeBye, writeHello, writeProof, writeUse } from './wire.ts';

export interface Carrier {
  readonly connection: Connection;
  readonly generation: number;
  /** `performance.now()`. */
  readonly since: number;
  /** Both channels stand, the proof may still be missing. */
  readonly linked: boolean;
  readonly proven: boolean;
  readonly hello: Hello | null;
  readonly queuedBytes: number;
  send(kind: MessageKind, bytes: Uint8Array): void;
  /** Tells the other end to go on here. */
  use(): void;
  /** See Assembler.age. */
  age(elapsed: number): boolean;
  /** With a goodbye, where there is a channel for it. */
  leave(reason: Parameters<typeof writeBye>[0]): void;
}

export interface CarrierEvents {
  onProven(hello: Hello): void;
  /** The other end goes on here. */
  onUse(): void;
  /** Something was heard, of whatever kind. */
  onHeard(): void;
  onMessage(kind: MessageKind, bytes: Uint8Array): void;
  onDatagram(bytes: Uint8Array): void;
  onBye(refused: boolean): void;
  onBreach(reason: 'refused' | 'dropped'): void;
  onDown(): void;
}

export interface CarrierOptions {
  readonly link: LinkOptions;
  readonly tuning: LinkTuning;
  readonly generation: number;
  readonly polite: () => boolean;
  readonly publish: (description: Description, answers: string | undefined) => void;
  readonly events: CarrierEvents;
}

/** A hello, a proof and a goodbye. */
const MAX_EARLY = 3;

export function createCarrier({
  link,
  tuning,
  generation,
  polite,
  publish,
  events,
}: CarrierOptions): Carrier {
  let handshake: Handshake | null = null;
  let outbox: Outbox | null = null;
  /** What came before this end of the channel was open here. */
  const early: (Uint8Array | null)[] = [];
  const assembler = createAssembler(tuning);

  const say = (message: Uint8Array<ArrayBuffer>): boolean => {
    if (connection.channel.readyState !== 'open') return false;
    connection.channel.send(message);
    return true;
  };

  const shakeHands = (message: WireMessage | null) => {
    if (!handshake) return events.onBreach('refused');
    switch (message?.code) {
      case 'hello':
        if (handshake.takeHello(message.body) === 'refused') return events.onBreach('refused');
        say(writeProof(handshake.proof()));
        return;
      case 'proof': {
        const proven = handshake.takeProof(message.body) === 'proven';
        if (!proven || !handshake.theirs) return events.onBreach('refused');
        outbox = createOutbox(connection.channel, tuning, () => performance.now());
        return events.onProven(handshake.theirs);
      }
      case 'bye':
        return events.onBye(message.refused);
      default:
        return events.onBreach('refused');
    }
  };

  const take = (message: WireMessage | null) => {
    events.onHeard();
    switch (message?.code) {
      case 'whole':
        return events.onMessage(message.kind, message.body);
      case 'first':
      case 'next': {
        const got = assembler.add(message);
        if (got.outcome === 'breach') return events.onBreach('dropped');
        if (got.outcome === 'whole') events.onMessage(got.kind, got.bytes);
        return;
      }
      case 'use':
        return events.onUse();
      case 'bye':
        return events.onBye(message.refused);
      default:
        return events.onBreach('dropped');
    }
  };

  const receive = (bytes: Uint8Array | null) => {
    const proven = handshake?.proven === true;
    if (!bytes || (!proven && bytes.length > MAX_HANDSHAKE))
      return events.onBreach(proven ? 'dropped' : 'refused');
    if (proven) take(readWire(bytes));
    else shakeHands(readWire(bytes));
  };

  const connection: Connection = createConnection({
    iceServers: () => link.iceServers,
    polite,
    publish,
    events: {
      onOpen: (fingerprints) => {
        const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
        handshake = createHandshake({ hello: link.hello, proofKey: link.proofKey, fingerprints, nonce });
        say(writeHello(handshake.ownHello));
        for (const bytes of early.splice(0)) receive(bytes);
      },
      onMessage: (bytes) => {
        if (handshake) receive(bytes);
        else if (early.push(bytes) > MAX_EARLY) events.onBreach('refused');
      },
      onDatagram: (bytes) => {
        if (handshake?.proven) events.onDatagram(bytes);
      },
      onDrained: () => outbox?.drained(),
      onDown: events.onDown,
    },
  });

  return {
    connection,
    generation,
    since: performance.now(),
    get linked() {
      return handshake !== null;
    },
    get proven() {
      return handshake?.proven === true;
    },
    get hello() {
      return handshake?.proven ? handshake.theirs : null;
    },
    get queuedBytes() {
      return outbox?.queuedBytes ?? 0;
    },
    send: (kind, bytes) => outbox?.push(kind, bytes),
    use: () => say(writeUse()),
    age: assembler.age,
    leave: (reason) => {
      outbox?.clear();
      if (say(writeBye(reason))) connection.closeSoon();
      else connection.close();
    },
  };
}

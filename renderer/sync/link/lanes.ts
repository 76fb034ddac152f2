// The connections of one link: the one in use, and at most one that is made ready to take its place. The old one stays
// until the new one is proven and both ends go on there; which is decided by one end alone (the one that is not polite),
// so that they never choose differently.

import { type Carrier, createCarrier } from './carrier.ts';
import type { CloseReason, Hello, LinkOptions, LinkTuning, MessageKind } from './link-types.ts';
import { createNonce, isPolite, judgeSignal, readSignal } from './signal.ts';

export interface Lanes {
  readonly active: Carrier | null;
  /** ICE gave the active one up, or its channel closed. */
  readonly lost: boolean;
  /** Another one is on the way. */
  readonly replacing: boolean;
  /** True: a word of the other end, for us. */
  signal(message: unknown): boolean;
  /** Makes another connection ready, if none is on the way. */
  replace(): void;
  /** Says again what was not heard. `patience`: see Connection.nudge. */
  stir(patience?: number): void;
  tick(now: number): void;
  /** The other end has answered over the active one what was sent at `sent`. */
  answered(sent: number): void;
  close(reason: CloseReason, quietly: boolean): void;
}

export interface LaneEvents {
  /** The other end was heard over the active connection just now. */
  isAlive(): boolean;
  onSwitch(hello: Hello): void;
  onHeard(): void;
  onLost(): void;
  onMessage(kind: MessageKind, bytes: Uint8Array): void;
  onDatagram(bytes: Uint8Array): void;
  /** The other end's wish or fault. `quietly`: it needs not be told. */
  onEnd(reason: CloseReason, quietly: boolean): void;
}

interface Attempt {
  readonly carrier: Carrier;
  readonly deadline: number;
  /** The offer is ours. */
  readonly offered: boolean;
  /** When it was proven, at the end that decides. */
  provenAt: number | null;
  nudges: number;
  nudgedAt: number;
}

/** Pauses between what is said while a connection does not stand yet; the last one goes on. */
const NUDGE_MS = [400, 800, 1_600, 2_000];
/** Between two connections that fail at once. */
const PAUSE_MS = 250;
/** Where the active connection is heard again, it has this long to show that it works both ways, before a proven one takes over. */
const GRACE_MS = 1_500;

export function createLanes(link: LinkOptions, tuning: LinkTuning, events: LaneEvents): Lanes {
  const own = createNonce();
  let remote: string | null = null;
  let active: Carrier | null = null;
  let pending: Attempt | null = null;
  let lost = false;
  let known: Hello | null = null;
  let generation = 0;
  let begunAt = Number.NEGATIVE_INFINITY;

  const polite = () => remote !== null && isPolite(own, remote);

  const forget = (carrier: Carrier): void => {
    carrier.connection.close();
    if (pending?.carrier === carrier) pending = null;
    if (active === carrier) active = null;
  };

  const goOn = (carrier: Carrier, hello: Hello) => {
    if (known && known.session !== hello.session) return events.onEnd('refused', false);
    known = hello;
    active?.connection.close();
    active = carrier;
    pending = null;
    lost = false;
    events.onSwitch(hello);
  };

  const decide = (carrier: Carrier): void => {
    if (!carrier.hello) return;
    carrier.use();
    goOn(carrier, carrier.hello);
  };

  const begin = (number: number, offered: boolean): Carrier | null => {
    if (pending) forget(pending.carrier);
    generation = number;
    begunAt = performance.now();
    const patience = number === 1 ? tuning.connectMs : tuning.reconnectMs;
    try {
      const carrier: Carrier = createCarrier({
        link,
        tuning,
        generation: number,
        polite,
        publish: ({ type, sdp }, answers) =>
          link.events.onSignal({
            n: own,
            g: number,
            description: { type, sdp },
            ...(remote === null ? {} : { r: remote }),
            ...(answers === undefined ? {} : { answers }),
          }),
        events: {
          onProven: () => {
            if (polite()) return;
            if (pending && active && !lost && events.isAlive()) pending.provenAt = performance.now();
            else decide(carrier);
          },
          onUse: () => {
            if (carrier === active || !polite() || !carrier.hello) return events.onEnd('dropped', false);
            goOn(carrier, carrier.hello);
          },
          onHeard: () => {
            if (carrier !== active) return;
            lost = false;
            events.onHeard();
          },
          onMessage: (kind, bytes) => {
            if (carrier === active) events.onMessage(kind, bytes);
            else events.onEnd('dropped', false);
          },
          // These may overtake the word that the other end goes on here.
          onDatagram: (bytes) => {
            if (carrier === active) events.onDatagram(bytes);
          },
          onBye: (refused) => events.onEnd(refused ? 'refused' : 'left', true),
          onBreach: (reason) => events.onEnd(reason, false),
          onDown: () => {
            if (carrier !== active) return forget(carrier);
            lost = true;
            events.onLost();
          },
        },
      });
      pending = {
        carrier,
        deadline: begunAt + patience,
        offered,
        provenAt: null,
        nudges: 0,
        nudgedAt: begunAt,
      };
      return carrier;
    } catch (error) {
      // The browser makes no more connections, or refuses the ICE servers: another try is due after a pause.
      if (error instanceof DOMException || error instanceof TypeError) return null;
      throw error;
    }
  };

  const replace = (): void => {
    if (pending || performance.now() - begunAt < PAUSE_MS) return;
    begin(generation + 1, true)?.connection.offer();
  };

  /**
   * Both ends have made the first offer of a connection. Taking ours back (rollback) would leave Chromium in the wrong
   * ICE role, and the conflict costs 250 ms; a new connection has no past.
   */
  const yields = (number: number): boolean =>
    pending?.carrier.generation === number &&
    pending.offered &&
    !pending.carrier.connection.heard &&
    polite();

  const nudge = (attempt: Attempt, patience?: number): void => {
    attempt.nudges += 1;
    attempt.nudgedAt = performance.now();
    attempt.carrier.connection.nudge(patience);
  };

  return {
    get active() {
      return active;
    },
    get lost() {
      return lost;
    },
    get replacing() {
      return pending !== null;
    },
    signal: (message) => {
      const signal = readSignal(message);
      const verdict = signal && judgeSignal(signal, own, remote);
      if (!signal || verdict === 'stale') return false;
      if (verdict === 'newer') {
        // The link that ours was joined to is no more: the other end has made another in its place.
        if (pending) forget(pending.carrier);
        if (active) {
          forget(active);
          events.onLost();
        }
        generation = 0;
      }
      remote = signal.n;
      const carrier = [active, pending?.carrier].find((one) => one?.generation === signal.g);
      const offer = signal.description.type === 'offer';
      if (offer && (signal.g > generation || yields(signal.g)))
        begin(signal.g, false)?.connection.receive(signal);
      else carrier?.connection.receive(signal);
      return true;
    },
    replace,
    stir: (patience) => {
      if (pending && !pending.carrier.linked && performance.now() - pending.nudgedAt > PAUSE_MS)
        nudge(pending, patience);
    },
    tick: (now: number) => {
      if (!pending) return;
      const { carrier, deadline, provenAt, nudges, nudgedAt } = pending;
      if (provenAt !== null && (lost || now - provenAt >= GRACE_MS)) return decide(carrier);
      // Where nobody has answered, another connection would be as good as this one.
      if (now >= deadline && (carrier.connection.heard || !active)) {
        forget(carrier);
      } else if (!carrier.linked && now - nudgedAt >= (NUDGE_MS[nudges] ?? 2_000)) {
        nudge(pending);
      }
    },
    answered: (sent) => {
      if (!pending || sent < pending.carrier.since) return;
      // The polite end lets go of one that cannot be in use at the other end yet.
      if (!polite() || !pending.carrier.linked) forget(pending.carrier);
    },
    close: (reason, quietly) => {
      for (const carrier of [active, pending?.carrier]) {
        if (quietly) carrier?.connection.close();
        else carrier?.leave(reason);
      }
      active = null;
      pending = null;
    },
  };
}

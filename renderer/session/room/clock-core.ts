// One clock in the room, as pure arithmetic: time, ticks and messages come in from outside. Room time is that of a
// reference: of the members whose time counts (the settled ones) the one whose name sorts first. Everybody else measures
// their offset from it, directly or along a chain of neighbours, and follows. Whoever takes over, carries the time on.
//
// Rules (design/sync.md section 7; the tests name them):
// C1  A newcomer is not settled: it measures against somebody who is, takes over room time, and only then counts.
// C2  Where nobody is settled, the first by name settles at once with its own clock; so does who is alone in the room.
// C3  Once taken over, room time is moved by at most 5 ms a second and never goes back; only over 250 ms it jumps. In its
//     first ten seconds it is moved by up to 50 ms a second, and does not count for others while it is.
// C4  The best of the last probes counts: the shortest way there and back, aged by what clocks drift.
// C5  After a sleep a member measures again before it counts.
// C6  Until there are others room time is this computer's clock.

import {
  type ClockPeer,
  chooseReference,
  chooseWay,
  hopsThrough,
  isSettled,
  maySettle,
} from './clock-election.ts';
import {
  bestSample,
  isEnough,
  type Measured,
  newMeasured,
  nextProbe,
  noteProbe,
  PROBE_EVERY,
  SLEW,
  startBurst,
  takeAnswer,
} from './clock-samples.ts';
import { type ClockWord, decodeClock, encodeClock } from './clock-wire.ts';

export interface ClockCoreOptions {
  readonly name: string;
  /** Milliseconds that only go on: `performance.now()`. */
  readonly mono: () => number;
  /** This computer's clock. */
  readonly wall: () => number;
  readonly send: (session: string, bytes: Uint8Array) => void;
}

export interface ClockCore {
  now(): number;
  /** `null` while nothing was measured. For the reference: by how much the others may be off. */
  uncertainty(): number | null;
  readonly settled: boolean;
  /** `alone`: a relay says that nobody else is in the room. */
  setPeers(peers: readonly ClockPeer[], alone: boolean): void;
  receive(session: string, bytes: Uint8Array): void;
  /** Sends what is due; gives the milliseconds after which it wants to be called again. */
  tick(): number;
  /** The computer may have slept. */
  resume(): void;
}

const STEP = 250;
/** Milliseconds for which a time that was taken over is young, and by how much a second it is moved then. */
const YOUNG = 10_000;
const YOUNG_SLEW = 50 / 1000;
/** How long to wait for a member of a lower name who is not linked. */
const PATIENCE = 3_000;
/** While it is not settled it looks this often. */
const LOOK_EVERY = 250;
/** A clock that stood still for longer, or ticks that did, were a sleep. */
const SLEPT = 1_000;
const FROZEN = 3 * PROBE_EVERY;

export function createClockCore({ name, mono, wall, send }: ClockCoreOptions): ClockCore {
  /** Room time minus monotonic time; `null`: room time is the computer's clock. */
  let base: number | null = null;
  let target = 0;
  let movedAt = mono();
  let takenAt = Number.NEGATIVE_INFINITY;
  let settled = false;
  let epoch = 0;
  let error = 0;
  let alone = false;
  let following: string | null = null;
  let peersSince = mono();
  let tickedAt = mono();
  let skew = wall() - mono();
  const peers = new Map<string, Measured>();

  function now(): number {
    if (base === null) return wall();
    const at = mono();
    const most = Math.max(0, at - movedAt) * (isYoung() ? YOUNG_SLEW : SLEW);
    base += Math.max(-most, Math.min(most, target - base));
    movedAt = at;
    return at + base;
  }

  const isYoung = () => mono() - takenAt < YOUNG;
  const isMoving = () => base !== null && Math.abs(target - base) > 1;

  function moveTo(next: number): void {
    base = next;
    target = next;
    movedAt = mono();
  }

  /** From here on room time goes on by itself, whatever is done to the computer's clock. */
  function holdOn(): number {
    if (base === null) moveTo(wall() - mono());
    return base ?? 0;
  }

  const all = () => [...peers.values()];
  const reference = () => chooseReference(settled ? name : null, all());

  function way(): Measured | null {
    const first = reference();
    return first === null || first === name ? null : chooseWay(first, all());
  }

  function word(): ClockWord {
    const first = reference() ?? '';
    const through = way();
    return {
      settled: settled && !(isYoung() && isMoving()),
      slewing: isMoving(),
      epoch,
      hops: through ? hopsThrough(through, first) + 1 : 0,
      uncertainty: through && base !== null ? error + Math.abs(target - base) : 0,
      reference: first,
    };
  }

  function receive(session: string, bytes: Uint8Array): void {
    const peer = peers.get(session);
    const message = decodeClock(bytes);
    if (!peer || !message) return;
    if (peer.word && message.word.epoch !== peer.word.epoch) startBurst(peer);
    peer.word = message.word;
    if (message.kind === 'answer') takeAnswer(peer, message, mono());
    else {
      // Somebody is about to rely on it.
      if (settled) holdOn();
      const came = now();
      send(session, encodeClock({ kind: 'answer', word: word(), asked: message.asked, came, left: now() }));
    }
    follow();
  }

  function follow(): void {
    const through = way();
    if (through && through.session !== following) startBurst(through);
    following = through?.session ?? null;
    if (through) adjust(through);
    else if (settled) target = base ?? target;
    else settled = maySettle(name, all(), alone, mono() - peersSince > PATIENCE);
  }

  function adjust(through: Measured): void {
    const best = bestSample(through.samples, mono());
    if (!best || !through.word || !isEnough(through, mono())) return;
    error = best.error + through.word.uncertainty;
    const isNew = base === null;
    now();
    const off = best.base - holdOn();
    target = best.base;
    if (isNew || Math.abs(off) > STEP) {
      moveTo(best.base);
      takenAt = mono();
      // Who follows this clock starts to measure again.
      if (settled) epoch = (epoch + 1) & 0xff;
    }
    settled = true;
  }

  return {
    now,
    get settled() {
      return settled;
    },
    uncertainty: () => {
      if (!settled || base === null) return null;
      if (way()) return word().uncertainty;
      const followers = all().filter((peer) => isSettled(peer) && peer.word?.reference === name);
      if (followers.length === 0) return null;
      return Math.max(...followers.map((peer) => peer.word?.uncertainty ?? 0));
    },
    setPeers: (list, isAlone) => {
      alone = isAlone;
      if (peers.size === 0) peersSince = mono();
      const gone = new Set(peers.keys());
      for (const peer of list) {
        gone.delete(peer.session);
        if (peers.get(peer.session)?.linked !== peer.linked) peers.set(peer.session, newMeasured(peer));
      }
      for (const session of gone) peers.delete(session);
      follow();
    },
    receive,
    tick: () => {
      const at = mono();
      tickedAt = at;
      skew = wall() - at;
      now();
      let next = at + (settled ? PROBE_EVERY : LOOK_EVERY);
      for (const peer of peers.values()) {
        if (!peer.linked) continue;
        if (at >= peer.nextAt) {
          noteProbe(peer, at);
          send(peer.session, encodeClock({ kind: 'probe', word: word(), asked: at }));
          const urgent = !settled || (peer.session === following && !isEnough(peer, at));
          peer.nextAt = nextProbe(peer, urgent, peer.session === following && isYoung());
        }
        next = Math.min(next, peer.nextAt);
      }
      follow();
      return Math.max(10, next - at);
    },
    resume: () => {
      const slept = wall() - mono() - skew;
      if (base !== null && slept > SLEPT) {
        // The monotonic clock of some systems stands still in a sleep.
        base += slept;
        target += slept;
      }
      if ((slept > SLEPT || mono() - tickedAt > FROZEN) && all().some(isSettled)) settled = false;
      skew += slept;
      for (const peer of peers.values()) startBurst(peer);
      follow();
    },
  };
}

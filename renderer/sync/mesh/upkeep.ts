// What is to be looked at each second: who is gone, what never came, whether documents stay unequal, whom we do not reach.

import type { Dispose } from '../../../shared/base/disposer.ts';
import type { Beats } from './beats.ts';
import type { CatchUps } from './catch-up.ts';
import type { Conduct } from './conduct.ts';
import { MAX_DEVICES } from './crowd.ts';
import type { Intake } from './intake.ts';
import type { RelayView } from './mesh-types.ts';
import type { PresenceDesk } from './presence-desk.ts';
import type { Room } from './room.ts';
import type { Roster } from './roster.ts';
import type { SyncDesk } from './sync-desk.ts';
import type { Wire } from './wire.ts';

export interface UpkeepOptions {
  readonly wires: ReadonlySet<Wire>;
  readonly roster: Roster;
  readonly room: Room;
  readonly sync: SyncDesk;
  readonly intake: Intake;
  readonly conduct: Conduct;
  readonly presence: PresenceDesk;
  readonly beats: Beats;
  readonly catchUps: CatchUps;
  readonly now: () => number;
  readonly relays: () => readonly RelayView[];
  readonly announce: () => void;
  readonly onTick: () => void;
}

const TICK_MS = 1_000;
/** Between two announces while somebody is not known at all, or only known through others. */
const UNKNOWN_MS = 10_000;
const INDIRECT_MS = 60_000;
/** A change that builds on what has not come by then: it went another way and is lost. */
const MISSING_MS = 2_000;
/** So long after all was asked for, what a change builds on was never there. */
const NEVER_MS = 20_000;

export function createUpkeep(options: UpkeepOptions): Dispose {
  const { wires, roster, room, sync, intake, conduct, presence, beats, catchUps, now } = options;
  let announcedAt = now();
  let jitter = Math.random();

  const announce = () => {
    const members = Math.max(0, ...options.relays().map((relay) => relay.members ?? 0)) - 1;
    const direct = [...wires].filter(({ open }) => open).length;
    const known = roster.guests.size;
    if (members <= direct || (members <= known && direct >= MAX_DEVICES)) return;
    const wait = (members > known ? UNKNOWN_MS : INDIRECT_MS) * (0.8 + 0.4 * jitter);
    if (now() - announcedAt < wait) return;
    announcedAt = now();
    jitter = Math.random();
    options.announce();
  };

  const checkGround = (wire: Wire) => {
    const { open, sync: state } = wire;
    if (!open) return;
    const waiting = intake.waitingFor(open.change);
    if (waiting === null) state.askedForGround = false;
    if (waiting === null || sync.isAnswering(wire) || state.arriving > 0) return;
    if (waiting <= (state.askedForGround ? NEVER_MS : MISSING_MS)) return;
    if (state.askedForGround) {
      state.askedForGround = false;
      intake.forget(open.change);
      conduct.strike(open.hello, 'changes without ground');
    } else {
      state.askedForGround = true;
      intake.giveTime(open.change);
      sync.ask(wire);
    }
  };

  const isWaiting = (wire: Wire) => sync.isAnswering(wire) || wire.sync.wants || wire.sync.arriving > 0;

  const timer = setInterval(() => {
    beats.refresh();
    for (const { hello, doubted } of roster.expire()) {
      presence.remove(hello.client);
      if (doubted === null) continue;
      // The window was loaded again; what it left behind will not speak any more.
      const wire = [...wires].find(({ open }) => open?.hello.client === hello.client);
      if (wire) room.shut(wire, 'given-up', false);
    }
    sync.tick();
    for (const wire of [...wires]) checkGround(wire);
    catchUps.tick((change) => [...wires].some((wire) => wire.open?.change === change && isWaiting(wire)));
    room.thin();
    announce();
    options.onTick();
  }, TICK_MS);

  return () => clearInterval(timer);
}

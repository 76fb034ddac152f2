// The room's clock of one open meeting (clock-core.ts) on real time and a real mesh. It outlives connections: what was
// taken over is carried on while offline.

import type { Dispose } from '../../../shared/base/disposer.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { Hello } from '../../sync/link/link-types.ts';
import type { Mesh, MeshState } from '../../sync/mesh/mesh-types.ts';
import type { SharedClock } from '../sync-types.ts';
import { createClockCore } from './clock-core.ts';

export interface RoomClock {
  readonly shared: SharedClock;
  /** Measures over this mesh until it is disposed. */
  connect(mesh: Pick<Mesh, 'state' | 'sendDatagram' | 'onDatagram'>): Dispose;
  resume(): void;
}

export type ClockMember = Pick<Hello, 'user' | 'device' | 'session'>;

export function createRoomClock(self: ClockMember, wall: () => Instant): RoomClock {
  let send: ((session: string, bytes: Uint8Array) => void) | null = null;
  const core = createClockCore({
    name: nameOf(self),
    mono: () => performance.now(),
    wall,
    send: (session, bytes) => send?.(session, bytes),
  });

  return {
    shared: {
      now: () => Math.round(core.now()) as Instant,
      uncertaintyMs: core.uncertainty,
      offsetMs: () => core.now() - wall(),
    },
    connect: (mesh) => {
      let timer: ReturnType<typeof setTimeout> | null = null;
      const tick = () => {
        if (timer !== null) clearTimeout(timer);
        timer = setTimeout(tick, core.tick());
      };
      const meet = (state: MeshState) => {
        const linked = (link: string) => link === 'open' || link === 'suspect' || link === 'restarting';
        const peers = state.peers.map(({ hello, link }) => ({
          session: hello.session,
          name: nameOf(hello),
          linked: linked(link),
        }));
        core.setPeers(
          peers,
          state.relays.some(({ state: at, members }) => at === 'up' && members === 1),
        );
      };
      send = mesh.sendDatagram;
      meet(mesh.state.getState());
      tick();
      const offState = mesh.state.subscribe((state) => {
        meet(state);
        tick();
      });
      const offDatagram = mesh.onDatagram((session, bytes) => core.receive(session, bytes));
      return () => {
        offState();
        offDatagram();
        if (timer !== null) clearTimeout(timer);
        send = null;
        core.setPeers([], false);
      };
    },
    resume: core.resume,
  };
}

/** Sorts by person, then by computer; two windows of one computer are told apart. */
function nameOf({ user, device, session }: ClockMember): string {
  return `${user} ${device} ${session}`;
}

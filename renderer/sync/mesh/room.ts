// The links of one room: makes them, says who is at their ends, and lets go of them. y-webrtc above it decides whom to
// connect to, begins and answers the exchange of documents.

import type { CloseReason, CreateLink, Hello, LinkState, MessageKind } from '../link/link-types.ts';
import { kickSockets } from '../signal/signal-rooms.ts';
import type { Peer, PeerEnd, PeerHost } from '../y-webrtc/peer.ts';
import type { Beats } from './beats.ts';
import type { CatchUps } from './catch-up.ts';
import type { Conduct } from './conduct.ts';
import { createCrowd } from './crowd.ts';
import type { Frames } from './frames.ts';
import type { Intake } from './intake.ts';
import type { Outbox } from './outbox.ts';
import { PeerChange } from './peer-change.ts';
import type { PresenceDesk } from './presence-desk.ts';
import type { Roster } from './roster.ts';
import type { SyncDesk } from './sync-desk.ts';
import { createWire, reopenWire, type Wire } from './wire.ts';

/** Links that have not proven yet whose they are. */
const MAX_UNPROVEN = 16;
/** y-webrtc is left in the belief of a connection, so that it does not make one anew at once. */
const MUTE_MS = 30_000;

export interface RoomParts {
  readonly self: Hello;
  readonly proofKey: Uint8Array;
  readonly createLink: CreateLink;
  readonly iceServers: () => readonly RTCIceServer[];
  readonly now: () => number;
  readonly version: () => number;
  readonly wires: Set<Wire>;
  readonly conduct: Conduct;
  readonly roster: Roster;
  readonly outbox: Outbox;
  readonly intake: Intake;
  readonly sync: SyncDesk;
  readonly frames: Frames;
  readonly presence: PresenceDesk;
  readonly beats: Beats;
  readonly catchUps: CatchUps;
  /** Who is there, or how they are connected, is not what it was. */
  readonly onChange: () => void;
  readonly onDatagram: (session: string, bytes: Uint8Array) => void;
  readonly onTraffic: (direction: 'sent' | 'received', bytes: number) => void;
}

export interface Room extends PeerHost {
  /** `mute`: y-webrtc learns of it only later. */
  shut(wire: Wire, reason: CloseReason, mute: boolean): void;
  /** Many who came at once made more links than are kept: lets go of one whose end is reached through others. */
  thin(): void;
  /** Those who were shut out may try again. */
  unmute(): void;
  /** Says goodbye to all. */
  stop(): void;
}

export function createRoom(parts: RoomParts): Room {
  const { self, wires, conduct, roster, outbox, intake, sync, frames, presence, beats, catchUps, now } =
    parts;
  const crowd = createCrowd(self, wires);
  let stopped = false;
  const muted = new Map<Peer, ReturnType<typeof setTimeout>>();

  const unmute = (peer: Peer) => {
    clearTimeout(muted.get(peer));
    muted.delete(peer);
    peer.emit('close', undefined);
  };
  const mute = (peer: Peer) =>
    muted.set(
      peer,
      setTimeout(() => unmute(peer), MUTE_MS),
    );

  /** The link is closed, by whomever. */
  const forget = (wire: Wire) => {
    if (!wires.delete(wire)) return;
    wire.link = null;
    outbox.close(wire);
    const { open } = wire;
    wire.open = null;
    if (stopped) return;
    if (open) {
      catchUps.settled(open.change);
      intake.forget(open.change);
      beats.tell();
    }
    sync.tick();
    parts.onChange();
  };

  const shut = (wire: Wire, reason: CloseReason, isMuted: boolean) => {
    const { link, peer } = wire;
    forget(wire);
    link?.close(reason);
    if (isMuted) mute(peer);
    else peer.emit('close', undefined);
  };

  const opened = (wire: Wire, hello: Hello) => {
    if (conduct.isDropped(hello.device)) return shut(wire, 'dropped', true);
    if (hello.session === self.session || crowd.isTaken(wire, hello)) return shut(wire, 'refused', true);
    if (!wire.open && crowd.isFull(hello)) {
      conduct.refuse('too many links');
      return shut(wire, 'destroyed', true);
    }
    for (const other of [...wires])
      if (other !== wire && other.open?.hello.session === hello.session) shut(other, 'destroyed', false);
    if (wire.open) {
      catchUps.settled(wire.open.change);
      intake.forget(wire.open.change);
    }
    const change = new PeerChange(hello);
    reopenWire(wire, hello, change);
    roster.greet(hello, now(), true);
    catchUps.opened(change);
    // First who else is here, so that what comes next is not that of strangers.
    beats.send(wire);
    presence.renew();
    wire.opening = true;
    wire.peer.emit('connect', undefined);
    wire.opening = false;
    beats.tell(wire);
    parts.onChange();
  };

  const onMessage = (wire: Wire, kind: MessageKind, bytes: Uint8Array) => {
    try {
      if (kind === 'beat') return beats.take(wire, bytes);
      parts.onTraffic('received', bytes.byteLength);
      frames.take(wire, bytes);
    } catch (error) {
      // A bug of ours must not be laid to the other's charge, as the link would.
      queueMicrotask(() => {
        throw error;
      });
    }
  };

  const onState = (wire: Wire, state: LinkState, before: LinkState) => {
    if (state === 'suspect' || state === 'restarting') kickSockets('link-lost');
    // To those who gave us up in the meantime we are new.
    if (state === 'open' && before !== 'connecting' && wire.open) {
      presence.renew();
      outbox.presence([self.client], [wire]);
    }
    parts.onChange();
  };

  const onClose = (wire: Wire, reason: CloseReason) => {
    if (!wires.has(wire)) return;
    const { open, peer } = wire;
    forget(wire);
    if (open && reason === 'left') {
      roster.leave(open.hello.client);
      presence.remove(open.hello.client);
      parts.onChange();
    }
    if (reason === 'given-up') kickSockets('link-lost');
    if (reason === 'refused' || reason === 'dropped') mute(peer);
    else peer.emit('close', undefined);
  };

  const attach = (peer: Peer): PeerEnd => {
    const wire = createWire(peer, now, parts.version, (bytes) => parts.onTraffic('sent', bytes));
    if ([...wires].filter(({ open }) => !open).length >= MAX_UNPROVEN) {
      conduct.refuse('too many links');
      mute(peer);
      return { signal: () => {}, send: () => {}, close: () => clearTimeout(muted.get(peer)) };
    }
    wires.add(wire);
    let state: LinkState = 'connecting';
    wire.link = parts.createLink({
      hello: self,
      proofKey: parts.proofKey,
      // Read at each gathering: credentials for TURN run out.
      get iceServers() {
        return parts.iceServers();
      },
      beat: () => beats.write(wire),
      events: {
        onSignal: (signal) => peer.emit('signal', signal),
        onOpen: (hello) => opened(wire, hello),
        onMessage: (kind, bytes) => onMessage(wire, kind, bytes),
        onDatagram: (bytes) => {
          if (wire.open) parts.onDatagram(wire.open.hello.session, bytes);
        },
        onState: (next) => {
          const before = state;
          state = next;
          onState(wire, next, before);
        },
        onClose: (reason) => onClose(wire, reason),
      },
    });
    return {
      signal: (message) => wire.link?.signal(message),
      send: (message) => frames.pass(wire, message),
      close: () => {
        clearTimeout(muted.get(peer));
        muted.delete(peer);
        const { link } = wire;
        forget(wire);
        link?.close('left');
      },
    };
  };

  return {
    attach,
    shut,
    thin: () => {
      const spare = crowd.spare();
      if (spare) shut(spare, 'destroyed', true);
    },
    unmute: () => {
      for (const peer of [...muted.keys()]) unmute(peer);
    },
    stop: () => {
      stopped = true;
      for (const timer of muted.values()) clearTimeout(timer);
      muted.clear();
      for (const wire of [...wires]) {
        const { link } = wire;
        forget(wire);
        link?.close('left');
      }
    },
  };
}

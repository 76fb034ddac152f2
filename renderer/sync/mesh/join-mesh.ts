// Joins a room: y-webrtc 10.3.0 as it is, on our links (renderer/sync/link) and signal sockets (renderer/sync/signal), with
// the mesh's own rules in between.

import { WebrtcProvider } from 'y-webrtc';
import { createStore } from 'zustand/vanilla';
import type { Dispose } from '../../../shared/base/disposer.ts';
import { createLink } from '../link/link.ts';
import { announceAgain, kickSockets, registerSignalRoom } from '../signal/signal-rooms.ts';
import { createBeats } from './beats.ts';
import { createBroadcast } from './broadcast.ts';
import { createCatchUps } from './catch-up.ts';
import { createConduct } from './conduct.ts';
import { createDigest } from './digest.ts';
import { createFrames } from './frames.ts';
import { createIntake } from './intake.ts';
import { readState } from './mesh-state.ts';
import type { Mesh, MeshOptions, MeshState, RelayView } from './mesh-types.ts';
import { createOutbox } from './outbox.ts';
import { createPresenceDesk, encodePresence } from './presence-desk.ts';
import { createRoom, type Room } from './room.ts';
import { createRoster } from './roster.ts';
import { createSyncDesk } from './sync-desk.ts';
import { createUpkeep } from './upkeep.ts';
import type { Wire } from './wire.ts';

/** y-webrtc knows one room of a name at a time: who comes back waits until it has been left. */
const leaving = new Map<string, Promise<void>>();

/** So long a change may be old in the state; who is there is told at once. */
const PUBLISH_MS = 100;
const MAX_CONNECTIONS = 64;

/** The awareness must be the same at each stay in a room with the same document. */
export function joinMesh(options: MeshOptions): Mesh {
  const { doc, awareness, keys, hello, now } = options;
  const { topic } = keys;
  const wires = new Set<Wire>();
  const relays = new Map<string, RelayView>(
    options.relays.map((url) => [url, { url, state: 'trying', members: null }]),
  );
  const traffic = { framesSent: 0, framesReceived: 0, bytesSent: 0, bytesReceived: 0 };
  const datagramListeners = new Set<(session: string, bytes: Uint8Array) => void>();
  let iceServers: readonly RTCIceServer[] = [];
  let provider: WebrtcProvider | null = null;
  let left: Promise<void> | null = null;
  let publishing: ReturnType<typeof setTimeout> | null = null;

  const digest = createDigest(doc);
  const roster = createRoster(hello, now);
  const catchUps = createCatchUps(doc, now);
  const conduct = createConduct(now, (device) => shutOut(device));
  const sync = createSyncDesk(doc, digest, wires, now);
  const intake = createIntake({ doc, conduct, now, onChange: catchUps.changing });
  const outbox = createOutbox({
    now,
    lanes: () => [...wires].filter(({ open }) => open).length,
    encodePresence: (clients) => encodePresence(awareness, clients),
  });
  const later = () => {
    publishing ??= setTimeout(publish, PUBLISH_MS);
  };
  const broadcast = createBroadcast({
    doc,
    self: hello,
    wires,
    outbox,
    unsent: options.unsent,
    onChange: () => {
      sync.changed();
      later();
    },
  });
  const presence = createPresenceDesk({ awareness, wires, roster, conduct, outbox });
  const beats = createBeats({
    wires,
    roster,
    digest,
    sync,
    presence,
    conduct,
    catchUps,
    now,
    broadcast,
    onChange: later,
  });
  const frames = createFrames({ conduct, intake, sync, presence, beats, version: () => broadcast.version });
  const read = () => readState({ relays, wires, roster, conduct, broadcast, digest });
  const state = createStore<MeshState>(read);
  const publish = () => {
    if (publishing !== null) clearTimeout(publishing);
    publishing = null;
    if (!left) state.setState(read());
  };
  const room: Room = createRoom({
    self: hello,
    proofKey: keys.proofKey,
    createLink: options.createLink ?? createLink,
    iceServers: () => iceServers,
    now,
    version: () => broadcast.version,
    wires,
    conduct,
    roster,
    outbox,
    intake,
    sync,
    frames,
    presence,
    beats,
    catchUps,
    onChange: publish,
    onDatagram: (session, bytes) => {
      for (const listener of datagramListeners) listener(session, bytes);
    },
    onTraffic: (direction, bytes) => {
      traffic[direction === 'sent' ? 'framesSent' : 'framesReceived'] += 1;
      traffic[direction === 'sent' ? 'bytesSent' : 'bytesReceived'] += bytes;
    },
  });

  function shutOut(device: string): void {
    for (const wire of [...wires]) if (wire.open?.hello.device === device) room.shut(wire, 'dropped', true);
    for (const { hello } of [...roster.guests.values()]) {
      if (hello.device !== device) continue;
      roster.leave(hello.client);
      presence.remove(hello.client);
    }
    publish();
  }

  let offSignals: Dispose = () => {};
  const start = () => {
    if (left) return;
    offSignals = registerSignalRoom(topic, {
      signalKey: keys.signalKey,
      onState: (url, signalling, members) => {
        const isBack = signalling === 'up' && relays.get(url)?.state !== 'up';
        relays.set(url, { url, state: signalling, members });
        // Links that lost their way need the relay to find another.
        if (isBack) for (const { link } of wires) link?.check();
        publish();
      },
      onIce: (servers) => {
        iceServers = servers;
      },
    });
    const made = new WebrtcProvider(topic, doc, {
      signaling: [...options.relays],
      awareness,
      maxConns: MAX_CONNECTIONS,
      filterBcConns: false,
      peerOpts: { mesh: room },
    });
    provider = made;
    // Its answer to a destroyed document leaves the sockets behind; ours is below.
    doc.off('destroy', made.destroy);
    // Nothing is left before it is certain that the window closes: a close that is called off must not disconnect.
    void made.key.then(() => {
      if (made.room) globalThis.window?.removeEventListener('beforeunload', made.room._beforeUnloadHandler);
    });
  };

  const upkeep = createUpkeep({
    wires,
    roster,
    room,
    sync,
    intake,
    conduct,
    presence,
    beats,
    catchUps,
    now,
    relays: () => [...relays.values()],
    announce: () => announceAgain(topic),
    onTick: publish,
  });

  const goodbye = async () => {
    const own = awareness.getLocalState();
    upkeep();
    doc.off('destroy', leave);
    globalThis.window?.removeEventListener('pagehide', leave);
    outbox.flush();
    outbox.stop();
    room.stop();
    presence.clear();
    for (const dispose of [presence.dispose, broadcast.dispose, digest.dispose, offSignals]) dispose();
    if (publishing !== null) clearTimeout(publishing);
    provider?.disconnect();
    provider?.destroy();
    // y-webrtc lets go of the room's name once it has its key, which is at the end of this task.
    await provider?.key;
    // y-webrtc takes the state away, for good; it is wanted again at the next stay.
    if (own && awareness.getLocalState() === null && !doc.isDestroyed) awareness.setLocalState(own);
  };
  const leave = (): Promise<void> => {
    if (left) return left;
    const done = goodbye();
    left = done;
    leaving.set(topic, done);
    void done.then(() => {
      if (leaving.get(topic) === done) leaving.delete(topic);
    });
    return done;
  };

  doc.on('destroy', leave);
  globalThis.window?.addEventListener('pagehide', leave);
  const before = leaving.get(topic);
  if (before) void before.then(start);
  else start();

  return {
    state,
    counters: () => ({
      ...traffic,
      framesSuppressed: intake.suppressed,
      beatsSent: beats.written,
      resyncs: sync.resyncs,
      refused: conduct.refused,
    }),
    sendDatagram: (session, bytes) =>
      [...wires].find(({ open }) => open?.hello.session === session)?.link?.sendDatagram(bytes) ?? false,
    onDatagram: (listener) => {
      datagramListeners.add(listener);
      return () => datagramListeners.delete(listener);
    },
    onCatchUp: catchUps.listen,
    kick: (reason) => {
      kickSockets(reason);
      for (const { link } of wires) link?.check();
      announceAgain(topic);
    },
    allow: (device) => {
      conduct.allow(device);
      room.unmute();
      publish();
    },
    leave,
  };
}

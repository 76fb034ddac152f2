// Between y-webrtc and one relay: seals what goes out, opens and checks what comes in, and lets through nothing else.

import type { SignallingState } from '../mesh/mesh-types.ts';
import { type AnnounceTimer, createAnnounceTimer } from './announces.ts';
import { readPeerMessage, type YMessage } from './peer-message.ts';
import { type RelayMessage, readRelayMessage } from './relay-message.ts';
import {
  addClient,
  count,
  findRoom,
  roomsOf,
  type SignalClient,
  type SignalRoom,
  sendSignal,
  takeWaiting,
  tellIce,
} from './signal-rooms.ts';
import { openSignalSocket } from './signal-socket.ts';

/** Messages that are opened: so many at once, and so many a second for long. A dozen peers that all call need 200. */
const BURST = 500;
const RATE = 100;

/** A room that was full has a place again when somebody leaves, which nobody tells those outside. */
const AGAIN_MS = 15_000;

const PING = JSON.stringify({ type: 'ping' });

export interface ClientOwner {
  /** Whether a provider of this room uses this relay. */
  serves(topic: string): boolean;
  onConnect(): void;
  onDisconnect(): void;
  /** A `publish` as y-webrtc takes it, its data opened. */
  onMessage(message: unknown): void;
}

export interface RunningClient extends SignalClient {
  /** Takes what y-webrtc sends. */
  send(message: unknown): void;
  stop(): void;
}

/** What this relay said of one room. */
interface Subscription {
  readonly timer: AnnounceTimer;
  members: number | null;
  refused: boolean;
  /** Asks once more to be let in. */
  again?: ReturnType<typeof setTimeout>;
}

function stopTimers({ timer, again }: Subscription): void {
  timer.stop();
  clearTimeout(again);
}

export function createSignalClient(url: string, owner: ClientOwner): RunningClient {
  const topics = new Map<string, Subscription>();
  let connected = false;
  let ice: readonly RTCIceServer[] = [];
  let allowance = BURST;
  let counted = performance.now();

  const tell = (topic: string, state: SignallingState) => {
    const { members = null, refused = false } = topics.get(topic) ?? {};
    findRoom(topic)?.onState(url, refused ? 'refused' : state, members);
  };

  const socket = openSignalSocket(url, PING, {
    onOpen: () => {
      connected = true;
      allowance = BURST;
      topics.clear();
      owner.onConnect();
      for (const topic of topics.keys()) sendWaiting(topic);
    },
    onText: (text) => receive(text),
    onDown: () => {
      connected = false;
      for (const subscription of topics.values()) {
        stopTimers(subscription);
        subscription.members = null;
        subscription.refused = false;
      }
      owner.onDisconnect();
    },
    onState: (state) => {
      for (const topic of roomsOf(owner)) tell(topic, state);
    },
  });

  const sendWaiting = (topic: string) => {
    const room = findRoom(topic);
    for (const sealed of room ? takeWaiting(room, performance.now()) : []) client.publish(topic, sealed);
  };

  const announce = (topic: string) => {
    const room = findRoom(topic);
    if (room === null || room.ownId === null) return;
    const sealed = room.seal.close({ type: 'announce', from: room.ownId });
    if (sealed !== null) client.publish(topic, sealed);
  };

  const askIn = (topic: string) => socket.send(JSON.stringify({ type: 'subscribe', topics: [topic] }));

  const subscribe = (topic: string) => {
    if (topics.has(topic) || !owner.serves(topic)) return;
    const timer = createAnnounceTimer(
      () => announce(topic),
      () => performance.now(),
    );
    topics.set(topic, { timer, members: null, refused: false });
    askIn(topic);
    tell(topic, socket.state);
    tellIce(topic);
  };

  const unsubscribe = (topic: string) => {
    const subscription = topics.get(topic);
    if (!subscription) return;
    stopTimers(subscription);
    topics.delete(topic);
    socket.send(JSON.stringify({ type: 'unsubscribe', topics: [topic] }));
  };

  const publish = (topic: string, data: unknown) => {
    const room = findRoom(topic);
    const message = readPeerMessage(data);
    if (room === null || message === null) return count('not sent');
    room.ownId = message.from;
    if (message.type === 'announce') return topics.get(topic)?.timer.ask();
    const sealed = room.seal.close(message);
    if (sealed === null) count('too large');
    else sendSignal(topic, room, sealed, performance.now());
  };

  const receive = (text: unknown): 'refused' | 'fine' => {
    const message = readRelayMessage(text);
    if (message !== null) return take(message);
    count('not understood');
    return 'fine';
  };

  const take = (message: RelayMessage): 'refused' | 'fine' => {
    switch (message.type) {
      case 'pong':
        return 'fine';
      case 'ice':
        ice = message.servers;
        for (const topic of topics.keys()) tellIce(topic);
        return 'fine';
      case 'members':
        note(message.topic, { members: message.count, refused: false });
        return 'fine';
      case 'refused':
        count(`refused: ${message.reason}`);
        if (message.topic === null) return 'refused';
        note(message.topic, { members: null, refused: true });
        return 'fine';
      case 'publish':
        hear(message.topic, message.data);
        return 'fine';
    }
  };

  const note = (topic: string, news: Pick<Subscription, 'members' | 'refused'>) => {
    const subscription = topics.get(topic);
    if (!subscription) return;
    const letIn = subscription.refused && !news.refused;
    Object.assign(subscription, news);
    clearTimeout(subscription.again);
    if (news.refused) subscription.again = setTimeout(() => askIn(topic), AGAIN_MS);
    tell(topic, 'up');
    // What was announced before was heard by nobody.
    if (letIn) owner.onConnect();
  };

  const hear = (topic: string, sealed: string) => {
    const room = findRoom(topic);
    if (room === null || !topics.has(topic)) return count('not subscribed');
    if (!isAllowed()) return count('too many');
    const opened = room.seal.open(sealed);
    if (typeof opened === 'string') return count(opened);
    const data = readPeerMessage(opened.value);
    if (data === null) return count('wrong shape');
    if (isForUs(room, data)) owner.onMessage({ type: 'publish', topic, data });
  };

  const isAllowed = (): boolean => {
    const now = performance.now();
    allowance = Math.min(BURST, allowance + ((now - counted) * RATE) / 1_000);
    counted = now;
    if (allowance < 1) return false;
    allowance -= 1;
    return true;
  };

  const client: RunningClient = {
    url,
    get connected() {
      return connected;
    },
    get ice() {
      return ice;
    },
    serves: owner.serves,
    publish: (topic, data) => {
      if (!connected || !topics.has(topic)) return false;
      socket.send(JSON.stringify({ type: 'publish', topic, data }));
      return true;
    },
    kick: (anew) => socket.kick(anew),
    announceAgain: () => owner.onConnect(),
    send: (message) => {
      const { type, topics: named, topic, data } = message as Partial<YMessage>;
      if (type === 'subscribe') for (const name of named ?? []) subscribe(name);
      else if (type === 'unsubscribe') for (const name of named ?? []) unsubscribe(name);
      else if (type === 'publish' && topic !== undefined) publish(topic, data);
    },
    stop: () => {
      for (const subscription of topics.values()) stopTimers(subscription);
      connected = false;
      socket.stop();
      remove();
    },
  };
  const remove = addClient(client);
  return client;
}

function isForUs(room: SignalRoom, data: NonNullable<ReturnType<typeof readPeerMessage>>): boolean {
  if (data.from === room.ownId) return false;
  if (data.type === 'signal') {
    if (data.to !== room.ownId) return false;
    room.gate.heardSignal(data.from);
    return true;
  }
  if (room.gate.letsIn(data.from, performance.now())) return true;
  count('announce ignored');
  return false;
}

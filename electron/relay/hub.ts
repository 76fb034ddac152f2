// The connected clients and what passes between them. Knows WebSockets but not how they came in; remembers no message,
// writes down no topic and no address.

import { randomBytes } from 'node:crypto';
import type { RawData, WebSocket } from 'ws';
import { type Allowance, createAllowance } from './allowance.ts';
import { type ClientMessage, readClientMessage } from './client-message.ts';
import { type IceOptions, iceServers } from './ice-servers.ts';
import type { Limits } from './limits.ts';
import { createRooms } from './rooms.ts';

/** A room's number of members is told once in so many ms, however many come and go. */
const MEMBERS_MS = 100;
const MALFORMED = 10;
/** Seconds until all strikes are forgotten: a client that stays for days exceeds a limit now and then. */
const FORGIVEN_S = 300;

/** RFC 6455, section 7.4, and the registry: policy violation, service restart, try again later. */
const POLICY = 1008;
const RESTART = 1012;
const LATER = 1013;

type Why = 'busy' | 'token' | 'rate';

export interface Hub {
  add(socket: WebSocket): void;
  /** Says why and closes. */
  refuse(socket: WebSocket, why: Why): void;
  counts(): { readonly connections: number; readonly rooms: number };
  /** Tells every client to come back later, and stops all timers. */
  close(): void;
}

interface Client {
  readonly socket: WebSocket;
  readonly messages: Allowance;
  readonly bytes: Allowance;
  readonly strikes: Allowance;
  /** Has said something since the last ping. */
  alive: boolean;
}

export function createHub(limits: Limits, ice: IceOptions): Hub {
  const rooms = createRooms<Client>(limits);
  const clients = new Set<Client>();
  const changed = new Set<string>();
  let telling: NodeJS.Timeout | null = null;

  const send = (client: Client, text: string) => {
    if (client.socket.readyState !== client.socket.OPEN) return;
    client.socket.send(text);
    // One who does not take what it gets would be paid for by everybody's memory.
    if (client.socket.bufferedAmount > limits.waitingBytes) client.socket.terminate();
  };

  const sendIce = (client: Client) => {
    const servers = iceServers(ice, randomBytes(6).toString('hex'), Date.now());
    if (servers.length > 0) send(client, JSON.stringify({ type: 'ice', servers, ttl: ice.turnTtl }));
  };

  const tellMembers = (topic: string, to: Iterable<Client>) => {
    const text = JSON.stringify({ type: 'members', topic, count: rooms.members(topic).size });
    for (const client of to) send(client, text);
  };

  const noteChange = (topic: string) => {
    changed.add(topic);
    telling ??= setTimeout(() => {
      telling = null;
      const topics = [...changed];
      changed.clear();
      for (const each of topics) tellMembers(each, rooms.members(each));
    }, MEMBERS_MS);
  };

  const refuse = (socket: WebSocket, why: Why) => {
    socket.send(JSON.stringify({ type: 'refused', reason: why }));
    socket.close(why === 'busy' ? LATER : POLICY, why);
  };

  const strike = (client: Client, weight: number) => {
    if (client.strikes.take(weight, performance.now())) return;
    refuse(client.socket, 'rate');
    leave(client);
  };

  const isAllowed = (client: Client, bytes: number): boolean => {
    if (!clients.has(client)) return false;
    const now = performance.now();
    if (client.messages.take(1, now) && client.bytes.take(bytes, now)) return true;
    strike(client, 1);
    return false;
  };

  const receive = (client: Client, data: RawData, isBinary: boolean) => {
    client.alive = true;
    // The only type there is with `binaryType` as it comes.
    const bytes = data as Buffer;
    if (!isAllowed(client, bytes.length)) return;
    const message = isBinary ? null : readClientMessage(bytes.toString('utf8'), limits.topicsPerConnection);
    if (message === null) strike(client, MALFORMED);
    else answer(client, message);
  };

  const answer = (client: Client, message: ClientMessage) => {
    switch (message.type) {
      case 'ping':
        return send(client, '{"type":"pong"}');
      case 'subscribe':
        for (const topic of message.topics) subscribe(client, topic);
        return;
      case 'unsubscribe':
        for (const topic of message.topics) if (rooms.unsubscribe(client, topic)) noteChange(topic);
        return;
      case 'publish': {
        const text = `{"type":"publish","topic":"${message.topic}","data":"${message.data}"}`;
        for (const other of rooms.others(client, message.topic) ?? []) send(other, text);
      }
    }
  };

  const subscribe = (client: Client, topic: string) => {
    const outcome = rooms.subscribe(client, topic);
    if (outcome === 'joined' || outcome === 'already') {
      tellMembers(topic, [client]);
      if (outcome === 'joined') noteChange(topic);
    } else send(client, JSON.stringify({ type: 'refused', reason: outcome, topic }));
  };

  const leave = (client: Client) => {
    clients.delete(client);
    for (const topic of rooms.leave(client)) noteChange(topic);
  };

  const pinging = setInterval(() => {
    for (const client of clients) {
      if (!client.alive) client.socket.terminate();
      client.alive = false;
      if (client.socket.readyState === client.socket.OPEN) client.socket.ping();
    }
  }, limits.pingMs);
  // Well before the first of them runs out.
  const renewing = setInterval(
    () => {
      for (const client of clients) sendIce(client);
    },
    (ice.turnTtl * 1_000) / 2,
  );

  return {
    add: (socket) => {
      const now = performance.now();
      const client: Client = {
        socket,
        messages: createAllowance(limits.messageBurst, limits.messagesPerSecond, now),
        bytes: createAllowance(limits.byteBurst, limits.bytesPerSecond, now),
        strikes: createAllowance(limits.strikes, limits.strikes / FORGIVEN_S, now),
        alive: true,
      };
      clients.add(client);
      socket.on('message', (data, isBinary) => receive(client, data, isBinary));
      socket.on('pong', () => {
        client.alive = isAllowed(client, 0) || client.alive;
      });
      socket.on('ping', (data) => {
        if (isAllowed(client, data.length)) socket.pong(data);
      });
      socket.on('close', () => leave(client));
      sendIce(client);
    },
    refuse,
    counts: () => ({ connections: clients.size, rooms: rooms.count }),
    close: () => {
      clearInterval(pinging);
      clearInterval(renewing);
      if (telling) clearTimeout(telling);
      for (const { socket } of clients) socket.close(RESTART, 'restarting');
    },
  };
}

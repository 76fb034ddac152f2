// Somebody at the relay who is no app: knows its address and perhaps a room's name, and says whatever it likes.
import { WebSocket } from 'ws';
import { decodeInvite } from '../../../shared/invite/find-invite.ts';
import { deriveRoomKeys } from '../../../shared/invite/room-keys.ts';

export interface SignalClient {
  /** All that came, as text. */
  readonly heard: readonly string[];
  readonly isOpen: boolean;
  /** Resolves when it is handed over; false when the relay has closed the connection. */
  send(message: string | Uint8Array): Promise<boolean>;
  /** Resolves when the relay has read all that was sent, or has closed the connection because of it. */
  whenRead(): Promise<void>;
  close(): void;
}

/** `from` is the own address, of several that this machine has. */
export async function connectToRelay(appUrl: string, from?: string): Promise<SignalClient> {
  const url = new URL('signal', appUrl);
  url.protocol = 'ws:';
  const socket = new WebSocket(url, { perMessageDeflate: false, ...(from && { localAddress: from }) });
  const heard: string[] = [];
  socket.on('message', (data) => heard.push(String(data)));
  // What follows an error is `close`, which `isOpen` tells.
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  const opened = new Promise<void>((resolve) => socket.on('open', () => resolve()));
  await Promise.race([opened, closed]);
  return {
    heard,
    get isOpen() {
      return socket.readyState === WebSocket.OPEN;
    },
    send: (message) =>
      new Promise((resolve) => {
        if (socket.readyState !== WebSocket.OPEN) resolve(false);
        else socket.send(message, (error) => resolve(!error));
      }),
    whenRead: async () => {
      const answered = new Promise<void>((resolve) => {
        socket.on('message', (data) => String(data).includes('pong') && resolve());
      });
      if (socket.readyState === WebSocket.OPEN) socket.send('{"type":"ping"}');
      await Promise.race([answered, closed]);
    },
    close: () => socket.terminate(),
  };
}

/** The name of an invite's room at the relay. */
export function topicOf(invite: string): string {
  const read = decodeInvite(invite);
  if (!read.ok) throw new Error(`No invite: ${invite}`);
  return deriveRoomKeys(read.value.secret).topic;
}

/** `count` messages that no client of ours sends, in turn; `topic` is a room's real name. */
export function* junk(count: number, topic: string): Generator<string | Uint8Array> {
  const kinds: readonly ((index: number) => string | Uint8Array)[] = [
    (index) => `{"type":"publish","topic":"${topic}","data":"${'A'.repeat(index % 500)}"}`,
    () => '{"type":',
    () => 'null',
    (index) => JSON.stringify({ type: 'subscribe', topics: Array(index % 50).fill(topic) }),
    (index) => new Uint8Array(index % 300).fill(index),
    (index) => JSON.stringify({ type: 'publish', topic: `__proto__${index}`, data: {} }),
    () => '[]',
    () => '{"type":"ping","constructor":{"prototype":null}}',
    (index) => '{"a":'.repeat(index % 200),
    (index) => JSON.stringify({ type: `x${index}`, topic, data: [topic] }),
  ];
  for (let index = 0; index < count; index += 1) yield kinds[index % kinds.length]?.(index) ?? '';
}

/** Before the relay has had enough of a connection. */
const PER_CONNECTION = 40;

/**
 * Sends `count` pieces of junk, over as many connections as the relay makes necessary by closing them, from as many
 * addresses as a net of attackers has (Linux: all of 127.0.0.0/8 is this machine). Throws when the
 * relay no longer takes connections.
 */
export async function floodRelay(appUrl: string, count: number, topic: string): Promise<void> {
  let batch: (string | Uint8Array)[] = [];
  let connections = 0;
  const flush = async (): Promise<void> => {
    connections += 1;
    const address = process.platform === 'linux' ? `127.1.0.${1 + (connections % 250)}` : undefined;
    const client = await connectToRelay(appUrl, address);
    if (!client.isOpen) throw new Error(`The relay took no connection after ${connections}`);
    for (const message of batch) await client.send(message);
    await client.whenRead();
    client.close();
    batch = [];
  };
  for (const message of junk(count, topic)) {
    batch.push(message);
    if (batch.length === PER_CONNECTION) await flush();
  }
  await flush();
}

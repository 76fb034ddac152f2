// Somebody at the relay who is no app: knows its address and perhaps a room's name, and says whatever it likes.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { decodeInvite } from '../../../shared/invite/find-invite.ts';
import { deriveRoomKeys } from '../../../shared/invite/room-keys.ts';

export interface SignalClient {
  /** All that came, as text. */
  readonly heard: readonly string[];
  readonly isOpen: boolean;
  /** Resolves when it is handed over; false when the relay has closed the connection. */
  send(message: string | Uint8Array): Promise<boolean>;
  close(): void;
}

export async function connectToRelay(appUrl: string): Promise<SignalClient> {
  const url = new URL('signal', appUrl);
  url.protocol = 'ws:';
  const socket = new WebSocket(url, { perMessageDeflate: false });
  const heard: string[] = [];
  socket.on('message', (data) => heard.push(String(data)));
  // What follows an error is `close`, which `isOpen` tells.
  socket.on('error', () => {});
  await Promise.race([once(socket, 'open'), once(socket, 'close')]);
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

/** Sends `count` pieces of junk over as many connections as the relay makes necessary by closing them. */
export async function floodRelay(appUrl: string, count: number, topic: string): Promise<number> {
  let client = await connectToRelay(appUrl);
  let sent = 0;
  let refusals = 0;
  for (const message of junk(count, topic)) {
    while (!(await client.send(message))) {
      client.close();
      client = await connectToRelay(appUrl);
      refusals = client.isOpen ? 0 : refusals + 1;
      // The relay no longer lets this address in: it protects itself as it should.
      if (refusals > 3) return sent;
    }
    sent += 1;
  }
  client.close();
  return sent;
}

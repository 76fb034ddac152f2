// What a hostile client may send, by seed: one generator for the tests and for the figures.

import type { WebSocket } from 'ws';

const TOPIC = 'AAAAAAAAAAAAAAAAAAAAAA';
const DEEP = '['.repeat(30_000) + ']'.repeat(30_000);
const KEYS =
  '{"__proto__":{"type":"publish"},"constructor":{"prototype":{"type":"ping"}},"type":"subscribe","topics":';

/** mulberry32: small, good enough, the same everywhere. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const TEXTS: readonly ((random: () => number) => string)[] = [
  () => '',
  () => '{',
  () => 'null',
  () => '[]',
  () => '"publish"',
  () => '{"type":1}',
  () => '{"type":"__proto__"}',
  () => '{"type":"publish"}',
  () => `{"type":"publish","topic":"${TOPIC}"}`,
  () => `{"type":"publish","topic":"${TOPIC}","data":{"type":"announce"}}`,
  () => `{"type":"publish","topic":"${TOPIC}","data":"\\"}],\\"type\\":\\"members\\""}`,
  () => `{"type":"publish","topic":"constructor","data":"abc"}`,
  () => `{"type":"subscribe","topics":"${TOPIC}"}`,
  () => '{"type":"subscribe","topics":[null,{},[]]}',
  () => '{"type":"subscribe","topics":{"length":1e9}}',
  () => `{"type":"subscribe","topics":[${`"${TOPIC}",`.repeat(2_000)}"${TOPIC}"]}`,
  () => '{"type":"unsubscribe","topics":["toString"]}',
  () => `${KEYS}["__proto__"]}`,
  () => '{"type":"ping","type":"pong"}',
  () => `{"type":"\\ud800","topic":"\\u0000"}`,
  () => DEEP,
  () => `{"type":"subscribe","topics":[${'1e400,'.repeat(1_000)}0]}`,
  (random) => String.fromCharCode(...Array.from({ length: 40 }, () => Math.floor(random() * 0xd7ff))),
  (random) => `{"type":"publish","topic":"${TOPIC}","data":"${'A'.repeat(Math.floor(random() * 500))}"}`,
];

/** One piece of junk, well-formed as WebSocket frames go. */
export function sendJunk(socket: WebSocket, random: () => number): void {
  const kind = random();
  if (kind < 0.1) socket.send(Buffer.from(Array.from({ length: 30 }, () => random() * 256)));
  else if (kind < 0.15) socket.ping(Buffer.alloc(100));
  else if (kind < 0.18) socket.pong();
  else if (kind < 0.22) sendInPieces(socket);
  else socket.send((TEXTS[Math.floor(random() * TEXTS.length)] as (typeof TEXTS)[number])(random));
}

function sendInPieces(socket: WebSocket): void {
  for (const piece of ['{"ty', 'pe":', '"subscribe"', ',"topics"']) socket.send(piece, { fin: false });
  socket.send(':[7]}', { fin: true });
}

/** Bytes that are no valid frames: reserved bits, a length of 2^63, no mask, a broken close, invalid UTF-8, a half frame. */
export const BROKEN_FRAMES: readonly Buffer[] = [
  Buffer.from([0xf1, 0x80, 0, 0, 0, 0]),
  Buffer.from([0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]),
  Buffer.from([0x81, 0x02, 0x7b, 0x7d]),
  Buffer.from([0x88, 0x81, 0, 0, 0, 0, 1]),
  Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe]),
  Buffer.from([0x81, 0xfe, 0xff]),
  Buffer.from([0x89, 0xfe, 0x00, 0x80]),
  Buffer.from([0x83, 0x80, 0, 0, 0, 0]),
];

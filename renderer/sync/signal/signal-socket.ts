// One WebSocket that is always there again: notices silence itself, leaves a dead connection without waiting for it, and
// tries anew soon. Knows texts, not what they say.

import type { SignallingState } from '../mesh/mesh-types.ts';
import { takeSocket, tryWebSocket } from './ready-sockets.ts';

export interface SocketTuning {
  readonly pingMs: number;
  /** Nothing heard for so long: the connection is taken for dead. */
  readonly silenceMs: number;
  /** TCP asks 0, 1 and 3 s after the beginning of a try; on a dead line the next one should come as soon. */
  readonly connectMs: number;
  /** From the beginning of a failed try, and of one after many. */
  readonly firstRetryMs: number;
  readonly lastRetryMs: number;
  /** After having been refused: the reason will not go away in a moment. */
  readonly refusedRetryMs: number;
}

const TUNING: SocketTuning = {
  pingMs: 2_000,
  silenceMs: 5_000,
  connectMs: 4_000,
  firstRetryMs: 300,
  lastRetryMs: 3_000,
  refusedRetryMs: 15_000,
};

/** A kick gives a connection that is up so long to answer, and a try under way so long to succeed. */
const PROBE_MS = 1_500;
const PATIENCE_MS = 500;
const TICK_MS = 500;

export interface SocketEvents {
  onOpen(): void;
  /** `refused`: this was the other end's no. */
  onText(text: unknown): 'refused' | 'fine';
  /** Was open, is no more. */
  onDown(): void;
  onState(state: SignallingState): void;
}

export interface SignalSocket {
  readonly state: SignallingState;
  send(text: string): void;
  /** Something changed (network, sleep, a link): look at once. `anew`: also when a try is under way. */
  kick(anew: boolean): void;
  stop(): void;
}

/** Starts at once. `ping` is sent when nothing was heard for a while. */
export function openSignalSocket(
  url: string,
  ping: string,
  events: SocketEvents,
  tuning: SocketTuning = TUNING,
): SignalSocket {
  let socket: WebSocket | null = null;
  let open = false;
  /** The other end has said something on this connection: only then it counts as up. */
  let answered = false;
  let refused = false;
  let failures = 0;
  let began = 0;
  let heard = 0;
  /** By when something must be heard, once a ping is out: a timer that was slowed down alone kills no connection. */
  let deadline: number | null = null;
  let ticking: ReturnType<typeof setInterval> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let said: SignallingState | null = null;

  const now = () => performance.now();

  const state = (): SignallingState => {
    if (refused) return 'refused';
    if (answered) return 'up';
    return failures > 1 ? 'down' : 'trying';
  };

  const tellState = () => {
    const next = state();
    if (next === said) return;
    said = next;
    events.onState(next);
  };

  const connect = () => {
    clearTimeout(retry);
    began = now();
    const prepared = takeSocket(url);
    const own = prepared?.socket ?? tryWebSocket(url);
    if (own === null) return lose();
    socket = own;
    own.onopen = onOpen;
    own.onmessage = ({ data }) => onText(data);
    own.onclose = () => lose();
    ticking = setInterval(tick, TICK_MS);
    // Never before this returns: who made it does not listen yet.
    if (prepared?.isOpen)
      queueMicrotask(() => {
        if (socket !== own) return;
        onOpen();
        for (const text of prepared.early) onText(text);
      });
  };

  const onOpen = () => {
    open = true;
    heard = now();
    events.onOpen();
  };

  const onText = (text: unknown) => {
    heard = now();
    deadline = null;
    refused = events.onText(text) === 'refused';
    answered = !refused;
    tellState();
  };

  const probe = (waitMs: number) => {
    if (deadline === null) socket?.send(ping);
    deadline = Math.min(deadline ?? Number.POSITIVE_INFINITY, now() + waitMs);
  };

  const tick = () => {
    const time = now();
    if (!open) {
      if (time - began >= tuning.connectMs) lose();
    } else if (deadline !== null) {
      if (time >= deadline) lose();
    } else if (time - heard >= tuning.pingMs) {
      probe(tuning.silenceMs - tuning.pingMs);
    }
  };

  /** Without waiting for the closing handshake, which a dead connection never finishes. */
  const letGo = () => {
    clearInterval(ticking);
    if (socket !== null) {
      socket.onopen = null;
      socket.onmessage = null;
      socket.onclose = null;
      socket.close();
    }
    socket = null;
    open = false;
    answered = false;
    deadline = null;
  };

  const lose = () => {
    const wasOpen = open;
    // One that is let in and thrown out again and again must not try at full speed for ever.
    failures = answered && now() - began >= tuning.silenceMs ? 0 : failures + 1;
    letGo();
    const pause = Math.min(tuning.firstRetryMs * 2 ** Math.max(0, failures - 1), tuning.lastRetryMs);
    // Between half and whole: all clients of a relay that comes back would otherwise come in one moment.
    const wait = (refused ? tuning.refusedRetryMs : pause) * (0.5 + Math.random() / 2);
    // A try that nothing answered was a pause itself.
    retry = setTimeout(connect, wasOpen ? wait : Math.max(0, wait - (now() - began)));
    if (wasOpen) events.onDown();
    tellState();
  };

  connect();
  return {
    get state() {
      return state();
    },
    send: (text) => {
      if (open) socket?.send(text);
    },
    kick: (anew) => {
      if (open) return probe(PROBE_MS);
      if (socket !== null && (!anew || now() - began < PATIENCE_MS)) return;
      failures = 0;
      letGo();
      connect();
    },
    stop: () => {
      clearTimeout(retry);
      letGo();
    },
  };
}

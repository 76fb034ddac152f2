// Starts the laboratory's router (router.py) and tells it what the network is like. It ends with this process: its input
// closes then, and with its devices goes every way between the computers.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** Packets from one computer to another that are lost, of one kind or all. */
export interface Cut {
  readonly from: number;
  readonly to: number;
  readonly carries: 'udp' | 'tcp' | 'all';
}

export interface Conditions {
  /** One way, for every packet. */
  readonly delayMs: number;
  /** Up to so much more, evenly spread; packets overtake each other as on a real net. */
  readonly jitterMs: number;
  /** 0 to 1, each packet on its own. */
  readonly loss: number;
  /** Computers that are off the net; their adapters do not notice. */
  readonly down: readonly number[];
  readonly cuts: readonly Cut[];
  /** Further addresses -> whose they are. */
  readonly addresses: Readonly<Record<string, number>>;
}

/** Since the start. */
export interface Traffic {
  readonly bytesTo: readonly number[];
  /** Packets, for whatever reason. */
  readonly lost: number;
}

export interface Router {
  /** What is not named stays as it is; `down` and `cuts` replace those before. */
  set(change: Partial<Conditions>): Promise<Traffic>;
  close(): Promise<void>;
}

const SCRIPT = join(import.meta.dirname, 'router.py');

/** Resolves when the devices are there, still in the namespace of this process. The seed is that of what gets lost. */
export async function startRouter(devices: readonly string[], seed: number): Promise<Router> {
  const child = spawn('python3', ['-u', SCRIPT, String(seed), ...devices], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const ask = answers(child);
  await ask.next();
  return {
    set: async (change) => {
      child.stdin.write(`${JSON.stringify(change)}\n`);
      return ask.next();
    },
    close: async () => {
      child.stdin.end();
      await exited;
    },
  };
}

/** The lines that come back, in the order in which they were asked for. */
function answers(child: ChildProcessByStdio<Writable, Readable, null>): { next(): Promise<Traffic> } {
  const waiting: { resolve: (traffic: Traffic) => void; reject: (error: Error) => void }[] = [];
  let ended: Error | null = null;
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.resolve(JSON.parse(line)));
  const end = (error: Error): void => {
    ended = error;
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  child.on('error', end);
  child.on('exit', (code) => end(new Error(`The router ended with ${code}`)));
  child.stdin.on('error', end);
  return {
    next: () =>
      new Promise((resolve, reject) => {
        if (ended) reject(ended);
        else waiting.push({ resolve, reject });
      }),
  };
}

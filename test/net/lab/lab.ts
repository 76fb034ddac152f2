// A laboratory: computers with a network of their own between them (namespaces N0, N1, ...; a TUN device in each; a router
// of ours in the middle), whose cuts are real. It knows nothing of the app. Recipe and its limits: `sync.md`, section 9.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { findChromium } from '../../../build/scripts/tools.ts';
import {
  deviceName,
  ip,
  namespaceName,
  processesIn,
  removeNamespace,
  removeStaleNamespaces,
} from './namespaces.ts';
import { commandLine, signalProcess } from './processes.ts';
import { type Conditions, type Router, startRouter } from './router.ts';

/** More than any scenario needs; two cores cannot carry more browsers. */
const MOST_COMPUTERS = 12;

export const PERFECT: Omit<Conditions, 'addresses'> = {
  delayMs: 0,
  jitterMs: 0,
  loss: 0,
  down: [],
  cuts: [],
};

export interface Computer {
  readonly number: number;
  readonly namespace: string;
  /** 10.77.<number>.2 until it moves. */
  readonly address: string;
  /** A program that starts Chromium in here, for Playwright. */
  readonly chromium: string;
  /** Starts a program in here; its output is piped. */
  spawn(command: string, args: readonly string[]): ChildProcessByStdio<null, Readable, Readable>;
  /** The adapter itself, which its programs notice. Up again gets the route back that went with it. */
  setAdapter(state: 'up' | 'down'): Promise<void>;
  /** A new address in place of the old one, as from Wi-Fi to cable. */
  move(): Promise<void>;
  /** To all processes in here whose command line has `having`, all of them without it; gives how many there were. */
  signal(signal: NodeJS.Signals, having?: string): number;
}

export interface Lab {
  readonly computers: readonly Computer[];
  readonly router: Pick<Router, 'set'>;
  /** Ends what still runs in it and takes everything down. */
  close(): Promise<void>;
}

/** Computers 0 to `count` - 1; number 0 is the relay's by custom. */
export async function openLab(count: number, seed = 1): Promise<Lab> {
  if (count > MOST_COMPUTERS) throw new RangeError(`${count} computers; ${MOST_COMPUTERS} at most`);
  removeStaleNamespaces();
  const folder = mkdtempSync(join(tmpdir(), 'quorum-lab-'));
  const numbers = Array.from({ length: count }, (_, number) => number);
  const removeAll = (): void => {
    for (const number of numbers) removeNamespace(namespaceName(number));
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', removeAll);
  let router: Router | null = null;
  const close = async (): Promise<void> => {
    process.off('exit', removeAll);
    await router?.close();
    removeAll();
  };
  try {
    router = await startRouter(numbers.map(deviceName), seed);
    const computers: Computer[] = [];
    for (const number of numbers) computers.push(await addComputer(number, router, folder));
    return { computers, router, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function addComputer(number: number, router: Router, folder: string): Promise<Computer> {
  const namespace = namespaceName(number);
  const device = deviceName(number);
  const inside = (...args: readonly string[]) => ip('-n', namespace, ...args);
  let address = `10.77.${number}.2`;
  const setAdapter = async (state: 'up' | 'down'): Promise<void> => {
    await inside('link', 'set', device, state);
    if (state === 'up') await inside('route', 'replace', 'default', 'dev', device);
  };
  await ip('netns', 'add', namespace);
  await ip('link', 'set', device, 'netns', namespace);
  await inside('link', 'set', 'lo', 'up');
  await inside('addr', 'add', `${address}/32`, 'dev', device);
  // A busy router must not look like a bad line: room for what waits while Python is at work elsewhere.
  await inside('link', 'set', device, 'mtu', '1500', 'txqueuelen', '10000');
  await setAdapter('up');
  return {
    number,
    namespace,
    get address() {
      return address;
    },
    chromium: writeStarter(folder, namespace),
    spawn: (command, args) =>
      spawn('ip', ['netns', 'exec', namespace, command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] }),
    setAdapter,
    move: async () => {
      const next = `10.77.${number + 100}.${address.endsWith('.2') ? 3 : 2}`;
      await router.set({ addresses: { [next]: number } });
      await inside('addr', 'del', `${address}/32`, 'dev', device);
      await inside('addr', 'add', `${next}/32`, 'dev', device);
      await inside('route', 'replace', 'default', 'dev', device);
      address = next;
    },
    signal: (signal, having) => {
      const wanted = processesIn(namespace).filter((pid) => !having || commandLine(pid).includes(having));
      return wanted.filter((pid) => signalProcess(pid, signal)).length;
    },
  };
}

function writeStarter(folder: string, namespace: string): string {
  const chromium = findChromium();
  if (!chromium || !existsSync(chromium)) throw new Error('No Chromium found');
  const file = join(folder, `chromium-${namespace}`);
  writeFileSync(file, `#!/bin/sh\nexec ip netns exec ${namespace} "${chromium}" "$@"\n`, { mode: 0o755 });
  return file;
}

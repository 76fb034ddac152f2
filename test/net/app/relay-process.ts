// The relay as a team runs it, a program of its own: started, killed and started again on the same address.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { ROOT } from '../../../build/scripts/project.ts';
import type { Computer } from '../lab/lab.ts';
import { until } from './until.ts';

export interface Relay {
  /** Of the app that it serves; the signalling is at `signal` under it. */
  readonly url: string;
  /** Ends it at once, without a word to anybody. */
  kill(): Promise<void>;
  /** After `kill`, on the same address. */
  start(): Promise<void>;
}

/** A build other than dist/renderer may be tried: `QUORUM_APP_FOLDER`. */
const APP = process.env.QUORUM_APP_FOLDER ?? join(ROOT, 'dist', 'renderer');
const PROGRAM = join(ROOT, 'electron', 'relay', 'main.ts');
/** In a namespace of its own there is nothing else on it. */
const LAB_PORT = 4718;

/** On a computer of the laboratory, or on a free port of loopback. */
export async function startRelay(computer: Computer | null): Promise<Relay> {
  const host = computer?.address ?? '127.0.0.1';
  const port = computer ? LAB_PORT : await findFreePort();
  const url = `http://${host}:${port}/`;
  const args = [PROGRAM, '--host', host, '--port', String(port), '--app', APP, '--report'];
  let child: ChildProcessByStdio<null, Readable, Readable> | null = null;
  const start = async (): Promise<void> => {
    const started = computer
      ? computer.spawn(process.execPath, args)
      : spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    child = started;
    let said = '';
    let complaint = '';
    started.stdout.on('data', (chunk) => (said += chunk));
    started.stderr.on('data', (chunk) => (complaint = `${complaint}${chunk}`.slice(-2_000)));
    await until('the relay listens', 10_000, async () => {
      if (started.exitCode !== null) throw new Error(`The relay ended: ${complaint}`);
      return said.includes('\n');
    });
  };
  await start();
  return {
    url,
    start,
    kill: async () => {
      const running = child;
      child = null;
      if (!running || running.exitCode !== null || running.signalCode !== null) return;
      const exited = once(running, 'exit');
      running.kill('SIGKILL');
      await exited;
    },
  };
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

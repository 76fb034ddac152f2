// Serves dist/renderer on a loopback port through the relay itself, so that two browsers on this computer can meet: for
// `npm start` where Electron's binary is missing, and for the tests.
import { join } from 'node:path';
import { startRelay } from '../../electron/relay/server.ts';
import { ROOT } from './project.ts';

export interface ServedApp {
  readonly url: string;
  close(): Promise<void>;
}

/** Port 0 takes any free one. Rejects with the system's error (`EADDRINUSE`) when `port` is taken. */
export async function serveApp(port: number, app = join(ROOT, 'dist', 'renderer')): Promise<ServedApp> {
  const relay = await startRelay({ host: '127.0.0.1', port, app });
  return { url: `http://127.0.0.1:${relay.port}/`, close: relay.close };
}

// Starts the built relay (dist/electron/relay.js) as a process of its own and reads its one line.

import { join } from 'node:path';
import type { UtilityProcess } from 'electron';
import type { Ready, RelayProcess } from './lan-host.ts';

/** A slow disk and a virus scanner included. */
const START_MS = 15_000;
/** The relay's exit code for a port that somebody else has. */
const PORT_TAKEN = 3;

type Fork = { fork(file: string, args: string[], options: { stdio: 'pipe' }): Process };
type Process = Pick<UtilityProcess, 'stdout' | 'stderr' | 'kill'> & {
  once(event: 'exit', listener: (code: number) => void): unknown;
};

/** `folder` is that of the built main process. */
export function startRelayProcess({ fork }: Fork, folder: string, port: number): RelayProcess {
  const args = ['--host', '::', '--port', String(port), '--app', join(folder, '..', 'renderer'), '--report'];
  const process = fork(join(folder, 'relay.js'), args, { stdio: 'pipe' });
  let said = '';
  process.stderr?.on('data', (chunk) => {
    said = `${said}${String(chunk)}`.slice(-500);
  });
  const ended = new Promise<number>((resolve) => process.once('exit', resolve));
  return {
    ready: new Promise<Ready>((resolve) => {
      const late = setTimeout(() => {
        process.kill();
        resolve({ kind: 'failed', reason: 'it took too long.' });
      }, START_MS);
      const settle = (ready: Ready) => {
        clearTimeout(late);
        resolve(ready);
      };
      let line = '';
      process.stdout?.on('data', (chunk) => {
        line += String(chunk);
        const port = /"listening":(\d{1,5})\b/.exec(line)?.[1];
        if (port !== undefined) settle({ kind: 'listening', port: Number(port) });
      });
      void ended.then((code) =>
        settle(code === PORT_TAKEN ? { kind: 'port-taken' } : { kind: 'failed', reason: lastLine(said) }),
      );
    }),
    ended: ended.then(() => {}),
    stop: () => process.kill(),
  };
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) || 'it ended at once.';
}

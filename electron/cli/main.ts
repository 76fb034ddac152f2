// The command line: `npm run -s quorum -- convert IN OUT`. Standard output carries a converted file and nothing else;
// everything said to people goes to standard error.

import { readFileSync } from 'node:fs';
import type { Instant } from '../../shared/domain/time.ts';
import { readArguments } from './arguments.ts';
import { terminalLine } from './terminal-line.ts';
import { USAGE } from './usage.ts';

const BAD_INPUT = 2;
const FAULT = 1;

async function run(): Promise<number> {
  const command = readArguments(process.argv.slice(2));
  if (!command.ok) return refuse(command.error);
  switch (command.value.kind) {
    case 'help':
      return answer(USAGE);
    case 'version':
      return answer(`${readVersion()}\n`);
    case 'convert': {
      // Loaded only here, so that a slip in the arguments is answered at once.
      const { convert } = await import('./convert.ts');
      const converted = await convert(command.value, readNow());
      if (!converted.ok) return refuse(converted.error);
      if (converted.value.bytes) await write(converted.value.bytes);
      process.stderr.write(converted.value.summary);
      return 0;
    }
  }
}

async function answer(text: string): Promise<number> {
  await write(text);
  return 0;
}

function refuse(reason: string): number {
  process.stderr.write(`quorum: ${terminalLine(reason)}\n`);
  return BAD_INPUT;
}

/** Waits until the reader has taken it; a reader that went away (`| head`) is no error. */
function write(chunk: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') resolve();
      else reject(error);
    });
    process.stdout.write(chunk, () => resolve());
  });
}

/** `SOURCE_DATE_EPOCH` makes output repeatable, as build tools have it. */
function readNow(): Instant {
  const epoch = Number(process.env.SOURCE_DATE_EPOCH);
  return (epoch > 0 ? epoch * 1000 : Date.now()) as Instant;
}

function readVersion(): string {
  const file: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const known = typeof file === 'object' && file !== null && 'version' in file;
  return known ? String(file.version) : 'unknown';
}

try {
  process.exitCode = await run();
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `quorum: something went wrong that should not: ${terminalLine(reason.split('\n')[0] ?? '')}\n`,
  );
  if (process.env.QUORUM_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exitCode = FAULT;
}

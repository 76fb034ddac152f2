// The command line: `npm run -s quorum -- convert IN OUT`. Standard output carries a converted file and nothing else;
// everything said to people goes to standard error.

import { readFileSync } from 'node:fs';
import type { Instant } from '../../shared/domain/time.ts';
import { readArguments } from './arguments.ts';
import { terminalLine } from './terminal-line.ts';
import { USAGE } from './usage.ts';

const BAD_INPUT = 2;
const FAULT = 1;
/** What calendars here reach to: the end of the year 9999. */
const LAST_SECOND = 253_402_300_799;

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
      const { bytes, summary } = converted.value;
      const code = bytes ? await answer(bytes) : 0;
      if (code === 0) process.stderr.write(summary);
      return code;
    }
  }
}

async function answer(chunk: string | Uint8Array): Promise<number> {
  const problem = await write(chunk);
  return problem === null ? 0 : refuse(problem);
}

function refuse(reason: string): number {
  process.stderr.write(`quorum: ${terminalLine(reason)}\n`);
  return BAD_INPUT;
}

/** Waits until the reader has taken it; a reader that went away (`| head`) is no error. Gives the reason of any other. */
function write(chunk: string | Uint8Array): Promise<string | null> {
  return new Promise((resolve) => {
    // The callback tells the same, but without a listener the stream would end the process.
    process.stdout.once('error', () => {});
    process.stdout.write(chunk, (error) => {
      const failed = error && !('code' in error && error.code === 'EPIPE');
      resolve(failed ? `standard output could not be written: ${error.message}` : null);
    });
  });
}

/** `SOURCE_DATE_EPOCH` makes output repeatable, as build tools have it. */
function readNow(): Instant {
  const epoch = Number(process.env.SOURCE_DATE_EPOCH);
  return (epoch > 0 && epoch <= LAST_SECOND ? epoch * 1000 : Date.now()) as Instant;
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

// The relay as a program: `npm run relay`, the container, the service, and the process that the desktop app starts.

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createSecureContext } from 'node:tls';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import { readArguments, type ServeCommand } from './arguments.ts';
import { type Pem, type Relay, type RelayOptions, startRelay } from './server.ts';
import { USAGE } from './usage.ts';

const BAD_INPUT = 2;
const PORT_TAKEN = 3;

/** From dist/electron/relay.js, and from here in the sources. */
const BUILT_APP = ['../renderer', '../../dist/renderer'].map((path) => join(import.meta.dirname, path));

async function run(): Promise<void> {
  const command = readArguments(process.argv.slice(2));
  if (!command.ok) return stop(BAD_INPUT, `${command.error} (--help says what there is)`);
  if (command.value.kind === 'help') {
    process.stdout.write(USAGE);
    return;
  }
  const options = readOptions(command.value);
  if (!options.ok) return stop(BAD_INPUT, options.error);
  const relay = await start(options.value);
  if (relay === null) return;
  const scheme = options.value.tls ? 'https' : 'http';
  const host = options.value.host.includes(':') ? `[${options.value.host}]` : options.value.host;
  console.error(
    `Quorum's relay listens on ${scheme}://${host}:${relay.port}/${options.value.app ? '' : ' and serves no app'}`,
  );
  if (command.value.report) process.stdout.write(`${JSON.stringify({ listening: relay.port })}\n`);
  obeySignals(relay, command.value);
}

async function start(options: RelayOptions): Promise<Relay | null> {
  try {
    return await startRelay(options);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EADDRINUSE') stop(PORT_TAKEN, `Port ${options.port} is taken.`);
    else if (code === null) throw error;
    else stop(BAD_INPUT, `Cannot listen on ${options.host} port ${options.port}: ${String(code)}.`);
    return null;
  }
}

function readOptions(command: ServeCommand): Result<RelayOptions, string> {
  const app = command.noApp ? null : (command.app ?? BUILT_APP.find(isApp) ?? null);
  if (command.app !== null && !isApp(command.app)) {
    return fail(`--app: there is no index.html in ${command.app}.`);
  }
  const tls = command.tls === null ? ok(undefined) : readPem(command.tls);
  if (!tls.ok) return tls;
  const token = readWord('--token-file', command.tokenFile);
  if (!token.ok) return token;
  const secret = readWord('--turn-secret-file', command.turnSecretFile);
  if (!secret.ok) return secret;
  return ok({
    host: command.host,
    port: command.port,
    app: app && resolve(app),
    behindProxy: command.behindProxy,
    ice: { stun: command.stun, turn: command.turn, turnSecret: secret.value, turnTtl: command.turnTtl },
    ...(tls.value ? { tls: tls.value } : {}),
    ...(token.value === null ? {} : { token: token.value }),
    ...(command.maxPerAddress === null ? {} : { limits: { connectionsPerAddress: command.maxPerAddress } }),
  });
}

function isApp(folder: string): boolean {
  return existsSync(join(folder, 'index.html'));
}

function readPem({ cert, key }: { readonly cert: string; readonly key: string }): Result<Pem, string> {
  const certificate = readText('--tls-cert', cert);
  if (!certificate.ok) return certificate;
  const secret = readText('--tls-key', key);
  if (!secret.ok) return secret;
  const pem = { cert: certificate.value, key: secret.value };
  try {
    createSecureContext(pem);
    return ok(pem);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(`${cert} and ${key} are no certificate and its key: ${reason}`);
  }
}

/** A word of its own in a file: never on the command line, which every user of the machine can read. */
function readWord(option: string, path: string | null): Result<string | null, string> {
  if (path === null) return ok(null);
  const text = readText(option, path);
  if (!text.ok) return text;
  const word = text.value.trim();
  return /^[\x21-\x7e]{8,512}$/.test(word)
    ? ok(word)
    : fail(`${option}: ${path} must hold one word of 8 to 512 plain letters.`);
}

function readText(option: string, path: string): Result<string, string> {
  try {
    return ok(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      return fail(`${option}: cannot read ${path} (${String(error.code)}).`);
    throw error;
  }
}

function obeySignals(relay: Relay, command: ServeCommand): void {
  let ending = false;
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      void relay.close().then(() => process.exit(0));
    });
  }
  process.on('SIGHUP', () => {
    const pem = command.tls === null ? null : readPem(command.tls);
    if (pem === null) return;
    if (pem.ok) relay.replaceTls(pem.value);
    console.error(
      pem.ok ? 'The certificate was read anew.' : `The certificate stays as it was. ${pem.error}`,
    );
  });
}

function stop(code: number, reason: string): void {
  console.error(`relay: ${reason}`);
  process.exitCode = code;
}

await run();

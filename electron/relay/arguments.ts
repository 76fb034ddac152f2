// The relay's command line in words: what is wanted, or why it makes no sense. Reads no file.

import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../shared/base/result.ts';

export interface ServeCommand {
  readonly kind: 'serve';
  readonly host: string;
  readonly port: number;
  readonly tls: { readonly cert: string; readonly key: string } | null;
  readonly behindProxy: boolean;
  /** Folder; `null`: as it was built. */
  readonly app: string | null;
  readonly noApp: boolean;
  readonly tokenFile: string | null;
  readonly stun: readonly string[];
  readonly turn: readonly string[];
  readonly turnSecretFile: string | null;
  readonly turnTtl: number;
  readonly maxPerAddress: number | null;
  readonly report: boolean;
}

export type RelayCommand = ServeCommand | { readonly kind: 'help' };

const OPTIONS = {
  host: { type: 'string' },
  port: { type: 'string' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  'behind-proxy': { type: 'boolean' },
  app: { type: 'string' },
  'no-app': { type: 'boolean' },
  'token-file': { type: 'string' },
  stun: { type: 'string', multiple: true },
  turn: { type: 'string', multiple: true },
  'turn-secret-file': { type: 'string' },
  'turn-ttl': { type: 'string' },
  'max-per-address': { type: 'string' },
  report: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const USUAL_PORT = 4718;
const USUAL_TTL = 4 * 60 * 60;
const MIN_TTL = 10 * 60;
const MAX_TTL = 24 * 60 * 60;

/** RFC 7064 and 7065: no user, no password, no path. */
const HOST_PORT = String.raw`(?:[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?`;
const STUN = new RegExp(`^stuns?:${HOST_PORT}$`);
const TURN = new RegExp(String.raw`^turns?:${HOST_PORT}(?:\?transport=(?:udp|tcp))?$`);

export function readArguments(args: readonly string[]): Result<RelayCommand, string> {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    // parseArgs explains itself in its first sentence; the rest is advice on quoting.
    if (error instanceof TypeError) return fail(error.message.split('. ')[0] ?? error.message);
    throw error;
  }
  return values.help ? ok({ kind: 'help' }) : readServe(values);
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: false }).values;
}

function readServe(values: ReturnType<typeof parse>): Result<RelayCommand, string> {
  const port = readNumber('--port', values.port ?? String(USUAL_PORT), 0, 65_535);
  if (!port.ok) return port;
  const ttl = readNumber('--turn-ttl', values['turn-ttl'] ?? String(USUAL_TTL), MIN_TTL, MAX_TTL);
  if (!ttl.ok) return ttl;
  const perAddress = values['max-per-address'];
  const max = perAddress === undefined ? ok(null) : readNumber('--max-per-address', perAddress, 1, 5_000);
  if (!max.ok) return max;
  const cert = values['tls-cert'];
  const key = values['tls-key'];
  if ((cert === undefined) !== (key === undefined)) {
    return fail('--tls-cert and --tls-key belong together: give both or none.');
  }
  const { stun = [], turn = [], app, 'no-app': noApp = false } = values;
  const odd = stun.find((url) => !STUN.test(url)) ?? turn.find((url) => !TURN.test(url));
  if (odd !== undefined) {
    return fail(
      `'${odd}' is no server address. Such are stun:host:3478, turn:host:3478, turns:host:443?transport=tcp.`,
    );
  }
  if (stun.length > 8 || turn.length > 8) return fail('--stun and --turn are taken up to eight times each.');
  const secret = values['turn-secret-file'];
  if (turn.length > 0 !== (secret !== undefined)) {
    return fail('--turn and --turn-secret-file belong together: coturn needs both or neither.');
  }
  if (app !== undefined && noApp) return fail('--app and --no-app cannot both be meant.');
  return ok({
    kind: 'serve',
    host: values.host ?? '127.0.0.1',
    port: port.value,
    tls: cert !== undefined && key !== undefined ? { cert, key } : null,
    behindProxy: values['behind-proxy'] ?? false,
    app: app ?? null,
    noApp,
    tokenFile: values['token-file'] ?? null,
    stun,
    turn,
    turnSecretFile: secret ?? null,
    turnTtl: ttl.value,
    maxPerAddress: max.value,
    report: values.report ?? false,
  });
}

function readNumber(name: string, text: string, low: number, high: number): Result<number, string> {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= low && value <= high) return ok(value);
  return fail(`${name}: '${text}' is not a whole number from ${low} to ${high}.`);
}

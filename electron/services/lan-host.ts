// The relay on this computer's own network, so that people in one room can work together without any server. It runs in
// a process of its own: whatever comes from the network, the windows stay quick.

import type { NetworkInterfaceInfo } from 'node:os';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { LanState } from '../../shared/ipc/contract.ts';
import type { IpcError } from '../../shared/ipc/errors.ts';
import { lanHosts } from './lan-addresses.ts';
import type { SettingsFile } from './settings-file.ts';

/** Tried first where no port was in use before. */
const USUAL_PORT = 4718;

export type Ready =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'port-taken' }
  | { readonly kind: 'failed'; readonly reason: string };

export interface RelayProcess {
  readonly ready: Promise<Ready>;
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  stop(): void;
}

export interface LanEffects {
  /** Port 0 takes any free one. */
  start(port: number): RelayProcess;
  interfaces(): NodeJS.Dict<NetworkInterfaceInfo[]>;
  readonly settings: Pick<SettingsFile, 'change'> & { readonly current: { readonly lanPort: number | null } };
}

type Answer = Promise<Result<LanState, IpcError>>;

export interface LanService {
  start(): Answer;
  stop(): Answer;
  state(): Answer;
}

export function createLanHost({ start, interfaces, settings }: LanEffects): LanService {
  let running: { readonly process: RelayProcess; readonly port: number } | null = null;
  /** One after the other: two presses of the button start one relay. */
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = (work: () => Answer): Answer => {
    const turn = last.then(work);
    // One that fails is told to who asked for it, not to all who come after.
    last = Promise.allSettled([turn]);
    return turn;
  };

  const state = (): LanState => ({
    running: running !== null,
    addresses: running ? addressesAt(lanHosts(interfaces()), running.port) : [],
  });

  const launch = async (port: number): Promise<Ready> => {
    const process = start(port);
    const ready = await process.ready;
    if (ready.kind !== 'listening') return ready;
    running = { process, port: ready.port };
    void process.ended.then(() => {
      if (running?.process === process) running = null;
    });
    return ready;
  };

  return {
    start: () =>
      inTurn(async () => {
        if (running) return ok(state());
        const first = await launch(settings.current.lanPort ?? USUAL_PORT);
        const ready = first.kind === 'port-taken' ? await launch(0) : first;
        if (ready.kind !== 'listening') return fail({ code: 'lan-failed', message: wordsFor(ready) });
        // The next meeting is then found under the same address; when that cannot be kept, it is a new one.
        await settings.change({ lanPort: ready.port });
        return ok(state());
      }),
    stop: () =>
      inTurn(async () => {
        const process = running?.process;
        running = null;
        process?.stop();
        await process?.ended;
        return ok(state());
      }),
    state: () => inTurn(async () => ok(state())),
  };
}

function addressesAt(hosts: readonly string[], port: number): LanState['addresses'] {
  return hosts.map((host) => ({
    page: `http://${host}:${port}/`,
    relay: `ws://${host}:${port}/signal`,
  }));
}

function wordsFor(ready: Exclude<Ready, { kind: 'listening' }>): string {
  return ready.kind === 'port-taken'
    ? 'Hosting on this network did not start: no free port was found.'
    : `Hosting on this network did not start: ${ready.reason}`;
}

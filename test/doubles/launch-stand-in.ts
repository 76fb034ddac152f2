// The stand-in: the built main process in plain Node, and a second connection to the Chromium behind its windows.

import { type ChildProcess, fork } from 'node:child_process';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { RemoteMessage } from './electron/remote.ts';
import type { Command, Started } from './started-app.ts';

const REGISTER = new URL('./electron/register.ts', import.meta.url).href;
const APP_ADDRESS = 'http://quorum.app.';
/** For a process that does not end when asked. */
const KILL_MS = 5_000;

export async function startOnStandIn({ app, args }: Command): Promise<Started> {
  const child = fork(app.mainFile, args, {
    execArgv: ['--import', REGISTER, '--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const remote = callsTo(child);
  const browser = remote.ready.then((endpoint) => chromium.connectOverCDP(endpoint));
  // An app that goes at once (a second start) never gets ready, and nobody may be waiting for it.
  browser.catch(() => undefined);
  await Promise.race([browser, ended]);
  return {
    kind: 'stand-in',
    ended,
    page: async () => mainPage(await browser),
    evaluate: (f, argument) => remote.call(f.toString(), argument) as never,
    kill: async () => {
      const force = setTimeout(() => child.kill('SIGKILL'), KILL_MS);
      if (child.connected) child.disconnect();
      await ended;
      clearTimeout(force);
    },
  };
}

async function mainPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (!context) throw new Error('Chromium has no context.');
  const isMain = (page: Page) => page.url().startsWith(APP_ADDRESS);
  const page = context.pages().find(isMain) ?? (await newMainPage(context.pages(), context, isMain));
  await page.waitForLoadState('load');
  return page;
}

/** The page may be open already with its address still to come, or not be there yet. */
function newMainPage(
  open: readonly Page[],
  context: ReturnType<Browser['contexts']>[number],
  isMain: (page: Page) => boolean,
): Promise<Page> {
  return new Promise((resolve) => {
    const watch = (page: Page) => {
      page.on('framenavigated', () => {
        if (isMain(page)) resolve(page);
      });
      if (isMain(page)) resolve(page);
    };
    for (const page of open) watch(page);
    context.on('page', watch);
  });
}

function callsTo(child: ChildProcess) {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let calls = 0;
  const ready = new Promise<string>((resolve, reject) => {
    child.on('message', (message: RemoteMessage) => {
      if ('ready' in message) return resolve(message.ready);
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if ('error' in message) call?.reject(new Error(message.error));
      else call?.resolve(message.value);
    });
    child.once('exit', (code) => {
      reject(new Error(`The app ended (${code}) before it was ready.`));
      for (const call of waiting.values()) call.reject(new Error('The app ended before it answered.'));
    });
  });
  return {
    ready,
    call: (source: string, argument: unknown): Promise<unknown> =>
      new Promise((resolve, reject) => {
        calls += 1;
        waiting.set(calls, { resolve, reject });
        child.send({ id: calls, source, argument }, (error) => error && reject(error));
      }),
  };
}

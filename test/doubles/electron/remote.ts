// Lets the test that started this process run a function in it, as Playwright does with a real Electron.

export interface RemoteCall {
  readonly id: number;
  readonly source: string;
  readonly argument: unknown;
}

export type RemoteMessage =
  | { readonly ready: string }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };

export function answerRemoteCalls(electron: object): void {
  process.on('message', async ({ id, source, argument }: RemoteCall) => {
    const send = (message: RemoteMessage) => process.send?.(message);
    try {
      // biome-ignore lint/security/noGlobalEval: the text is a function of the test that started this process
      const f: (electron: object, argument: unknown) => unknown = globalThis.eval(`(${source})`);
      send({ id, value: await f(electron, argument) });
    } catch (error) {
      send({ id, error: String(error instanceof Error ? error.stack : error) });
    }
  });
  // The test is gone: so is the reason to run. Exiting ends Chromium too.
  process.on('disconnect', () => process.exit(0));
}

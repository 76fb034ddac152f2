import type * as Electron from 'electron';

export interface FakeInvokeEvent {
  readonly sender: object;
  readonly senderFrame: Pick<Electron.WebFrameMain, 'url' | 'parent'> | null;
}

type Listener = (event: FakeInvokeEvent, payload: unknown) => unknown;

const handlers = new Map<string, Listener>();

export const ipcMain = {
  handle: (channel: string, listener: Listener) => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, listener);
  },
  removeHandler: (channel: string) => {
    handlers.delete(channel);
  },
};

/** As Electron does it: what a handler throws comes to the page as the text of the error. */
export async function dispatch(
  channel: string,
  event: FakeInvokeEvent,
  payload: unknown,
): Promise<{ value: unknown } | { error: string }> {
  const handler = handlers.get(channel);
  if (!handler) return { error: `No handler registered for '${channel}'` };
  try {
    return { value: await handler(event, payload) };
  } catch (error) {
    return { error: `Error invoking remote method '${channel}': ${String(error)}` };
  }
}

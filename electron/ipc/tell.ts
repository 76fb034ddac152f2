import type { WebContents } from 'electron';
import type { EventChannel, Events } from '../../shared/ipc/contract.ts';

/** Sends an event of the contract to a window; one that is already gone hears nothing. */
export function tell<C extends EventChannel>(
  contents: Pick<WebContents, 'send' | 'isDestroyed'>,
  channel: C,
  payload: Events[C],
): void {
  if (!contents.isDestroyed()) contents.send(channel, payload);
}

// The only door from a window into the main process. Every message is checked here, before any handler sees it: who
// sent it, and that its payload has the form the contract gives. Knows no handler.

import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { fail } from '../../shared/base/result.ts';
import type { Answer, Payload, RequestChannel } from '../../shared/ipc/contract.ts';
import { checkPayload } from '../../shared/ipc/payload-checks.ts';
import { isAppUrl } from '../security/app-origin.ts';

export type Handler<C extends RequestChannel> = (
  payload: Payload<C>,
  sender: WebContents,
) => Promise<Answer<C>> | Answer<C>;

/** One handler for every channel of the contract: a missing one does not compile. */
export type Handlers = { readonly [C in RequestChannel]: Handler<C> };

/** `report` gets what a handler threw: a bug, which the page hears of only as `failed`. */
export type Report = (event: string, error: unknown) => void;

type Sender = Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>;

export function handleRequests(ipc: Pick<IpcMain, 'handle'>, handlers: Handlers, report: Report): void {
  for (const channel of Object.keys(handlers) as RequestChannel[]) {
    ipc.handle(channel, (event: Sender, payload: unknown) =>
      answerRequest(channel, handlers[channel], event, payload, report),
    );
  }
}

export async function answerRequest<C extends RequestChannel>(
  channel: C,
  handler: Handlers[C],
  event: Sender,
  payload: unknown,
  report: Report,
): Promise<Answer<C>> {
  if (!isTrustedSender(event)) {
    return fail({ code: 'refused', message: 'Only the app itself may ask for this.' });
  }
  const checked = checkPayload(channel, payload);
  if (!checked) return fail({ code: 'refused', message: 'Quorum did not understand this request.' });
  try {
    return await handler(checked.payload, event.sender);
  } catch (error) {
    report(channel, error);
    return fail({ code: 'failed', message: 'Something went wrong inside Quorum. Nothing was changed.' });
  }
}

/** The top frame of a window that shows the app. A frame that is gone (`null`) cannot be judged, so it is refused. */
function isTrustedSender(event: Sender): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isAppUrl(frame.url);
}

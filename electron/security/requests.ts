// The last gate of the app's own page: it loads the app, and opens WebSockets to the relays that it named. Everything
// else is cancelled, whatever a page's policy may let through.

import type { Session } from 'electron';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import { isRelayAddress } from '../../shared/invite/relay-address.ts';
import type { IpcError } from '../../shared/ipc/errors.ts';
import { isAppUrl } from './app-origin.ts';

/** A page that names more than this, over all its meetings, is not working: the oldest are forgotten. */
const MAX_ALLOWED = 256;

/** Made inside the page itself, so that nothing leaves it. */
const INSIDE = new Set(['blob:', 'data:', 'devtools:']);

export interface RelayGate {
  /** All or none. */
  allow(relays: readonly string[]): Result<null, IpcError>;
  isAllowed(url: string): boolean;
}

export function createRelayGate(): RelayGate {
  const allowed = new Set<string>();
  return {
    allow: (relays) => {
      const addresses = relays.map(relayOf);
      if (!addresses.every((address) => address !== null)) {
        return fail({ code: 'refused', message: 'The invite names a relay that cannot be one.' });
      }
      for (const address of addresses) {
        allowed.delete(address);
        allowed.add(address);
      }
      for (const oldest of [...allowed].slice(0, -MAX_ALLOWED)) allowed.delete(oldest);
      return ok(null);
    },
    isAllowed: (url) => allowed.has(relayOf(url) ?? ''),
  };
}

export function limitRequests(session: {
  readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>;
}): RelayGate {
  const gate = createRelayGate();
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const isInside = isAppUrl(url) || (URL.canParse(url) && INSIDE.has(new URL(url).protocol));
    answer({ cancel: !isInside && !gate.isAllowed(url) });
  });
  return gate;
}

/** As the browser writes it; `null` for what is no address of a relay's. Every relay answers on a path `/signal`. */
function relayOf(text: string): string | null {
  if (!isRelayAddress(text)) return null;
  const url = new URL(text);
  return url.pathname.endsWith('/signal') ? url.href : null;
}

import { useEffect, useState } from 'react';
import { checkRelay } from '../../platform/check-relay.ts';
import { relayOfPage } from '../../platform/relay-places.ts';
import type { OwnPage } from './invite-address.ts';

export interface MeetingPoint {
  /** The server of this page, if it is one; `null` in the desktop app. */
  readonly own: OwnPage | null;
  /** Whether that server is a relay: it has to answer as one. */
  readonly ownState: 'none' | 'asking' | 'answers' | 'no-relay';
}

/** Finds out whether the server that this page came from is a place to meet. */
export function useMeetingPoint(): MeetingPoint {
  const [own] = useState(readOwn);
  const [ownState, setState] = useState<MeetingPoint['ownState']>(own ? 'asking' : 'none');
  useEffect(() => {
    if (!own) return;
    const stop = new AbortController();
    checkRelay(own.relay, stop.signal).then(({ state }) => {
      if (!stop.signal.aborted) setState(state === 'answers' ? 'answers' : 'no-relay');
    });
    return () => stop.abort();
  }, [own]);
  return { own, ownState };
}

function readOwn(): OwnPage | null {
  const relay = relayOfPage(location);
  return relay === null ? null : { relay, page: location.origin + location.pathname };
}

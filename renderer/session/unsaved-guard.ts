import type { Dispose } from '../../shared/base/disposer.ts';
import type { Host } from '../platform/host.ts';
import type { StoredMeeting } from '../storage/stored-meeting.ts';

/** `saved` alternates with `saving` at every key; the host hears of it once the typing pauses. */
const CALM = 300;

/** The meetings of a window that hold something unsaved: the host asks before it closes over any of them. */
const holding = new WeakMap<Host, Set<StoredMeeting>>();

/** Lets no window close over something that is not on the disk. Ends by itself once all is, after `release`. */
export function guardUnsaved(host: Host, stored: StoredMeeting): { release: Dispose } {
  const held = holding.get(host) ?? new Set();
  holding.set(host, held);
  let timer: ReturnType<typeof setTimeout> | null = null;
  let released = false;

  function letGo(): void {
    timer = null;
    held.delete(stored);
    if (held.size === 0) host.setUnsaved(false);
    if (released) end();
  }

  function follow(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (stored.status.state !== 'saved') {
      if (held.size === 0) host.setUnsaved(true);
      held.add(stored);
    } else if (released) letGo();
    else timer = setTimeout(letGo, CALM);
  }

  const offStatus = stored.onStatus(follow);
  const offClosing = host.onClosing(async () => {
    stored.retry();
    stored.hurry();
    return (await stored.settled()).state === 'saved';
  });

  function end(): void {
    offStatus();
    offClosing();
  }

  follow();
  return {
    release: () => {
      released = true;
      follow();
    },
  };
}

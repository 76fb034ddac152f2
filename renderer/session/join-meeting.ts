// Joining by an invite, before the meeting is opened: a place for it on this computer, and its room.

import { checkVersion } from '../../shared/doc/upgrade.ts';
import type { MeetingId } from '../../shared/domain/ids.ts';
import type { Invite } from '../../shared/invite/invite.ts';
import type { Host } from '../platform/host.ts';
import { prepareSocket } from '../sync/signal/ready-sockets.ts';
import { readRoomMemory, sameInvite } from './room/room-memory.ts';
import type { Services } from './services.tsx';

export interface Joined {
  readonly id: MeetingId;
  /** The meeting was on this computer already: what is here and what the others have become one. */
  readonly had: boolean;
}

/** Fetches the code that connects while the invite is being read. A failure is met, and told, when the meeting opens. */
export function prefetchConnection(): void {
  import('./room/connection.ts').catch(() => undefined);
}

/** Begins to reach the relays of an invite that somebody joins by. A failure is met, and told, when the meeting opens. */
export function reachRelays(host: Host, { relays }: Invite): void {
  host.allowRelays(relays).then(
    () => relays.forEach(prepareSocket),
    () => undefined,
  );
}

/** Moves a meeting that is here already to the room of the invite; in the same room, the invite adds its relays. */
export async function joinByInvite(
  { library, now }: Pick<Services, 'library' | 'now'>,
  invite: Invite,
): Promise<Joined> {
  const id = invite.meeting;
  const had = await hasContent(library, id);
  await library.join(id, invite.title, (kept) => {
    const memory = readRoomMemory(kept, id);
    const { room } = memory;
    if (room && sameInvite(room.invite, invite)) {
      const relays = [...new Set([...invite.relays, ...room.invite.relays])].slice(0, 8);
      return { ...memory, room: { ...room, invite: { ...invite, relays }, offline: false } };
    }
    // Nobody in the new room is known to have anything of what is here.
    const unsent = had ? { ...memory.unsent, moved: 1 } : {};
    return { ...memory, room: { invite, joinedAt: now(), offline: false }, unsent, confirmedAt: null };
  });
  return { id, had };
}

async function hasContent(library: Services['library'], id: MeetingId): Promise<boolean> {
  const opened = await library.open(id);
  if (!opened.ok) return opened.error.code === 'damaged';
  const content = checkVersion(opened.value.doc) !== 'empty';
  await opened.value.close();
  return content;
}

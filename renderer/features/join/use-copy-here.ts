import { useEffect, useState } from 'react';
import type { MeetingId } from '../../../shared/domain/ids.ts';
import type { Invite } from '../../../shared/invite/invite.ts';
import { readRoomMemory, roomKey, sameInvite } from '../../session/room/room-memory.ts';
import { useServices } from '../../session/services.tsx';

/** What of an invite's meeting is on this computer already. */
export type CopyHere =
  | 'asking'
  | 'none'
  /** Among the deleted ones; joining brings it back. */
  | 'deleted'
  /** A copy that is in no room. */
  | 'unshared'
  | 'same-room'
  | 'other-room';

export function useCopyHere(invite: Invite | null): CopyHere {
  const { library } = useServices();
  const [found, setFound] = useState<{ readonly of: Invite; readonly copy: CopyHere } | null>(null);
  useEffect(() => {
    if (!invite) return;
    let left = false;
    const off = library.watch((list) => {
      const entry = list.find(({ id }) => id === invite.meeting);
      findCopy(entry, invite, (id) => library.settings.get(roomKey(id))).then(
        (copy) => {
          if (!left) setFound({ of: invite, copy });
        },
        (error: unknown) => {
          // Only words depend on it: joining finds out for itself.
          console.warn('What is here of the invited meeting is not known', error);
          if (!left) setFound({ of: invite, copy: 'none' });
        },
      );
    });
    return () => {
      left = true;
      off();
    };
  }, [library, invite]);
  return found && found.of === invite ? found.copy : 'asking';
}

async function findCopy(
  entry: { readonly deletedAt: number | null } | undefined,
  invite: Invite,
  kept: (id: MeetingId) => Promise<unknown>,
): Promise<CopyHere> {
  if (!entry) return 'none';
  if (entry.deletedAt !== null) return 'deleted';
  const { room } = readRoomMemory(await kept(invite.meeting), invite.meeting);
  if (!room) return 'unshared';
  return sameInvite(room.invite, invite) ? 'same-room' : 'other-room';
}

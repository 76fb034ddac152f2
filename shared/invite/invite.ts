// An invite: the one secret of a room, which meeting it is, and where the others are to be found. Whoever has it is a
// member. It travels as a link whose fragment holds it, so that no server sees it.

import type { MeetingId } from '../domain/ids.ts';

/** Random bytes. */
export const SECRET_LENGTH = 32;
/** Letters. */
export const MAX_TITLE = 120;

export interface Invite {
  /** 32 random bytes. */
  readonly secret: Uint8Array;
  readonly meeting: MeetingId;
  /** For the one who is invited; '' when there is none. At most 120 letters. */
  readonly title: string;
  /** WebSocket addresses of relays, in the order in which to try them; 1 to 8. */
  readonly relays: readonly string[];
}

import { useMemo } from 'react';
import { formatDateRange } from '../../shared/domain/zones.ts';
import type { MeetingSummary } from '../features/library/meeting-summary.ts';
import { meetingPath } from './paths.ts';

/** Something to go to. */
export interface PaletteGoal {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly path: string;
}

/** The meetings as places to go to. */
export function usePaletteGoals(meetings: readonly MeetingSummary[] | null): readonly PaletteGoal[] {
  return useMemo(
    () =>
      (meetings ?? []).map((meeting) => ({
        id: meeting.id,
        label: meeting.title || 'Untitled meeting',
        detail:
          meeting.firstDay && meeting.lastDay
            ? formatDateRange(meeting.firstDay, meeting.lastDay)
            : 'no date',
        path: meetingPath(meeting.id, meeting.live ? 'run' : 'plan'),
      })),
    [meetings],
  );
}

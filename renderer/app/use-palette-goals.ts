import { useMemo } from 'react';
import { formatDate, formatDateRange } from '../../shared/domain/zones.ts';
import type { MeetingSummary } from '../features/library/meeting-summary.ts';
import { useCurrentMeeting } from './current-meeting.tsx';
import { meetingPath } from './paths.ts';

/** Something to go to. */
export interface PaletteGoal {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly path: string;
}

/** The agenda items of the open meeting; none outside of one. */
export function useItemGoals(): readonly PaletteGoal[] {
  const open = useCurrentMeeting();
  return useMemo(() => {
    if (!open) return [];
    const { days } = open.meeting.getState();
    return days.flatMap((day) =>
      day.blocks
        .flatMap((block) => block.items)
        .map((item) => ({
          id: item.id,
          label: item.title,
          detail: formatDate(day.date, 'short'),
          path: meetingPath(open.id, 'run', item.id),
        })),
    );
  }, [open]);
}

/** The meetings as places to go to. */
export function usePaletteGoals(meetings: readonly MeetingSummary[] | null): readonly PaletteGoal[] {
  return useMemo(
    () =>
      (meetings ?? []).map((meeting) => ({
        id: meeting.id,
        label: meeting.title || 'Untitled meeting',
        detail: meeting.template
          ? 'template'
          : meeting.firstDay && meeting.lastDay
            ? formatDateRange(meeting.firstDay, meeting.lastDay)
            : 'no date',
        path: meetingPath(meeting.id, meeting.live ? 'run' : 'plan'),
      })),
    [meetings],
  );
}

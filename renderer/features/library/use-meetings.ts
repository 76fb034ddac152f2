import { useEffect, useState } from 'react';
import { useServices } from '../../session/services.tsx';
import type { MeetingSummary } from './meeting-summary.ts';

/** The meetings of this computer, live; `null` until the first answer. Deleted ones are left out. */
export function useMeetings(): readonly MeetingSummary[] | null {
  const { library } = useServices();
  const [list, setList] = useState<readonly MeetingSummary[] | null>(null);
  useEffect(
    () => library.watch((next) => setList(next.filter((meeting) => meeting.deletedAt === null))),
    [library],
  );
  return list;
}

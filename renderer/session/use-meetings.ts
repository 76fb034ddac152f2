import { useEffect, useState } from 'react';
import type { MeetingSummary } from '../storage/meeting-summary.ts';
import { useServices } from './services.tsx';

/** The meetings and templates of this computer, live; `null` until the first answer. Deleted ones are left out. */
export function useMeetings(): readonly MeetingSummary[] | null {
  const { library } = useServices();
  const [list, setList] = useState<readonly MeetingSummary[] | null>(null);
  useEffect(
    () => library.watch((next) => setList(next.filter((meeting) => meeting.deletedAt === null))),
    [library],
  );
  return list;
}

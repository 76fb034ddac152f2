import { useEffect, useState } from 'react';
import { readRecord } from '../../shared/doc/record.ts';
import type { MeetingRecord } from '../../shared/domain/meeting.ts';
import { useOpenMeeting } from '../session/meeting-context.tsx';

const SETTLE = 150;

/** The meeting with all its texts, read anew a moment after each change: for views that show what the texts hold. */
export function useRecord(): MeetingRecord {
  const { doc } = useOpenMeeting();
  const [record, setRecord] = useState(() => readRecord(doc));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      timer = undefined;
      setRecord(readRecord(doc));
    };
    const changed = () => {
      timer ??= setTimeout(read, SETTLE);
    };
    read();
    doc.on('update', changed);
    return () => {
      doc.off('update', changed);
      clearTimeout(timer);
    };
  }, [doc]);
  return record;
}

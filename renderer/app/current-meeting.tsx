// Which meeting is open, for what stands beside its frame: the palette finds its items, the window carries its title.

import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { useOpenMeeting } from '../session/meeting-context.tsx';
import type { OpenMeeting } from '../session/open-meeting.ts';

interface CurrentMeeting {
  readonly open: OpenMeeting | null;
  readonly setOpen: (open: OpenMeeting | null) => void;
}

const CurrentMeetingContext = createContext<CurrentMeeting>({ open: null, setOpen: () => {} });

export function CurrentMeetingProvider(props: { readonly children: ReactNode }) {
  const [open, setOpen] = useState<OpenMeeting | null>(null);
  const current = useMemo(() => ({ open, setOpen }), [open]);
  return <CurrentMeetingContext value={current}>{props.children}</CurrentMeetingContext>;
}

export function useCurrentMeeting(): OpenMeeting | null {
  return use(CurrentMeetingContext).open;
}

/** Makes the open meeting the current one while its frame is on screen. */
export function useAsCurrent(): void {
  const open = useOpenMeeting();
  const { setOpen } = use(CurrentMeetingContext);
  useEffect(() => {
    setOpen(open);
    return () => setOpen(null);
  }, [open, setOpen]);
}

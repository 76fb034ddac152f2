// The open meeting for the parts of its views. They read the mirror by selector and change it by commands on the doc.

import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { Access } from './access.ts';
import type { OpenMeeting, SaveState } from './open-meeting.ts';
import type { MeetingSync, PersonHere, SyncStatus } from './sync-types.ts';
import type { UndoState } from './undo.ts';

const MeetingContext = createContext<OpenMeeting | null>(null);

export function MeetingProvider(props: { readonly open: OpenMeeting; readonly children: ReactNode }) {
  return <MeetingContext value={props.open}>{props.children}</MeetingContext>;
}

export function useOpenMeeting(): OpenMeeting {
  const open = useContext(MeetingContext);
  if (!open) throw new Error('useOpenMeeting outside of MeetingProvider');
  return open;
}

/** Renders again only when what `select` gives is no longer shallowly equal. */
export function useMeeting<T>(select: (meeting: Meeting) => T): T {
  return useStore(useOpenMeeting().meeting, useShallow(select));
}

export function useSaveState(): SaveState {
  return useStore(useOpenMeeting().saving);
}

export function useUndoState(): UndoState {
  return useStore(useOpenMeeting().undo.state);
}

/** Whether this meeting may be changed here, now. */
export function useAccess(): Access {
  return useStore(useOpenMeeting().access);
}

export function useReadOnly(): boolean {
  return useAccess().kind !== 'edit';
}

export function useSync(): MeetingSync {
  return useOpenMeeting().sync;
}

export function useSyncStatus(): SyncStatus {
  return useStore(useSync().status);
}

/** Other people: those present first, then those who were ("Last seen"). */
export function usePeopleHere(): readonly PersonHere[] {
  return useStore(useSync().people, ({ people }) => people);
}

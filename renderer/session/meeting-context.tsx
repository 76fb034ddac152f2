// The open meeting for the parts of its views. They read the mirror by selector and change it by commands on the doc.

import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { Access } from './access.ts';
import type { OpenMeeting, SaveState } from './open-meeting.ts';
import { steadyPeople } from './people/steady-people.ts';
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

/** Renders only when this computer is cut off from the others, or no longer is. */
export function useIsOffline(): boolean {
  return useStore(useSync().status, ({ state }) => state === 'offline');
}

/** What a list of people last looked like, for each open meeting. */
const looks = new WeakMap<MeetingSync['people'], readonly PersonHere[]>();

/**
 * Other people: those present first, then those who were ("Last seen"). New when who, where or what they do changes; their
 * carets, round trips and who has everything may be out of date (`usePeopleDetails`).
 */
export function usePeopleHere(): readonly PersonHere[] {
  const store = useSync().people;
  return useStore(store, ({ people }) => {
    const steady = steadyPeople(looks.get(store) ?? [], people);
    looks.set(store, steady);
    return steady;
  });
}

/** The same with every detail. Renders many times a second while several type. */
export function usePeopleDetails(): readonly PersonHere[] {
  return useStore(useSync().people, ({ people }) => people);
}

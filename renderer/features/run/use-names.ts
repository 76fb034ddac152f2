import { useCallback } from 'react';
import type { PersonId } from '../../../shared/domain/ids.ts';
import type { Person } from '../../../shared/domain/meeting.ts';
import { useMeeting } from '../../session/meeting-context.tsx';

export function usePeople(): readonly Person[] {
  return useMeeting((meeting) => meeting.people);
}

/** Names of people, joined; '' for none. */
export function useNames(): (ids: readonly PersonId[]) => string {
  const people = usePeople();
  return useCallback(
    (ids) => ids.flatMap((id) => people.find((person) => person.id === id)?.name ?? []).join(', '),
    [people],
  );
}

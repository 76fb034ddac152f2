// What every part of the plan needs of the open meeting: the document to command, whether it may be changed, the people
// by id, and acts that can be taken back from a toast. Holds no meeting data of its own.

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import type { ItemId, NewId } from '../../../shared/domain/ids.ts';
import type { Person } from '../../../shared/domain/meeting.ts';
import type { TimeZone } from '../../../shared/domain/time.ts';
import { useMeeting, useOpenMeeting, useReadOnly } from '../../session/meeting-context.tsx';
import type { OpenMeeting } from '../../session/open-meeting.ts';
import { useServices } from '../../session/services.tsx';
import { announce } from '../../ui/live-region.tsx';
import { useToasts } from '../../ui/toast.tsx';
import type { Dragged } from './logic/drag-preview.ts';
import type { PeopleById } from './logic/person-search.ts';

export interface Plan {
  readonly doc: OpenMeeting['doc'];
  readonly newId: NewId;
  readonly readOnly: boolean;
  /** The zone of this computer's user. */
  readonly ownZone: TimeZone;
  /** The meeting as it is at this moment, for acts; what is shown comes from `useMeeting`. */
  readonly read: () => ReturnType<OpenMeeting['meeting']['getState']>;
  /** Does something that takes away or goes out of sight, and offers to take it back. Words of what came of it are asked for after the act. */
  readonly undoable: (said: string | (() => string), act: () => boolean) => void;
  readonly itemPath: (item: ItemId) => string;
  /** What the pointer drags at this moment; between the column of proposals and the days. */
  readonly drag: { current: Dragged | null };
}

export interface PlanPeople {
  readonly list: readonly Person[];
  readonly byId: PeopleById;
}

const PlanContext = createContext<Plan | null>(null);
const PeopleContext = createContext<PlanPeople | null>(null);

export function usePlan(): Plan {
  const plan = useContext(PlanContext);
  if (!plan) throw new Error('usePlan outside of PlanProvider');
  return plan;
}

export function usePlanPeople(): PlanPeople {
  const people = useContext(PeopleContext);
  if (!people) throw new Error('usePlanPeople outside of PlanProvider');
  return people;
}

export function PlanProvider({ children }: { readonly children: ReactNode }) {
  const open = useOpenMeeting();
  const readOnly = useReadOnly();
  const { newId, ownZone } = useServices();
  const undoable = useUndoable(open);
  const drag = useRef<Dragged | null>(null);
  const plan = useMemo<Plan>(
    () => ({
      doc: open.doc,
      newId,
      readOnly,
      ownZone,
      read: () => open.meeting.getState(),
      undoable,
      itemPath: (item) => `/m/${open.id}/run/${item}`,
      drag,
    }),
    [open, readOnly, newId, ownZone, undoable],
  );
  const list = useMeeting((meeting) => meeting.people);
  const people = useMemo(() => ({ list, byId: new Map(list.map((person) => [person.id, person])) }), [list]);
  return (
    <PlanContext value={plan}>
      <PeopleContext value={people}>{children}</PeopleContext>
    </PlanContext>
  );
}

/**
 * The toast's Undo takes back the last thing that was done. When something else was done since, that would be the wrong
 * one, so it says so and leaves the order to Ctrl Z.
 */
function useUndoable(open: OpenMeeting): Plan['undoable'] {
  const toasts = useToasts();
  const changes = useRef(0);
  useEffect(() => {
    const count = (transaction: { readonly local: boolean; readonly changed: { readonly size: number } }) => {
      if (transaction.local && transaction.changed.size > 0) changes.current += 1;
    };
    open.doc.on('afterTransaction', count);
    return () => open.doc.off('afterTransaction', count);
  }, [open]);
  return useMemo(
    () => (said, act) => {
      if (!act()) return;
      const at = changes.current;
      toasts.show({
        text: typeof said === 'string' ? said : said(),
        subject: 'meeting',
        undo: () => {
          if (changes.current === at && open.undo.undo()) announce('Undone.');
          else toasts.show({ text: 'Something was changed since. Ctrl Z takes changes back one by one.' });
        },
      });
    },
    [open, toasts],
  );
}

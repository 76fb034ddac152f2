// The presses of whoever runs the meeting: each is one event in the log, with the way back in a toast where it moves the
// meeting on. Nothing here asks "are you sure": acts are undone.

import { useMemo } from 'react';
import { appendRunEvent } from '../../../shared/doc/commands/run.ts';
import { findItem } from '../../../shared/domain/find-item.ts';
import type { EventId, ItemId } from '../../../shared/domain/ids.ts';
import type { RunEvent } from '../../../shared/domain/run-event.ts';
import type { RunItem } from '../../../shared/domain/run-order.ts';
import { pressTime, type RunState } from '../../../shared/domain/run-state.ts';
import { useOpenMeeting } from '../../session/meeting-context.tsx';
import { useServices } from '../../session/services.tsx';
import { useToasts } from '../../ui/toast.tsx';

export interface Presses {
  /** Starts `item`; with something live, moves on to it. */
  readonly start: (item: ItemId) => void;
  readonly next: () => void;
  readonly pauseOrResume: () => void;
  readonly extend: (minutes: number) => void;
  readonly endDay: () => void;
}

/** A second press within this time is the other half of a double click. */
const ONE_CLICK = 700;

type Press = RunEvent extends infer E ? (E extends RunEvent ? Omit<E, 'id' | 'at' | 'by'> : never) : never;

export function usePresses(deps: {
  readonly state: RunState;
  readonly live: RunItem | null;
  readonly next: RunItem | null;
  readonly show: (item: ItemId) => void;
}): Presses {
  const { doc, meeting, access, sync } = useOpenMeeting();
  const { newId, me } = useServices();
  const toasts = useToasts();
  const { state, live, next, show } = deps;

  return useMemo(() => {
    const { now } = sync.clock;
    const append = (press: Press): EventId => {
      const id = newId() as EventId;
      const at = pressTime(meeting.getState().run, now());
      appendRunEvent(doc, { ...press, id, at, by: me.name } as RunEvent);
      return id;
    };
    const tell = (text: string, event: EventId, back: ItemId | null) =>
      toasts.show({
        text,
        subject: 'meeting',
        undo: () => {
          append({ type: 'undo', event });
          if (back !== null) show(back);
        },
      });
    const blocked = () => access.getState().kind !== 'edit';
    const justMoved = () => state.startedAt !== null && now() - state.startedAt < ONE_CLICK;
    const titleOf = (item: ItemId) =>
      findItem(meeting.getState().days, item)?.item.title || 'an untitled item';

    const start = (item: ItemId) => {
      if (blocked() || item === state.item) return;
      if (state.item === null) tell(`Started ${titleOf(item)}`, append({ type: 'start', item }), null);
      else
        tell(
          `Moved on to ${titleOf(item)}`,
          append({ type: 'next', from: state.item, to: item }),
          state.item,
        );
      show(item);
    };
    const endDay = () => {
      if (blocked() || state.item === null) return;
      tell('Ended the day', append({ type: 'end' }), state.item);
    };
    return {
      start,
      endDay,
      next: () => {
        if (justMoved()) return;
        if (next) start(next.item.id);
        else endDay();
      },
      pauseOrResume: () => {
        if (blocked()) return;
        if (state.phase === 'running') append({ type: 'pause' });
        else if (state.phase === 'paused') append({ type: 'resume' });
        else if (next) start(next.item.id);
      },
      extend: (minutes) => {
        if (blocked() || !live) return;
        append({ type: 'extend', item: live.item.id, minutes });
      },
    };
  }, [doc, meeting, access, sync, newId, me, toasts, state, live, next, show]);
}

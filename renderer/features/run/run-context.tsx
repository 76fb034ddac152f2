// The run of the open meeting for the parts of this view: what is live, what comes next, what is on screen, and the
// presses. All of it is derived from the meeting; only which item is looked at belongs to the window (its address).

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { type FoundItem, findItem } from '../../../shared/domain/find-item.ts';
import type { ItemId } from '../../../shared/domain/ids.ts';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { type DayPlan, planDay } from '../../../shared/domain/plan-times.ts';
import { type RunItem, runOrder } from '../../../shared/domain/run-order.ts';
import { deriveRun, type RunState } from '../../../shared/domain/run-state.ts';
import type { TimeZone } from '../../../shared/domain/time.ts';
import { useMeeting, useOpenMeeting, useReadOnly } from '../../session/meeting-context.tsx';
import { useServices } from '../../session/services.tsx';
import { nextItem } from './next-item.ts';
import { createTicker } from './ticker.ts';
import { type Presses, usePresses } from './use-presses.ts';
import { TickerContext } from './use-tick.ts';

export interface Run {
  readonly state: RunState;
  readonly days: Meeting['days'];
  readonly plans: ReadonlyMap<string, DayPlan>;
  readonly live: RunItem | null;
  /** What *Next* (or *Start*) would make live: of the live day, or of the one that is due. */
  readonly next: RunItem | null;
  /** The item on screen. */
  readonly shown: FoundItem | null;
  /** Zone that planned times are read in: the meeting's, or where it has none this computer's. */
  readonly zone: TimeZone;
  readonly floating: boolean;
  readonly ownZone: TimeZone;
  readonly readOnly: boolean;
  readonly presses: Presses;
  /** Preparation notes that this person folded or unfolded while the view is open. */
  readonly folds: Map<ItemId, boolean>;
  readonly show: (item: ItemId) => void;
}

const RunContext = createContext<Run | null>(null);

export function useRun(): Run {
  const run = useContext(RunContext);
  if (!run) throw new Error('useRun outside of the Run view');
  return run;
}

export function RunProvider(props: { readonly item: ItemId | undefined; readonly children: ReactNode }) {
  const { id, sync } = useOpenMeeting();
  const readOnly = useReadOnly();
  const { ownZone } = useServices();
  const [, navigate] = useLocation();
  const days = useMeeting((meeting) => meeting.days);
  const events = useMeeting((meeting) => meeting.run);
  const zone = useMeeting((meeting) => meeting.meta.timeZone);
  const [ticker] = useState(() => createTicker(sync.clock.now));
  const [folds] = useState(() => new Map<ItemId, boolean>());

  const state = useMemo(() => deriveRun(events), [events]);
  const order = useMemo(() => runOrder(days), [days]);
  const plans = useMemo(() => new Map(days.map((day) => [day.id, planDay(day)])), [days]);
  const live = useMemo(
    () =>
      state.item === null
        ? null
        : (order.find(({ item, round }) => item.id === state.item || round === state.item) ?? null),
    [order, state.item],
  );
  const next = useMemo(() => nextItem(order, live, state), [order, live, state]);
  const asked = useMemo(() => findItem(days, props.item ?? null), [days, props.item]);
  const shownId = asked?.item.id ?? state.item ?? next?.item.id ?? order.at(-1)?.item.id ?? null;
  // Still the same when the address has come to hold it: nothing is rendered again.
  const shown = useMemo(() => findItem(days, shownId), [days, shownId]);
  const show = useMemo(() => (item: ItemId) => navigate(`/m/${id}/run/${item}`), [id, navigate]);
  // The address holds the item: when somebody else moves the clock on, nobody's view jumps.
  useEffect(() => {
    if (shown && shown.item.id !== props.item) navigate(`/m/${id}/run/${shown.item.id}`, { replace: true });
  }, [id, shown, props.item, navigate]);
  const presses = usePresses({ state, live, next, show });

  const run = useMemo<Run>(
    () => ({
      state,
      days,
      plans,
      live,
      next,
      shown,
      zone: zone ?? ownZone,
      floating: zone === null,
      ownZone,
      readOnly,
      presses,
      folds,
      show,
    }),
    [state, days, plans, live, next, shown, zone, ownZone, readOnly, presses, folds, show],
  );
  return (
    <TickerContext value={ticker}>
      <RunContext value={run}>{props.children}</RunContext>
    </TickerContext>
  );
}

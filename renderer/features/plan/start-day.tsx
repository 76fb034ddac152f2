// "Start day 1": offered in the day's menu, and as the primary button of the bar from one hour before the first item.

import { Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { appendRunEvent } from '../../../shared/doc/commands/run.ts';
import type { EventId } from '../../../shared/domain/ids.ts';
import type { Day } from '../../../shared/domain/meeting.ts';
import { planDay } from '../../../shared/domain/plan-times.ts';
import { runOrder } from '../../../shared/domain/run-order.ts';
import { deriveRun, pressTime } from '../../../shared/domain/run-state.ts';
import { DAY_MINUTES, type Instant, MINUTE, type TimeZone } from '../../../shared/domain/time.ts';
import { instantOf } from '../../../shared/domain/zones.ts';
import { useMeeting, useSync } from '../../session/meeting-context.tsx';
import { useServices } from '../../session/services.tsx';
import { InBar } from '../../ui/bar-slot.tsx';
import { Button } from '../../ui/button.tsx';
import { usePlan } from './plan-context.tsx';

const BEFORE = 60 * MINUTE;

/** `null` where there is nothing to start: no item, or something runs already. */
export function useStartDay(day: Day): { readonly label: string; readonly act: () => void } | null {
  const { doc, newId, readOnly, itemPath } = usePlan();
  const { me } = useServices();
  const { now } = useSync().clock;
  const [, navigate] = useLocation();
  const run = useMeeting((meeting) => meeting.run);
  const isTemplate = useMeeting((meeting) => meeting.meta.template);
  const number = useMeeting((meeting) => meeting.days.findIndex(({ id }) => id === day.id) + 1);
  const [first] = runOrder([day]);
  const { phase } = deriveRun(run);
  if (isTemplate || !first || readOnly || phase === 'running' || phase === 'paused') return null;
  return {
    label: `Start day ${number}`,
    act: () => {
      const press = { id: newId() as EventId, at: pressTime(run, now()), by: me.name };
      appendRunEvent(doc, { ...press, type: 'start', item: first.item.id });
      navigate(itemPath(first.item.id));
    },
  };
}

/** In the top bar while a day is about to begin or should have begun. */
export function StartDayButton() {
  const { ownZone } = usePlan();
  const days = useMeeting((meeting) => meeting.days);
  const zone = useMeeting((meeting) => meeting.meta.timeZone);
  const at = useMinute();
  const due = days.find((day) => isDue(day, zone ?? ownZone, at));
  return due ? <DueButton day={due} /> : null;
}

function DueButton({ day }: { readonly day: Day }) {
  const start = useStartDay(day);
  if (!start) return null;
  return (
    <InBar>
      <Button variant="primary" icon={<Play />} onPress={start.act}>
        {start.label}
      </Button>
    </InBar>
  );
}

function isDue(day: Day, zone: TimeZone, at: Instant): boolean {
  const plan = planDay(day);
  const from = instantOf(day.date, plan.start ?? 0, zone) - (plan.start === null ? 0 : BEFORE);
  const to = instantOf(day.date, plan.end ?? DAY_MINUTES, zone);
  return at >= from && at < to;
}

/** The present, once a minute. */
function useMinute(): Instant {
  const { now } = useSync().clock;
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), MINUTE);
    return () => clearInterval(timer);
  }, [now]);
  return at;
}

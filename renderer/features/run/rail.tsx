// The agenda at the left: what is done and how it went, what is live, what is to come and when. To click is to look at an
// item; it never moves the clock.

import { Check, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { agendaLines } from '../../../shared/domain/find-item.ts';
import type { DayId } from '../../../shared/domain/ids.ts';
import type { Day } from '../../../shared/domain/meeting.ts';
import { formatClock } from '../../../shared/domain/plan-times.ts';
import { heldOn } from '../../../shared/domain/project-day.ts';
import { formatDate } from '../../../shared/domain/zones.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { rangeWord } from './pace-words.ts';
import styles from './rail.module.css';
import { RailRow } from './rail-row.tsx';
import { useRun } from './run-context.tsx';
import { useNames } from './use-names.ts';
import { useProjection } from './use-projection.ts';

export function Rail() {
  const { days, shown } = useRun();
  const [picked, setPicked] = useState<{ readonly day: DayId; readonly at: DayId | undefined } | null>(null);
  // A day that was picked stays until the item on screen changes day.
  const wanted = picked && picked.at === shown?.day.id ? picked.day : shown?.day.id;
  const day = days.find(({ id }) => id === wanted) ?? days[0];
  if (!day) return null;
  return (
    <nav aria-label="Agenda" className={styles.rail}>
      {days.length > 1 && <DayTabs day={day} onDay={(id) => setPicked({ day: id, at: shown?.day.id })} />}
      <DayLines day={day} />
      <RailFoot day={day} />
    </nav>
  );
}

function DayTabs(props: { readonly day: Day; readonly onDay: (day: DayId) => void }) {
  const { days, state } = useRun();
  const isDone = (day: Day) => {
    const lines = day.blocks.flatMap((block) => agendaLines(block));
    return lines.some(({ id }) => state.done.has(id)) && !lines.some(({ id }) => id === state.item);
  };
  const options = days.map((day) => ({
    id: day.id,
    label: formatDate(day.date, 'short').split(' ').slice(0, 2).join(' '),
    icon: isDone(day) ? <Check size={14} aria-label="Done" /> : undefined,
  }));
  return (
    <Segmented
      label="Day"
      options={options}
      value={props.day.id}
      onChange={props.onDay}
      className={styles.days}
    />
  );
}

function DayLines({ day }: { readonly day: Day }) {
  const names = useNames();
  const projection = useProjection(day);
  return (
    <div className={styles.lines}>
      {day.blocks.map((block, index) => {
        const moderators = names(block.moderators);
        const title = block.title || (day.blocks.length > 1 ? `Block ${index + 1}` : 'Agenda');
        return (
          <section key={block.id} aria-label={title}>
            <div className={styles.block}>
              <h2>{title}</h2>
              {moderators && <span title="Moderator">{moderators}</span>}
            </div>
            <ul>
              {agendaLines(block).map((item) => (
                <RailRow
                  key={item.id}
                  item={item}
                  day={day}
                  isSlot={!block.items.includes(item)}
                  projected={projection.items.get(item.id)}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function RailFoot({ day }: { readonly day: Day }) {
  const { live, shown, plans, zone, show, state } = useRun();
  const { end } = useProjection(day);
  const planned = plans.get(day.id)?.end ?? null;
  const about = end ? rangeWord(end, zone, heldOn(day, state, zone)) : null;
  const was = planned === null ? null : formatClock(planned);
  const isAway = live !== null && state.item !== null && shown?.item.id !== state.item;
  return (
    <div className={styles.foot}>
      {isAway && (
        <Button size="sm" icon={<Undo2 size={14} />} onPress={() => state.item && show(state.item)}>
          Back to live
        </Button>
      )}
      {(about ?? was) && (
        <p className={styles.ends}>
          <span>{about && about !== was ? 'Day ends about' : 'Day ends'}</span>
          <b>{about ?? was}</b>
          {about && was && about !== was && <s>{was}</s>}
        </p>
      )}
    </div>
  );
}

// One day: its head, then a table of blocks and items whose times are computed as you type. Knows how the parts fit
// together; each row edits its own item.

import { useCallback, useMemo, useRef, useState } from 'react';
import type { DayId, ItemId } from '../../../../shared/domain/ids.ts';
import type { Day } from '../../../../shared/domain/meeting.ts';
import { planDay } from '../../../../shared/domain/plan-times.ts';
import type { TimeZone } from '../../../../shared/domain/time.ts';
import { formatDate, zoneCity } from '../../../../shared/domain/zones.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { type DayWarning, dayWarnings, minutesTooLong, warningKey } from '../logic/day-warnings.ts';
import { ownMinutes } from '../logic/slot-words.ts';
import { usePlan, usePlanPeople } from '../plan-context.tsx';
import { BlockRows } from './block-rows.tsx';
import {
  type DayActs,
  DayActsContext,
  type ItemDialogKind,
  type Picked,
  PickedContext,
} from './day-acts.tsx';
import { DayHead } from './day-head.tsx';
import styles from './day-table.module.css';
import { ItemDialogs } from './item-dialogs.tsx';
import { handleRowKey } from './row-keys.ts';
import { useDragItems } from './use-drag-items.ts';
import { useItemMoves } from './use-item-moves.ts';

export type TimesShown = 'both' | 'meeting' | 'mine';

export function DayTable(props: {
  readonly dayId: DayId;
  readonly shown: TimesShown;
  readonly onDay: (day: DayId | null) => void;
}) {
  const { dayId, onDay } = props;
  const { readOnly, ownZone, read } = usePlan();
  const { byId } = usePlanPeople();
  const day = useMeeting((meeting) => meeting.days.find(({ id }) => id === dayId) ?? null);
  const zone = useMeeting((meeting) => meeting.meta.timeZone);
  const [dialog, setDialog] = useState<{ kind: ItemDialogKind; item: ItemId } | null>(null);
  const [fresh, setFresh] = useState<ItemId | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const table = useRef<HTMLTableElement>(null);
  const onDayIndex = useCallback((index: number) => onDay(read().days[index]?.id ?? null), [onDay, read]);
  const moves = useItemMoves(table, onDayIndex);
  const acts = useMemo<DayActs>(
    () => ({
      moves,
      openDialog: (kind, item) => setDialog({ kind, item }),
      startTitle: setFresh,
    }),
    [moves],
  );
  const [picked, pick] = useState<Picked | null>(null);
  const picking = useMemo(() => ({ picked, pick }), [picked]);
  const drag = useDragItems(day, moves);
  const plan = useMemo(() => day && planDay(day), [day]);
  const warnings = useMemo(() => (day && plan ? dayWarnings(day, plan, byId) : []), [day, plan, byId]);
  const leave = useCallback(
    (warning: DayWarning) => setLeft((keys) => new Set(keys).add(warningKey(warning))),
    [],
  );
  if (!day || !plan) return null;

  const hasOwn = zone !== null && differs(day, zone, ownZone);
  const shown = hasOwn ? props.shown : 'meeting';
  const open = warnings.filter((warning) => !left.has(warningKey(warning)));
  const isEmpty = day.blocks.every((block) => block.items.length === 0);
  const name = formatDate(day.date, 'weekday');
  return (
    <DayActsContext value={acts}>
      <section className={styles.day} aria-label={name}>
        <DayHead
          day={day}
          plan={plan}
          zone={zone}
          hasOwn={hasOwn}
          tooLong={minutesTooLong(open)}
          onDay={onDay}
        />
        <table
          ref={table}
          aria-label={`Agenda of ${name}`}
          className={styles.table}
          data-times={shown}
          onKeyDown={(event) => handleRowKey(event, readOnly ? null : moves.step)}
          {...(readOnly ? {} : drag.handlers)}
        >
          <thead>
            <TableHead zone={zone} own={ownZone} shown={shown} />
          </thead>
          <PickedContext value={picking}>
            {day.blocks.map((block, index) => (
              <BlockRows
                key={block.id}
                day={day}
                block={block}
                index={index}
                plan={plan}
                zone={zone}
                own={hasOwn ? ownZone : null}
                mine={shown === 'mine'}
                warnings={open}
                onLeave={leave}
                fresh={fresh}
                drag={drag.state}
              />
            ))}
          </PickedContext>
        </table>
        {isEmpty && (
          <Empty
            title="Nothing planned on this day yet"
            text={
              readOnly
                ? undefined
                : 'Type an item above, or add one. 10:30 45m Recovery rehearsals @ruya says it all at once.'
            }
          />
        )}
        <ItemDialogs open={dialog} onClose={() => setDialog(null)} />
      </section>
    </DayActsContext>
  );
}

function TableHead(props: {
  readonly zone: TimeZone | null;
  readonly own: TimeZone;
  readonly shown: TimesShown;
}) {
  const { zone, own, shown } = props;
  const meeting = zone === null ? 'No zone yet' : zoneCity(zone);
  const first = shown === 'mine' ? zoneCity(own) : meeting;
  return (
    <tr className={styles.head}>
      <Head className={styles.grip} hidden>
        Move
      </Head>
      <Head className={styles.time}>{first}</Head>
      <Head className={styles.own}>{shown === 'both' ? zoneCity(own) : ''}</Head>
      <Head className={styles.minutes}>Min</Head>
      <Head className={styles.topic}>Topic</Head>
      <Head className={styles.who}>Presenters</Head>
      <Head className={styles.menu} hidden>
        Actions
      </Head>
    </tr>
  );
}

function Head(props: {
  readonly className: string | undefined;
  readonly hidden?: boolean;
  readonly children: React.ReactNode;
}) {
  return (
    <th scope="col" className={props.className}>
      {props.hidden ? <span className="visually-hidden">{props.children}</span> : props.children}
    </th>
  );
}

/** Whether the reader's clocks show other times than the meeting's on that day. */
function differs(day: Day, zone: TimeZone, own: TimeZone): boolean {
  return (
    ownMinutes(day.date, 0, zone, own) !== 0 || ownMinutes(day.date, 24 * 60 - 1, zone, own) !== 24 * 60 - 1
  );
}

import {
  CalendarDays,
  ClipboardPaste,
  Coffee,
  Ellipsis,
  Layers,
  Play,
  Plus,
  Tag,
  Trash2,
  TriangleAlert,
} from 'lucide-react';
import { useContext, useState } from 'react';
import { addBlock } from '../../../../shared/doc/commands/blocks.ts';
import { editDay, removeDay } from '../../../../shared/doc/commands/days.ts';
import { addItem } from '../../../../shared/doc/commands/items.ts';
import { LOCAL } from '../../../../shared/doc/origins.ts';
import type { DayId } from '../../../../shared/domain/ids.ts';
import type { Day } from '../../../../shared/domain/meeting.ts';
import { type DayPlan, formatClock } from '../../../../shared/domain/plan-times.ts';
import type { CalendarDate, TimeZone } from '../../../../shared/domain/time.ts';
import { formatDate, instantOf, zoneLetters } from '../../../../shared/domain/zones.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { MenuButton } from '../../../ui/menu.tsx';
import { EditCell } from '../edit-cell.tsx';
import { beforeClose } from '../logic/before-close.ts';
import { ownMinutes } from '../logic/slot-words.ts';
import { usePasteAgenda } from '../paste/paste-host.tsx';
import { usePlan } from '../plan-context.tsx';
import { useStartDay } from '../start-day.tsx';
import { BREAK_MINUTES } from './block-row.tsx';
import { DateDialog } from './date-dialog.tsx';
import { DayActsContext } from './day-acts.tsx';
import styles from './day-table.module.css';

/** Date, times in both zones, what is too long, and what can be added. */
export function DayHead(props: {
  readonly day: Day;
  readonly plan: DayPlan;
  readonly zone: TimeZone | null;
  readonly hasOwn: boolean;
  readonly tooLong: number;
  readonly onDay: (day: DayId | null) => void;
}) {
  const { day, plan, zone, hasOwn, tooLong } = props;
  const { doc, newId, readOnly, ownZone } = usePlan();
  const { startTitle } = useContext(DayActsContext);
  const [dialog, setDialog] = useState<'date' | 'name' | null>(null);

  const add = (kind: 'topic' | 'break') => {
    doc.transact(() => {
      const last = day.blocks.at(-1);
      const block = last?.id ?? addBlock(doc, newId, day.id);
      const index = beforeClose(last?.items ?? []);
      if (!block) return;
      if (kind === 'topic') startTitle(addItem(doc, newId, block, {}, index));
      else addItem(doc, newId, block, { kind, duration: BREAK_MINUTES }, index);
    }, LOCAL);
  };
  return (
    <div className={styles.dayHead}>
      <h2>{formatDate(day.date, 'weekday')}</h2>
      {(day.title !== '' || dialog === 'name') && (
        <EditCell
          key={String(dialog === 'name')}
          cell="day"
          label="Name of the day"
          spoken={`Name of the day: ${day.title}`}
          value={day.title}
          onCommit={(title) => {
            editDay(doc, day.id, { title });
            return null;
          }}
          onClosed={() => setDialog(null)}
          placeholder="Name of the day"
          readOnly={readOnly}
          startEditing={dialog === 'name'}
          className={styles.dayTitle}
        >
          {day.title}
        </EditCell>
      )}
      <span className={styles.dayTimes}>{dayTimes(day.date, plan, zone, hasOwn ? ownZone : null)}</span>
      {tooLong > 0 && (
        <Chip tone="warn" icon={<TriangleAlert />}>
          {tooLong} min too long
        </Chip>
      )}
      {!readOnly && (
        <>
          <Button size="sm" icon={<Plus size={14} />} onPress={() => add('topic')}>
            Item
          </Button>
          <Button size="sm" icon={<Coffee size={14} />} onPress={() => add('break')}>
            Break
          </Button>
          <DayMenu day={day} onDay={props.onDay} onDialog={setDialog} />
        </>
      )}
      <DateDialog
        isOpen={dialog === 'date'}
        date={day.date}
        onClose={() => setDialog(null)}
        onDate={(date) => editDay(doc, day.id, { date })}
      />
    </div>
  );
}

function DayMenu(props: {
  readonly day: Day;
  readonly onDay: (day: DayId | null) => void;
  readonly onDialog: (dialog: 'date' | 'name') => void;
}) {
  const { day, onDialog } = props;
  const { doc, newId, undoable } = usePlan();
  const paste = usePasteAgenda();
  const start = useStartDay(day);
  const count = day.blocks.reduce((sum, block) => sum + block.items.length, 0);
  return (
    <MenuButton
      label={`Actions for ${formatDate(day.date, 'weekday')}`}
      icon={<Ellipsis />}
      size="sm"
      items={[
        ...(start ? [{ id: 'start', label: start.label, icon: <Play />, onAction: start.act }] : []),
        {
          id: 'paste',
          label: 'Paste an agenda…',
          icon: <ClipboardPaste />,
          onAction: () => paste(day.id, ''),
        },
        { id: 'block', label: 'Add block', icon: <Layers />, onAction: () => addBlock(doc, newId, day.id) },
        {
          id: 'date',
          label: 'Change date…',
          icon: <CalendarDays />,
          separated: true,
          onAction: () => onDialog('date'),
        },
        { id: 'name', label: 'Name the day', icon: <Tag />, onAction: () => onDialog('name') },
        {
          id: 'remove',
          label: count === 0 ? 'Remove day' : `Remove day and its ${count} items`,
          icon: <Trash2 />,
          danger: true,
          separated: true,
          onAction: () =>
            undoable(`${formatDate(day.date, 'weekday')} removed`, () => removeDay(doc, day.id)),
        },
      ]}
    />
  );
}

/** "09:00–14:30 MST · 17:00–22:30 your time". */
function dayTimes(date: CalendarDate, plan: DayPlan, zone: TimeZone | null, own: TimeZone | null): string {
  const { start, end } = plan;
  if (start === null || end === null) return 'No start time yet: type one before the first item';
  const letters = zone === null ? null : zoneLetters(zone, instantOf(date, start, zone));
  const here = `${formatClock(start)}–${formatClock(end)}${letters === null ? '' : ` ${letters}`}`;
  if (zone === null || own === null) return here;
  const mine = [start, end].map((minutes) => formatClock(ownMinutes(date, minutes, zone, own))).join('–');
  return `${here} · ${mine} your time`;
}

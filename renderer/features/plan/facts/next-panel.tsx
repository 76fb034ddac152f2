// How this meeting goes on: the next ones as announced, each planned with one press, and the way to those of the series
// that are on this computer.

import { CalendarPlus, Ellipsis, Pencil, Plus, Repeat, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { removeNextMeeting } from '../../../../shared/doc/commands/next-meetings.ts';
import type { NextMeeting } from '../../../../shared/domain/meeting.ts';
import { formatDateRange } from '../../../../shared/domain/zones.ts';
import { useMeeting, useOpenMeeting } from '../../../session/meeting-context.tsx';
import { useMeetings } from '../../../session/use-meetings.ts';
import { Button } from '../../../ui/button.tsx';
import { MenuButton } from '../../../ui/menu.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { usePlan } from '../plan-context.tsx';
import styles from './next-panel.module.css';
import { type NextEntry, neighboursOf, type SeriesMeeting } from './next-panel-entries.ts';
import { NextMeetingDialog } from './next-panel-form.tsx';
import { PlanNextDialog } from './next-panel-plan.tsx';

type Asked =
  | { readonly kind: 'edit'; readonly entry: NextMeeting | null }
  | { readonly kind: 'plan'; readonly entry: NextMeeting | null };

export function NextPanel() {
  const { readOnly } = usePlan();
  const { id } = useOpenMeeting();
  const meta = useMeeting((meeting) => meeting.meta);
  const announced = useMeeting((meeting) => meeting.next);
  const firstDay = useMeeting((meeting) => meeting.days[0]?.date ?? null);
  const lastDay = useMeeting((meeting) => meeting.days.at(-1)?.date ?? null);
  const meetings = useMeetings() ?? [];
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const { before, next } = neighboursOf({ ...meta, id, firstDay, lastDay }, announced, meetings);
  if (meta.template || (readOnly && next.length === 0 && !before)) return null;
  return (
    <Panel
      level={2}
      title="Next meetings"
      icon={<Repeat />}
      className={styles.panel}
      actions={
        !readOnly && (
          <>
            <Button
              size="sm"
              variant="quiet"
              icon={<Plus size={14} />}
              onPress={() => setAsked({ kind: 'edit', entry: null })}
            >
              Announce…
            </Button>
            {firstDay !== null && (
              <Button
                size="sm"
                variant="quiet"
                icon={<CalendarPlus size={14} />}
                onPress={() => setAsked({ kind: 'plan', entry: null })}
              >
                Plan the next one…
              </Button>
            )}
          </>
        )
      }
    >
      <ul className={styles.list}>
        {before && (
          <li className={styles.entry}>
            <span className={styles.quiet}>Before</span> <MeetingLink meeting={before} />
          </li>
        )}
        {next.map((entry) => (
          <Entry
            key={entry.announced?.id ?? entry.planned?.id}
            entry={entry}
            onEdit={() => setAsked({ kind: 'edit', entry: entry.announced })}
            onPlan={() => setAsked({ kind: 'plan', entry: entry.announced })}
          />
        ))}
        {!before && next.length === 0 && <li className={styles.quiet}>None announced</li>}
      </ul>
      {asked?.kind === 'edit' && <NextMeetingDialog entry={asked.entry} onClose={close} />}
      {asked?.kind === 'plan' && <PlanNextDialog entry={asked.entry} meetings={meetings} onClose={close} />}
    </Panel>
  );
}

function Entry(props: {
  readonly entry: NextEntry;
  readonly onEdit: () => void;
  readonly onPlan: () => void;
}) {
  const { doc, readOnly, undoable } = usePlan();
  const { announced, planned } = props.entry;
  if (!announced) {
    return <li className={styles.entry}>{planned && <MeetingLink meeting={planned} />}</li>;
  }
  const name = announced.title || announced.dates || 'Next meeting';
  const { title, mode, note } = announced;
  // Pages often call a meeting by how it is held.
  const isSaid = title.toLowerCase().includes(mode.toLowerCase());
  const words = [title, isSaid ? '' : mode, note].filter((word) => word !== '').join(', ');
  return (
    <li className={styles.entry}>
      <b>{announced.dates || 'No date yet'}</b>
      {words !== '' && <span className={styles.words}>{words}</span>}
      {planned ? (
        <Link
          href={pathOf(planned)}
          className={styles.link}
          aria-label={`Planned: ${planned.title || 'Untitled meeting'}`}
        >
          Planned
        </Link>
      ) : (
        !readOnly && (
          <Button size="sm" aria-label={`Plan it: ${name}`} onPress={props.onPlan}>
            Plan it…
          </Button>
        )
      )}
      {!readOnly && (
        <MenuButton
          label={`Actions for ${name}`}
          icon={<Ellipsis />}
          size="sm"
          items={[
            { id: 'edit', label: 'Edit…', icon: <Pencil />, onAction: props.onEdit },
            {
              id: 'remove',
              label: 'Remove',
              icon: <Trash2 />,
              danger: true,
              separated: true,
              onAction: () => undoable(`${name} removed`, () => removeNextMeeting(doc, announced.id)),
            },
          ]}
        />
      )}
    </li>
  );
}

function MeetingLink({ meeting }: { readonly meeting: SeriesMeeting }) {
  const { firstDay, lastDay, title } = meeting;
  return (
    <Link href={pathOf(meeting)} className={styles.link}>
      {firstDay && lastDay ? formatDateRange(firstDay, lastDay) : title || 'Untitled meeting'}
    </Link>
  );
}

function pathOf({ id }: SeriesMeeting): string {
  return `/m/${id}/plan`;
}

import { Copy, Ellipsis, LayoutTemplate, Trash } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useServices } from '../../session/services.tsx';
import { Chip } from '../../ui/chip.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { Meter } from '../../ui/meter.tsx';
import { contentsOf, dateMark, stateOf, whenOf } from './describe-meeting.ts';
import styles from './meeting-list.module.css';
import type { MeetingSummary } from './meeting-summary.ts';
import { useFocusBeside } from './use-focus-beside.ts';
import type { LibraryActs } from './use-library-acts.ts';

export interface MeetingListProps {
  readonly title: string;
  readonly meetings: readonly MeetingSummary[];
  readonly past: boolean;
  readonly acts: LibraryActs;
  readonly hrefOf: (meeting: MeetingSummary) => string;
  /** Beside the title: the zone of the times, or the way to all of them. */
  readonly aside?: ReactNode;
}

/** A titled list of meetings, one line of facts each. Nothing at all when there are none. */
export function MeetingList(props: MeetingListProps) {
  const id = useId();
  if (props.meetings.length === 0) return null;
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div className={styles.head}>
        <h2 id={id}>{props.title}</h2>
        {props.aside && <span className={styles.aside}>{props.aside}</span>}
      </div>
      <ul className={styles.list}>
        {props.meetings.map((meeting) => (
          <MeetingLine
            key={meeting.id}
            meeting={meeting}
            past={props.past}
            acts={props.acts}
            href={props.hrefOf(meeting)}
          />
        ))}
      </ul>
    </section>
  );
}

function MeetingLine(props: {
  readonly meeting: MeetingSummary;
  readonly past: boolean;
  readonly acts: LibraryActs;
  readonly href: string;
}) {
  const { meeting, past, acts } = props;
  const { ownZone } = useServices();
  const row = useFocusBeside<HTMLLIElement>();
  const mark = dateMark(meeting, ownZone);
  const state = stateOf(meeting, past);
  const title = meeting.title || 'Untitled meeting';
  const when = past && meeting.dayCount < 2 ? '' : `${whenOf(meeting, ownZone)} · `;
  return (
    <li ref={row} className={styles.row}>
      <div className={styles.date}>
        {mark && (
          <>
            <b>{mark.day}</b>
            <span>{mark.month}</span>
          </>
        )}
      </div>
      <div className={styles.text}>
        <a href={props.href} className={styles.title}>
          {title}
        </a>
        <div className={styles.second}>
          {when}
          {contentsOf(meeting, past)}
        </div>
      </div>
      <div className={styles.state}>
        {past && meeting.actionCount > 0 && (
          <>
            <Meter
              label="Actions done"
              value={meeting.actionsDone}
              max={meeting.actionCount}
              className={styles.meter}
            />
            <span className={styles.done} aria-hidden>
              {meeting.actionsDone}/{meeting.actionCount}
            </span>
          </>
        )}
        <Chip tone={state.tone}>{state.text}</Chip>
      </div>
      <span className={styles.menu}>
        <MenuButton
          label={`More for ${title}`}
          icon={<Ellipsis />}
          items={[
            {
              id: 'duplicate',
              label: 'Duplicate…',
              icon: <Copy />,
              onAction: () => acts.duplicate(meeting.id),
            },
            {
              id: 'template',
              label: 'Save as template',
              icon: <LayoutTemplate />,
              onAction: () => acts.saveAsTemplate(meeting.id),
            },
            {
              id: 'delete',
              label: 'Delete',
              icon: <Trash />,
              danger: true,
              separated: true,
              onAction: () => acts.remove(meeting.id, meeting.title),
            },
          ]}
        />
      </span>
    </li>
  );
}

import { ChevronLeft, Link2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { formatDateRange } from '../../shared/domain/zones.ts';
import type { LibraryActs } from '../features/library/use-library-acts.ts';
import { PeopleBar } from '../features/presence/people-bar.tsx';
import { StatusChip } from '../features/share/status-chip.tsx';
import { useMeeting } from '../session/meeting-context.tsx';
import { BarPlace } from '../ui/bar-slot.tsx';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import segmented from '../ui/segmented.module.css';
import type { BesideMeeting } from './beside.ts';
import { MeetingMenu } from './meeting-menu.tsx';
import { HOME, MEETING_VIEWS, type MeetingPlace, meetingPath, VIEW_NAMES } from './paths.ts';
import { SaveChip } from './save-chip.tsx';
import styles from './top-bar.module.css';

/** The bar over the four views of a meeting. */
export function TopBar(props: {
  readonly place: MeetingPlace;
  readonly acts: LibraryActs;
  readonly beside: BesideMeeting;
}) {
  const { place, acts } = props;
  const { beside, show, toggle } = props.beside;
  const title = useMeeting((meeting) => meeting.meta.title);
  const isTemplate = useMeeting((meeting) => meeting.meta.template);
  return (
    <header className={styles.bar}>
      <Link href={HOME} className={styles.back} aria-label="Home">
        <ChevronLeft />
      </Link>
      <span className={styles.logo} aria-hidden>
        Q
      </span>
      <span className={styles.title}>{title || 'Untitled meeting'}</span>
      {isTemplate ? <Chip tone="accent">Template</Chip> : <DatesChip />}
      {!isTemplate && (
        <nav aria-label="Views of the meeting" className={styles.views}>
          {MEETING_VIEWS.map((view) => (
            <Link
              key={view}
              href={meetingPath(place.id, view)}
              className={segmented.segment}
              {...(view === place.view && { 'aria-current': 'page' as const })}
            >
              {VIEW_NAMES[view]}
            </Link>
          ))}
        </nav>
      )}
      <span className={styles.grow} />
      <SaveChip view={place.view} />
      <StatusChip isOpen={beside?.kind === 'connection'} onPress={() => toggle({ kind: 'connection' })} />
      <PeopleBar />
      <Button
        aria-label="Share"
        icon={<Link2 />}
        className={styles.share}
        onPress={() => show({ kind: 'share' })}
      >
        <span className={styles.shareWord}>Share</span>
      </Button>
      {isTemplate && (
        <Button variant="primary" onPress={() => acts.newFrom({ kind: 'own', id: place.id })}>
          New meeting…
        </Button>
      )}
      <BarPlace className={styles.slot} />
      <MeetingMenu place={place} acts={acts} onShowKept={() => show({ kind: 'kept' })} />
    </header>
  );
}

function DatesChip(): ReactNode {
  const dates = useMeeting((meeting) => {
    const [first] = meeting.days;
    const last = meeting.days.at(-1);
    return first && last ? formatDateRange(first.date, last.date) : null;
  });
  if (!dates) return null;
  return <Chip className={styles.dates}>{dates}</Chip>;
}

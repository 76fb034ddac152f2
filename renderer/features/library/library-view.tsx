// Home (live, upcoming, past), all meetings, and the meetings of one series. What is done with a meeting comes from
// outside (`acts`), and so do the addresses: it does not know the routes.

import { ArrowDownToLine, Calendar, Link2, Plus } from 'lucide-react';
import type { CalendarDate, Instant } from '../../../shared/domain/time.ts';
import { formatDate, wallTime, zoneCity } from '../../../shared/domain/zones.ts';
import { useServices } from '../../session/services.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { arrangeMeetings, viewForDay } from './arrange-meetings.ts';
import { FirstMeeting } from './first-meeting.tsx';
import styles from './library-view.module.css';
import { LiveCard } from './live-card.tsx';
import { MeetingList } from './meeting-list.tsx';
import type { MeetingSummary } from './meeting-summary.ts';
import { useClock } from './use-clock.ts';
import type { LibraryActs } from './use-library-acts.ts';

const RECENT = 6;

export type LibraryPlace =
  | { readonly kind: 'home' }
  | { readonly kind: 'meetings' }
  | { readonly kind: 'series'; readonly name: string };

export interface LibraryViewProps {
  readonly meetings: readonly MeetingSummary[];
  readonly place: LibraryPlace;
  readonly acts: LibraryActs;
  readonly meetingHref: (meeting: MeetingSummary, view: 'plan' | 'run' | 'actions') => string;
  readonly allHref: string;
}

export function LibraryView(props: LibraryViewProps) {
  const { meetings, place, acts } = props;
  const { ownZone } = useServices();
  const now: Instant = useClock(60_000);
  const today = wallTime(now, ownZone).date;
  if (meetings.length === 0) return <FirstMeeting acts={acts} />;

  const shown = place.kind === 'series' ? meetings.filter(({ series }) => series === place.name) : meetings;
  const { live, upcoming, undated, past } = arrangeMeetings(shown, today);
  const hrefOf = (meeting: MeetingSummary) => props.meetingHref(meeting, viewForDay(meeting, today));
  const recent = place.kind === 'home' ? past.slice(0, RECENT) : past;
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <div className={styles.head}>
          <h1>{titleOf(place, today)}</h1>
          <Button icon={<Link2 />} onPress={acts.join}>
            Join with an invite
          </Button>
          <Button icon={<ArrowDownToLine />} onPress={acts.importFile}>
            Import
          </Button>
          <Button variant="primary" icon={<Plus />} onPress={acts.newMeeting}>
            New meeting
          </Button>
        </div>
        {live.map(
          (meeting) =>
            meeting.live && (
              <LiveCard key={meeting.id} meeting={meeting} live={meeting.live} href={hrefOf(meeting)} />
            ),
        )}
        {shown.length === 0 && (
          <Empty
            icon={<Calendar size={20} />}
            title="No meetings in this series"
            text="Give a meeting this series in its plan, and it is listed here."
          />
        )}
        <MeetingList
          title="Upcoming"
          meetings={upcoming}
          past={false}
          acts={acts}
          hrefOf={hrefOf}
          aside={`Times in ${zoneCity(ownZone)}, your zone`}
        />
        <MeetingList title="No date yet" meetings={undated} past={false} acts={acts} hrefOf={hrefOf} />
        <MeetingList
          title="Past"
          meetings={recent}
          past
          acts={acts}
          hrefOf={hrefOf}
          aside={recent.length < past.length && <a href={props.allHref}>All {past.length}</a>}
        />
      </div>
    </main>
  );
}

function titleOf(place: LibraryPlace, today: CalendarDate): string {
  switch (place.kind) {
    case 'home':
      return formatDate(today, 'weekday');
    case 'meetings':
      return 'Meetings';
    case 'series':
      return place.name;
  }
}

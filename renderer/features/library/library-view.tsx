// Home (live, upcoming, past), all meetings, and the meetings of one series. What is done with a meeting comes from
// outside (`acts`), and so do the addresses: it does not know the routes.

import { ArrowDownToLine, Calendar, CalendarPlus, Link2 } from 'lucide-react';
import type { CalendarDate, Instant } from '../../../shared/domain/time.ts';
import { formatDate, wallTime, zoneCity } from '../../../shared/domain/zones.ts';
import { useServices } from '../../session/services.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import {
  type ArrangedMeetings,
  arrangeMeetings,
  isTemplate,
  templatesOf,
  viewForDay,
} from './arrange-meetings.ts';
import { FirstMeeting } from './first-meeting.tsx';
import styles from './library-view.module.css';
import { LiveCard } from './live-card.tsx';
import { MeetingList } from './meeting-list.tsx';
import type { MeetingSummary } from './meeting-summary.ts';
import { NewMeetingButton } from './new-meeting-button.tsx';
import { TemplateLists } from './template-lists.tsx';
import { useClock } from './use-clock.ts';
import type { LibraryActs } from './use-library-acts.ts';

const RECENT = 6;

export type LibraryPlace =
  | { readonly kind: 'home' }
  | { readonly kind: 'meetings' }
  | { readonly kind: 'templates' }
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
  if (place.kind !== 'templates' && meetings.every(isTemplate)) return <FirstMeeting acts={acts} />;

  const shown =
    place.kind === 'series'
      ? meetings.filter((meeting) => meeting.series === place.name && !isTemplate(meeting))
      : meetings;
  const arranged = arrangeMeetings(shown, today);
  const hrefOf = (meeting: MeetingSummary) => props.meetingHref(meeting, viewForDay(meeting, today));
  const latest =
    place.kind === 'series' ? (arranged.upcoming.at(-1) ?? arranged.live[0] ?? arranged.past[0]) : null;
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <div className={styles.head}>
          <h1>{titleOf(place, today)}</h1>
          {latest ? (
            <Button icon={<CalendarPlus />} onPress={() => acts.duplicate(latest.id)}>
              Plan the next one…
            </Button>
          ) : (
            <>
              <Button icon={<Link2 />} onPress={acts.join}>
                Join with an invite
              </Button>
              <Button icon={<ArrowDownToLine />} onPress={acts.importFile}>
                Import
              </Button>
            </>
          )}
          <NewMeetingButton templates={templatesOf(meetings)} acts={acts} />
        </div>
        {place.kind === 'templates' ? (
          <TemplateLists templates={arranged.templates} acts={acts} hrefOf={hrefOf} />
        ) : (
          <MeetingLists {...props} arranged={arranged} isEmpty={shown.length === 0} hrefOf={hrefOf} />
        )}
      </div>
    </main>
  );
}

function MeetingLists(
  props: LibraryViewProps & {
    readonly arranged: ArrangedMeetings;
    readonly isEmpty: boolean;
    readonly hrefOf: (meeting: MeetingSummary) => string;
  },
) {
  const { place, acts, hrefOf } = props;
  const { ownZone } = useServices();
  const { live, upcoming, undated, past } = props.arranged;
  const recent = place.kind === 'home' ? past.slice(0, RECENT) : past;
  return (
    <>
      {live.map(
        (meeting) =>
          meeting.live && (
            <LiveCard key={meeting.id} meeting={meeting} live={meeting.live} href={hrefOf(meeting)} />
          ),
      )}
      {props.isEmpty && (
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
    </>
  );
}

function titleOf(place: LibraryPlace, today: CalendarDate): string {
  switch (place.kind) {
    case 'home':
      return formatDate(today, 'weekday');
    case 'meetings':
      return 'Meetings';
    case 'templates':
      return 'Templates';
    case 'series':
      return place.name;
  }
}

import { Calendar, House, LayoutTemplate, Search, Settings } from 'lucide-react';
import { Link } from 'wouter';
import type { MeetingSummary } from '../features/library/meeting-summary.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { SeriesMark } from '../ui/series-mark.tsx';
import { HOME, MEETINGS, SETTINGS, seriesPath, TEMPLATES } from './paths.ts';
import styles from './place-nav.module.css';

/** The places of the library, the series, and at the foot what is kept here and who one is. */
export function PlaceNav(props: {
  readonly meetings: readonly MeetingSummary[];
  readonly path: string;
  readonly name: string;
  readonly onSearch: () => void;
}) {
  const { path, name } = props;
  const meetings = props.meetings.filter(({ template }) => !template);
  const series = seriesOf(meetings);
  return (
    <nav aria-label="Places" className={styles.nav}>
      <div className={styles.brand}>
        <span className={styles.logo} aria-hidden>
          Q
        </span>
        <span>Quorum</span>
      </div>
      <Button className={styles.search} icon={<Search />} onPress={props.onSearch}>
        <span className={styles.searchText}>Search</span>
        <Kbd keys="Ctrl K" />
      </Button>
      <Place path={HOME} at={path} icon={<House />} name="Home" />
      <Place path={MEETINGS} at={path} icon={<Calendar />} name="Meetings" count={meetings.length} />
      <Place
        path={TEMPLATES}
        at={path}
        icon={<LayoutTemplate />}
        name="Templates"
        count={props.meetings.length - meetings.length}
      />
      {series.length > 0 && <h3 className={styles.heading}>Series</h3>}
      {series.map((entry) => (
        <Place
          key={entry.name}
          path={seriesPath(entry.name)}
          at={path}
          icon={<SeriesMark name={entry.name} className={styles.square} />}
          name={entry.name}
          live={entry.live}
        />
      ))}
      <div className={styles.foot}>
        {meetings.length > 0 && (
          <p className={styles.kept}>
            {meetings.length === 1 ? '1 meeting' : `${meetings.length} meetings`} on this computer
          </p>
        )}
        <Place
          path={SETTINGS}
          at={path}
          icon={name ? <Avatar name={name} size="sm" /> : <Settings />}
          name={name || 'Settings'}
          suffix={name && ', settings'}
        />
      </div>
    </nav>
  );
}

function Place(props: {
  readonly path: string;
  readonly at: string;
  readonly icon: React.ReactNode;
  readonly name: string;
  /** Read, not seen. */
  readonly suffix?: string | undefined;
  readonly count?: number | undefined;
  readonly live?: boolean | undefined;
}) {
  return (
    <Link
      href={props.path}
      className={styles.place}
      title={props.name}
      {...(props.path === props.at && { 'aria-current': 'page' as const })}
    >
      {props.icon}
      <span className={styles.name}>
        {props.name}
        {props.suffix && <span className="visually-hidden">{props.suffix}</span>}
      </span>
      {props.live && <span className={styles.live}>Live</span>}
      {Boolean(props.count) && <span className={styles.count}>{props.count}</span>}
    </Link>
  );
}

/** The series there are, by the date of their latest meeting. */
function seriesOf(meetings: readonly MeetingSummary[]): readonly { name: string; live: boolean }[] {
  const byName = new Map<string, { name: string; live: boolean; last: string }>();
  for (const { series: name, live, lastDay } of meetings) {
    if (!name) continue;
    const known = byName.get(name);
    const last = lastDay ?? '';
    byName.set(name, {
      name,
      live: live !== null || (known?.live ?? false),
      last: known && known.last > last ? known.last : last,
    });
  }
  return [...byName.values()].toSorted(
    (a, b) => b.last.localeCompare(a.last) || a.name.localeCompare(b.name),
  );
}

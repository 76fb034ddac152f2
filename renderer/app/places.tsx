// Which place the address asks for. Home and the lists are part of the first load; all else comes when it is asked for.

import type { ReactNode } from 'react';
import type { MeetingId } from '../../shared/domain/ids.ts';
import type { OpenedFile } from '../../shared/ipc/contract.ts';
import { type LibraryPlace, LibraryView } from '../features/library/library-view.tsx';
import type { LibraryActs } from '../features/library/use-library-acts.ts';
import type { PreferencesStore } from '../features/settings/preferences.ts';
import { useServices } from '../session/services.tsx';
import { useMeetings } from '../session/use-meetings.ts';
import { LazyView, lazyCode } from '../ui/lazy-view.tsx';
import styles from './app.module.css';
import type { BesideMeeting } from './beside.ts';
import { Busy } from './busy.tsx';
import { Failure } from './failure.tsx';
import {
  HOME,
  IMPORT,
  JOIN,
  MEETINGS,
  type MeetingPlace,
  meetingPath,
  readJoinPath,
  readSeriesPath,
  SETTINGS,
  TEMPLATES,
} from './paths.ts';
import { PlaceNav } from './place-nav.tsx';
import type { GivenInvite } from './use-given-invite.ts';
import { usePageTitle } from './use-page-title.ts';

const MEETING = lazyCode(async () => (await import('./meeting-frame.tsx')).MeetingFrame);
const IMPORTING = lazyCode(async () => (await import('../features/import/import-view.tsx')).ImportView);
const JOINING = lazyCode(async () => (await import('../features/join/join-view.tsx')).JoinView);
const SETTING = lazyCode(async () => (await import('../features/settings/settings-view.tsx')).SettingsView);

/** Fetches what a meeting needs before one is opened. */
export const preloadMeeting = MEETING.preload;

export interface PlacesProps {
  readonly path: string;
  readonly place: MeetingPlace | null;
  readonly preferences: PreferencesStore;
  /** What waits to be imported. */
  readonly source: OpenedFile | null;
  readonly acts: LibraryActs;
  readonly onImported: (id: MeetingId) => void;
  readonly invite: GivenInvite;
  readonly onJoined: (id: MeetingId) => void;
  readonly beside: BesideMeeting;
  readonly onSearch: () => void;
  /** A PDF was asked for; Publish makes it. */
  readonly pdfWished: boolean;
  readonly onPdfAnswered: () => void;
}

export function Places(props: PlacesProps) {
  const { path, place, acts, preferences, invite, beside, pdfWished, onPdfAnswered } = props;
  if (place) {
    return (
      <LazyView
        key={place.id}
        code={MEETING}
        props={{ place, acts, preferences, beside, pdfWished, onPdfAnswered }}
        waiting={<Busy />}
      />
    );
  }
  if (path === IMPORT) {
    return (
      <Single title="Import">
        <LazyView
          code={IMPORTING}
          props={{
            source: props.source,
            homeHref: `#${HOME}`,
            onChooseFile: acts.importFile,
            onImported: props.onImported,
          }}
          waiting={<Busy />}
        />
      </Single>
    );
  }
  if (path === JOIN || readJoinPath(path) !== null) {
    return (
      <Single title="Join a meeting">
        <LazyView
          key={invite.key}
          code={JOINING}
          props={{
            given: invite.text,
            homeHref: `#${HOME}`,
            onName: (name: string) => preferences.setState({ name }),
            onJoined: props.onJoined,
          }}
          waiting={<Busy />}
        />
      </Single>
    );
  }
  if (path === SETTINGS) {
    return (
      <Single title="Settings">
        <LazyView code={SETTING} props={{ preferences, homeHref: `#${HOME}` }} waiting={<Busy />} />
      </Single>
    );
  }
  return <LibraryPlaces {...props} />;
}

/** A place that fills the window. */
function Single(props: { readonly title: string; readonly children: ReactNode }) {
  usePageTitle(props.title);
  return <div className={styles.single}>{props.children}</div>;
}

const PLACE_TITLES = { home: 'Home', meetings: 'Meetings', templates: 'Templates' } as const;

/** `null` for an address that is none of the library's. */
function libraryPlace(path: string): LibraryPlace | null {
  const series = readSeriesPath(path);
  if (series !== null) return { kind: 'series', name: series };
  if (path === HOME) return { kind: 'home' };
  if (path === MEETINGS) return { kind: 'meetings' };
  return path === TEMPLATES ? { kind: 'templates' } : null;
}

function LibraryPlaces(props: PlacesProps) {
  const { path } = props;
  const { me } = useServices();
  const meetings = useMeetings();
  const place = libraryPlace(path);
  usePageTitle(place === null ? 'Quorum' : place.kind === 'series' ? place.name : PLACE_TITLES[place.kind]);
  return (
    <div className={styles.library}>
      <PlaceNav meetings={meetings ?? []} path={path} name={me.name} onSearch={props.onSearch} />
      {place ? (
        meetings ? (
          <LibraryView
            meetings={meetings}
            place={place}
            acts={props.acts}
            meetingHref={(meeting, view) => `#${meetingPath(meeting.id, view)}`}
            allHref={`#${MEETINGS}`}
          />
        ) : (
          <Busy text="Reading the library..." />
        )
      ) : (
        <Failure
          title="There is nothing at this address."
          text="The link may be incomplete, or from another version of Quorum."
        />
      )}
    </div>
  );
}

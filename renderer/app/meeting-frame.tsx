// Opens one meeting and keeps it open while the address stays in it; over its views stand the top bar and at most one
// strip. Does not know what the views show.

import { useEffect, useLayoutEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import type { ItemId } from '../../shared/domain/ids.ts';
import type { LibraryActs } from '../features/library/use-library-acts.ts';
import { FollowProvider } from '../features/presence/follow-provider.tsx';
import { MovedOnStrip } from '../features/presence/moved-on.tsx';
import type { PreferencesStore } from '../features/settings/preferences.ts';
import { SyncStrips } from '../features/share/sync-strips.tsx';
import {
  MeetingProvider,
  useAccess,
  useMeeting,
  useOpenMeeting,
  useSync,
} from '../session/meeting-context.tsx';
import { useServices } from '../session/services.tsx';
import { BarSlotProvider } from '../ui/bar-slot.tsx';
import { LazyView, lazyCode } from '../ui/lazy-view.tsx';
import styles from './app.module.css';
import type { BesideMeeting } from './beside.ts';
import { BesideView, preloadBeside } from './beside-view.tsx';
import { Busy } from './busy.tsx';
import { useAsCurrent } from './current-meeting.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { MeetingStrips } from './meeting-strips.tsx';
import { NotOpened } from './not-opened.tsx';
import { HOME, type MeetingPlace, meetingPath, VIEW_NAMES } from './paths.ts';
import { TopBar } from './top-bar.tsx';
import { useMeetingKeys } from './use-meeting-keys.ts';
import { useOpening } from './use-opening.ts';
import { usePageTitle } from './use-page-title.ts';
import { useRecord } from './use-record.ts';
import { viewOfDay } from './view-of-day.ts';

const VIEWS = {
  plan: lazyCode(async () => (await import('../features/plan/plan-view.tsx')).PlanView),
  run: lazyCode(async () => (await import('../features/run/run-view.tsx')).RunView),
  actions: lazyCode(async () => (await import('../features/actions/actions-view.tsx')).ActionsView),
  publish: lazyCode(async () => (await import('../features/publish/publish-view.tsx')).PublishView),
};

const WAITING = lazyCode(async () => (await import('../features/share/waiting-screen.tsx')).WaitingScreen);

// A meeting is opened to be planned or run: these two, and the editor with them, are fetched first while nothing is asked.
// Then the rest: a guest's page comes from a relay, which may be gone when it is wanted.
requestIdleCallback(() => {
  VIEWS.plan.preload();
  VIEWS.run.preload();
  preloadBeside();
  WAITING.preload();
  VIEWS.actions.preload();
  VIEWS.publish.preload();
});

export interface MeetingFrameProps {
  readonly place: MeetingPlace;
  readonly acts: LibraryActs;
  readonly preferences: PreferencesStore;
  readonly beside: BesideMeeting;
  /** A PDF was asked for; Publish makes it. */
  readonly pdfWished: boolean;
  readonly onPdfAnswered: () => void;
}

export function MeetingFrame(props: MeetingFrameProps) {
  const { place } = props;
  const { opening, reopen } = useOpening(place.id);
  // While the document is read, not after it.
  useEffect(() => VIEWS[place.view].preload(), [place.view]);
  if (opening.kind === 'busy') return <Busy />;
  if (opening.kind === 'failed') return <NotOpened error={opening.error} onReopen={reopen} />;
  return (
    <MeetingProvider open={opening.open}>
      <BarSlotProvider>
        <Entrance {...props} />
      </BarSlotProvider>
    </MeetingProvider>
  );
}

/** A meeting that was joined has nothing to show until the first copy has come; then it opens where its day asks for. */
function Entrance(props: MeetingFrameProps) {
  const { id, meeting, sync } = useOpenMeeting();
  const { now, ownZone } = useServices();
  const [, go] = useLocation();
  const isWaiting = useAccess().kind === 'waiting';
  const [hasWaited, setHasWaited] = useState(isWaiting);
  // Before anything is painted: the view that the address had would only be made to be thrown away (100 ms at 40 items).
  useLayoutEffect(() => {
    if (isWaiting) setHasWaited(true);
    else if (hasWaited) {
      setHasWaited(false);
      go(meetingPath(id, viewOfDay(meeting.getState(), now(), ownZone)), { replace: true });
    }
  }, [isWaiting, hasWaited, id, meeting, now, ownZone, go]);
  if (!isWaiting && !hasWaited) {
    return (
      <FollowProvider>
        <OpenFrame {...props} />
      </FollowProvider>
    );
  }
  return <Waiting title={sync.room.getState().room?.invite.title ?? ''} />;
}

function Waiting({ title }: { readonly title: string }) {
  usePageTitle(title || 'Waiting for the others');
  return <LazyView code={WAITING} props={{ homeHref: `#${HOME}` }} waiting={<Busy />} />;
}

function OpenFrame(props: MeetingFrameProps) {
  const { place, beside } = props;
  const relay = useStore(props.preferences, (chosen) => chosen.relay);
  const [, go] = useLocation();
  usePlaceTold(place);
  const isOutOfPlace = useMeeting((meeting) => meeting.meta.template) && place.view !== 'plan';
  // A template has nothing to run, to follow up or to publish.
  useLayoutEffect(() => {
    if (isOutOfPlace) go(meetingPath(place.id, 'plan'), { replace: true });
  }, [isOutOfPlace, place.id, go]);
  const title = useMeeting((meeting) => meeting.meta.title);
  usePageTitle(`${title || 'Untitled meeting'}, ${VIEW_NAMES[place.view]}`);
  useMeetingKeys();
  useAsCurrent();
  return (
    <div className={styles.meeting}>
      <TopBar place={place} acts={props.acts} beside={beside} />
      <MeetingStrips onShowKept={() => beside.show({ kind: 'kept' })}>
        <MovedOnStrip shown={place.view === 'run' ? place.item : null}>
          <SyncStrips
            onShowMerge={(id) => beside.show({ kind: 'merge', id })}
            onShowConnection={() => beside.show({ kind: 'connection' })}
          />
        </MovedOnStrip>
      </MeetingStrips>
      <div className={styles.view}>
        <ErrorBoundary resetKey={`${place.id}/${place.view}`}>
          {!isOutOfPlace && <View {...props} />}
        </ErrorBoundary>
      </div>
      <BesideView
        {...beside}
        relay={relay}
        onName={(name) => props.preferences.setState({ name })}
        itemHref={(item) => `#${meetingPath(place.id, 'run', item)}`}
        onCopied={(id) => go(meetingPath(id, 'plan'))}
      />
    </div>
  );
}

/** Tells the others where one is. Which row of the plan one is at, the plan tells; its address names a proposal. */
function usePlaceTold({ view, item: named }: MeetingPlace): void {
  const sync = useSync();
  const item = view === 'plan' ? null : named;
  useEffect(() => sync.setPlace({ view, item }), [sync, view, item]);
}

function View({ place, pdfWished, onPdfAnswered }: MeetingFrameProps) {
  const itemPath = (item: ItemId) => `#${meetingPath(place.id, 'run', item)}`;
  switch (place.view) {
    case 'plan':
      return (
        <LazyView code={VIEWS.plan} props={place.item ? { target: place.item } : {}} waiting={<Busy />} />
      );
    case 'run':
      return <LazyView code={VIEWS.run} props={place.item ? { item: place.item } : {}} waiting={<Busy />} />;
    case 'actions':
      return <Actions itemPath={itemPath} />;
    case 'publish':
      return <Publish itemPath={itemPath} pdfWished={pdfWished} onPdfAnswered={onPdfAnswered} />;
  }
}

interface RecordViewProps {
  readonly itemPath: (item: ItemId) => string;
}

function Actions(props: RecordViewProps) {
  const record = useRecord();
  return <LazyView code={VIEWS.actions} props={{ ...props, record }} waiting={<Busy />} />;
}

function Publish(props: RecordViewProps & Pick<MeetingFrameProps, 'pdfWished' | 'onPdfAnswered'>) {
  const record = useRecord();
  return <LazyView code={VIEWS.publish} props={{ ...props, record }} waiting={<Busy />} />;
}

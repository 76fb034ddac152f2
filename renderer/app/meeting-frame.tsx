// Opens one meeting and keeps it open while the address stays in it; over its views stand the top bar and at most one
// strip. Does not know what the views show.

import { lazy, Suspense } from 'react';
import type { ItemId } from '../../shared/domain/ids.ts';
import type { LibraryActs } from '../features/library/use-library-acts.ts';
import { MeetingProvider } from '../session/meeting-context.tsx';
import { BarSlotProvider } from '../ui/bar-slot.tsx';
import styles from './app.module.css';
import { Busy } from './busy.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Failure } from './failure.tsx';
import { MeetingStrips } from './meeting-strips.tsx';
import { type MeetingPlace, meetingPath } from './paths.ts';
import { TopBar } from './top-bar.tsx';
import { useMeetingKeys } from './use-meeting-keys.ts';
import { type Opening, useOpening } from './use-opening.ts';

const PlanView = lazy(async () => ({ default: (await import('../features/plan/plan-view.tsx')).PlanView }));
const RunView = lazy(async () => ({ default: (await import('../features/run/run-view.tsx')).RunView }));
const ActionsView = lazy(async () => ({
  default: (await import('../features/actions/actions-view.tsx')).ActionsView,
}));
const PublishView = lazy(async () => ({
  default: (await import('../features/publish/publish-view.tsx')).PublishView,
}));

export interface MeetingFrameProps {
  readonly place: MeetingPlace;
  readonly acts: LibraryActs;
  /** Counts the wishes for a PDF; Publish answers each new one. */
  readonly pdfWishes: number;
}

export function MeetingFrame(props: MeetingFrameProps) {
  const { place } = props;
  const { opening, retry } = useOpening(place.id);
  if (opening.kind === 'busy') return <Busy />;
  if (opening.kind === 'failed') return <NotOpened opening={opening} onRetry={retry} />;
  return (
    <MeetingProvider open={opening.open}>
      <BarSlotProvider>
        <OpenFrame {...props} />
      </BarSlotProvider>
    </MeetingProvider>
  );
}

function OpenFrame(props: MeetingFrameProps) {
  const { place } = props;
  useMeetingKeys();
  return (
    <div className={styles.meeting}>
      <TopBar place={place} acts={props.acts} />
      <MeetingStrips />
      <div className={styles.view}>
        <ErrorBoundary resetKey={`${place.id}/${place.view}`}>
          <Suspense fallback={<Busy />}>
            <View {...props} />
          </Suspense>
        </ErrorBoundary>
      </div>
    </div>
  );
}

function View({ place, pdfWishes }: MeetingFrameProps) {
  const itemPath = (item: ItemId) => `#${meetingPath(place.id, 'run', item)}`;
  switch (place.view) {
    case 'plan':
      return <PlanView />;
    case 'run':
      return <RunView {...(place.item && { item: place.item })} />;
    case 'actions':
      return <ActionsView itemPath={itemPath} />;
    case 'publish':
      return <PublishView itemPath={itemPath} pdfWishes={pdfWishes} />;
  }
}

function NotOpened(props: {
  readonly opening: Extract<Opening, { kind: 'failed' }>;
  readonly onRetry: () => void;
}) {
  const { title, text, detail } = props.opening;
  return <Failure title={title} text={text} detail={detail} onRetry={props.onRetry} />;
}

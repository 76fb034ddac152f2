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
import { MeetingStrips } from './meeting-strips.tsx';
import { NotOpened } from './not-opened.tsx';
import { type MeetingPlace, meetingPath } from './paths.ts';
import { TopBar } from './top-bar.tsx';
import { useMeetingKeys } from './use-meeting-keys.ts';
import { useOpening } from './use-opening.ts';
import { useRecord } from './use-record.ts';

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
  const { opening, reopen } = useOpening(place.id);
  if (opening.kind === 'busy') return <Busy />;
  if (opening.kind === 'failed') return <NotOpened error={opening.error} onReopen={reopen} />;
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
      return <Actions itemPath={itemPath} />;
    case 'publish':
      return <Publish itemPath={itemPath} pdfWishes={pdfWishes} />;
  }
}

interface RecordViewProps {
  readonly itemPath: (item: ItemId) => string;
}

function Actions(props: RecordViewProps) {
  return <ActionsView {...props} record={useRecord()} />;
}

function Publish(props: RecordViewProps & Pick<MeetingFrameProps, 'pdfWishes'>) {
  return <PublishView {...props} record={useRecord()} />;
}

// The Run view alone, on a meeting in real storage: `?run=before` for one that has not started, `?zone=none` for one
// without a zone. The clock is the page's, so a test sets it, as it does the other people (`window.others`).
import '@fontsource-variable/inter/wght.css';
import '../../../../../renderer/ui/tokens.css';
import '../../../../../renderer/ui/base.css';
import { LucideProvider } from 'lucide-react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { FollowProvider } from '../../../../../renderer/features/presence/follow-provider.tsx';
import { MovedOnStrip } from '../../../../../renderer/features/presence/moved-on.tsx';
import { PeopleBar } from '../../../../../renderer/features/presence/people-bar.tsx';
import { RunView } from '../../../../../renderer/features/run/run-view.tsx';
import { now } from '../../../../../renderer/platform/clock.ts';
import { createHost } from '../../../../../renderer/platform/create-host.ts';
import { newId } from '../../../../../renderer/platform/ids.ts';
import { MeetingProvider } from '../../../../../renderer/session/meeting-context.tsx';
import { openMeeting } from '../../../../../renderer/session/open-meeting.ts';
import { ServicesProvider } from '../../../../../renderer/session/services.tsx';
import { openLibrary } from '../../../../../renderer/storage/library.ts';
import { LiveRegion } from '../../../../../renderer/ui/live-region.tsx';
import { ToastProvider } from '../../../../../renderer/ui/toast.tsx';
import { writeRecord } from '../../../../../shared/doc/record.ts';
import type { ItemId } from '../../../../../shared/domain/ids.ts';
import type { TimeZone } from '../../../../../shared/domain/time.ts';
import { type OtherPeople, withOthers } from './other-people.ts';
import { springReview } from './spring-review.ts';

const asked = new URLSearchParams(location.search);
const library = await openLibrary({ newId, now });
const host = createHost();
const services = {
  library,
  host,
  newId,
  now,
  ownZone: 'Europe/Berlin' as TimeZone,
  me: { name: 'Mara Okafor', user: 'mara', device: 'mara-desk' },
};
const record = springReview({
  run: asked.get('run') === 'before' ? 'before' : 'running',
  ...(asked.get('zone') === 'none' && { zone: null }),
});
const id = await library.create((doc) => writeRecord(doc, record));
const opened = await openMeeting(services, id);
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const { open, others } = withOthers(opened.value);

declare global {
  interface Window {
    run: () => typeof record.run;
    others: OtherPeople;
  }
}
window.run = () => open.meeting.getState().run;
window.others = others;

function Page() {
  const [path] = useHashLocation();
  const item = /\/run\/(.+)$/.exec(path)?.[1];
  return (
    <div
      style={{
        display: 'grid',
        gridTemplate: 'var(--bar-h) auto minmax(0,1fr) / minmax(0,1fr)',
        height: '100dvh',
      }}
    >
      <header
        style={{
          display: 'flex',
          gap: 10,
          alignItems: 'center',
          justifyContent: 'flex-end',
          padding: '0 14px',
          borderBottom: '1px solid var(--border)',
          background: 'var(--surface)',
        }}
      >
        <PeopleBar />
      </header>
      <MovedOnStrip shown={item ? (item as ItemId) : null}>{null}</MovedOnStrip>
      <RunView {...(item && { item: item as ItemId })} />
    </div>
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <LucideProvider size={16} strokeWidth={1.75}>
        <ServicesProvider services={services}>
          <ToastProvider>
            <Router hook={useHashLocation}>
              <MeetingProvider open={open}>
                <FollowProvider>
                  <Page />
                </FollowProvider>
              </MeetingProvider>
            </Router>
          </ToastProvider>
          <LiveRegion />
        </ServicesProvider>
      </LucideProvider>
    </StrictMode>,
  );

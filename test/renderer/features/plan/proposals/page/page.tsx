// The Plan view alone, on a meeting in real storage that has a day, some items and proposals to make more of: `?many` for
// more proposals than are seen at a glance, `?empty` for none. `window.proposals()` is the state that the page reads.
import '@fontsource-variable/inter/wght.css';
import '../../../../../../renderer/ui/tokens.css';
import '../../../../../../renderer/ui/base.css';
import { LucideProvider } from 'lucide-react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { PlanView } from '../../../../../../renderer/features/plan/plan-view.tsx';
import { now } from '../../../../../../renderer/platform/clock.ts';
import { createHost } from '../../../../../../renderer/platform/create-host.ts';
import { newId } from '../../../../../../renderer/platform/ids.ts';
import { MeetingProvider } from '../../../../../../renderer/session/meeting-context.tsx';
import { openMeeting } from '../../../../../../renderer/session/open-meeting.ts';
import { ServicesProvider } from '../../../../../../renderer/session/services.tsx';
import { openLibrary } from '../../../../../../renderer/storage/library.ts';
import { LiveRegion } from '../../../../../../renderer/ui/live-region.tsx';
import { ToastProvider } from '../../../../../../renderer/ui/toast.tsx';
import type { Meeting } from '../../../../../../shared/domain/meeting.ts';
import type { TimeZone } from '../../../../../../shared/domain/time.ts';
import { writeHouseMeeting } from './house-meeting.ts';

const asked = new URLSearchParams(location.search);
const library = await openLibrary({ newId, now });
const services = {
  library,
  host: createHost(),
  newId,
  now,
  ownZone: 'Europe/Berlin' as TimeZone,
  me: { name: 'Mara Okafor', user: 'mara', device: 'mara-desk' },
};
const amount = asked.has('many') ? 'many' : asked.has('empty') ? 'none' : 'few';
const id = await library.create((doc) => writeHouseMeeting(doc, newId, amount));
const opened = await openMeeting(services, id);
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const open = opened.value;

declare global {
  interface Window {
    meeting: () => Meeting;
    undo: () => boolean;
  }
}
window.meeting = () => open.meeting.getState();
window.undo = () => open.undo.undo();

function Page() {
  const [path] = useHashLocation();
  const target = /\/plan\/(.+)$/.exec(path)?.[1];
  return (
    <div style={{ display: 'grid', gridTemplate: 'minmax(0,1fr) / minmax(0,1fr)', height: '100dvh' }}>
      <PlanView {...(target && { target })} />
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
                <Page />
              </MeetingProvider>
            </Router>
          </ToastProvider>
          <LiveRegion />
        </ServicesProvider>
      </LucideProvider>
    </StrictMode>,
  );

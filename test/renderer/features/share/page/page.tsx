// A meeting's bar, strips and panels over its Run view, with the others played by a test: `window.fake` sets what is
// known of them. `?shared` begins in a room, `?relay=` sets the relay of Settings, `?lan` has a desktop's own relay, `?unnamed` nobody
// said who sits here.
import '@fontsource-variable/inter/wght.css';
import '../../../../../renderer/ui/tokens.css';
import '../../../../../renderer/ui/base.css';
import { LucideProvider } from 'lucide-react';
import { useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import * as Y from 'yjs';
import appStyles from '../../../../../renderer/app/app.module.css';
import { useBeside } from '../../../../../renderer/app/beside.ts';
import { BesideView } from '../../../../../renderer/app/beside-view.tsx';
import { MeetingStrips } from '../../../../../renderer/app/meeting-strips.tsx';
import { readMeetingPath } from '../../../../../renderer/app/paths.ts';
import { TopBar } from '../../../../../renderer/app/top-bar.tsx';
import { useLibraryActs } from '../../../../../renderer/features/library/use-library-acts.ts';
import { FollowProvider } from '../../../../../renderer/features/presence/follow-provider.tsx';
import { RunView } from '../../../../../renderer/features/run/run-view.tsx';
import { SyncStrips } from '../../../../../renderer/features/share/sync-strips.tsx';
import { WaitingScreen } from '../../../../../renderer/features/share/waiting-screen.tsx';
import { now } from '../../../../../renderer/platform/clock.ts';
import { createHost } from '../../../../../renderer/platform/create-host.ts';
import type { Host } from '../../../../../renderer/platform/host.ts';
import { newId } from '../../../../../renderer/platform/ids.ts';
import { MeetingProvider } from '../../../../../renderer/session/meeting-context.tsx';
import { openMeeting } from '../../../../../renderer/session/open-meeting.ts';
import { ServicesProvider } from '../../../../../renderer/session/services.tsx';
import type {
  Merge,
  PersonHere,
  SyncDetails,
  SyncStatus,
} from '../../../../../renderer/session/sync-types.ts';
import { openLibrary } from '../../../../../renderer/storage/library.ts';
import { BarSlotProvider } from '../../../../../renderer/ui/bar-slot.tsx';
import { LiveRegion } from '../../../../../renderer/ui/live-region.tsx';
import { ToastProvider } from '../../../../../renderer/ui/toast.tsx';
import { writeRecord } from '../../../../../shared/doc/record.ts';
import type { ItemId } from '../../../../../shared/domain/ids.ts';
import type { Instant, TimeZone } from '../../../../../shared/domain/time.ts';
import { springReview } from '../../run/page/spring-review.ts';
import { ALONE, aMerge, fakeSync, person } from './fake-sync.ts';

const asked = new URLSearchParams(location.search);
const library = await openLibrary({ newId, now });
const browser = createHost();
const host: Host = asked.has('lan') ? { ...browser, lan: fakeLan() } : browser;
const services = {
  library,
  host,
  newId,
  now,
  ownZone: 'Europe/Berlin' as TimeZone,
  me: { user: 'me', device: 'here', name: asked.has('unnamed') ? '' : 'Ines Maur' },
};
const record = springReview({ run: 'running' });
const id = await library.create((doc) => writeRecord(doc, record));
const opened = await openMeeting(services, id);
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const sync = fakeSync(id, now);
if (asked.has('shared')) await sync.share(['wss://relay.example.org/signal']);
const open = { ...opened.value, sync };
const item = record.days[0]?.blocks[0]?.items[0]?.id as ItemId;

const fake = {
  asked: sync.asked,
  status: (next: Partial<SyncStatus>) => sync.status.setState({ ...ALONE, ...next }),
  people: (list: readonly (Partial<PersonHere> & { readonly name: string })[]) =>
    sync.people.setState({ people: list.map((one) => person(one.name, { lastSeen: now(), ...one })) }),
  merge: (more: Partial<Merge> = {}) =>
    sync.merges.setState(({ merges }) => ({ merges: [...merges, { ...aMerge(now(), item), ...more }] })),
  log: (...texts: string[]) =>
    sync.log.setState({ lines: texts.map((text, i) => ({ at: (now() + i) as Instant, text })) }),
  /** As another member may. */
  spoil: () => {
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(open.doc));
    other.getMap('meta').set('title', 42);
    Y.applyUpdate(open.doc, Y.encodeStateAsUpdate(other), 'a link');
  },
  details: (next: Partial<SyncDetails>) => sync.setDetails(next),
};
export type Fake = typeof fake;
Object.assign(window, { fake });
history.replaceState(null, '', `#/m/${id}/run`);

function fakeLan(): NonNullable<Host['lan']> {
  let running = false;
  const state = async () => ({
    running,
    addresses: running ? [{ page: 'http://192.0.2.14:4718/', relay: 'ws://192.0.2.14:4718/signal' }] : [],
  });
  const set = (next: boolean) => () => {
    running = next;
    return state();
  };
  return { state, start: set(true), stop: set(false) };
}

function Page({ onName }: { readonly onName: (name: string) => void }) {
  const [path, go] = useHashLocation();
  const place = readMeetingPath(path);
  const beside = useBeside(id);
  const deps = useMemo(
    () => ({
      onMade: () => go('/'),
      onAsk: () => {},
      onTemplates: () => go('/templates'),
      onImport: () => go('/import'),
      onJoin: () => go('/join'),
    }),
    [go],
  );
  const acts = useLibraryActs(deps);
  if (path === '/waiting') return <WaitingScreen homeHref="#/" />;
  if (!place) return <h1>Elsewhere</h1>;
  return (
    <div className={appStyles.meeting}>
      <TopBar place={place} acts={acts} beside={beside} />
      <MeetingStrips onShowKept={() => beside.show({ kind: 'kept' })}>
        <SyncStrips
          onShowMerge={(merge) => beside.show({ kind: 'merge', id: merge })}
          onShowConnection={() => beside.show({ kind: 'connection' })}
        />
      </MeetingStrips>
      <div className={appStyles.view}>
        <RunView {...(place.item && { item: place.item })} />
      </div>
      <BesideView
        {...beside}
        relay={asked.get('relay') ?? ''}
        onName={onName}
        itemHref={(to) => `#/m/${id}/run/${to}`}
        onCopied={(copy) => go(`/copied/${copy}`)}
      />
    </div>
  );
}

function Whole() {
  const [me, setMe] = useState(services.me);
  return (
    <LucideProvider size={16} strokeWidth={1.75}>
      <ServicesProvider services={{ ...services, me }}>
        <ToastProvider>
          <Router hook={useHashLocation}>
            <MeetingProvider open={open}>
              <BarSlotProvider>
                <FollowProvider>
                  <Page onName={(name) => setMe({ ...me, name })} />
                </FollowProvider>
              </BarSlotProvider>
            </MeetingProvider>
          </Router>
        </ToastProvider>
        <LiveRegion />
      </ServicesProvider>
    </LucideProvider>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Whole />);

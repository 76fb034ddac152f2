// The page: what surrounds every place (keys, palette, drop, messages) and which place the address asks for.

import { LucideProvider } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { useStore } from 'zustand';
import type { MeetingId } from '../../shared/domain/ids.ts';
import type { OpenedFile } from '../../shared/ipc/contract.ts';
import type { LibraryQuestion } from '../features/library/library-question.ts';
import { useLibraryActs } from '../features/library/use-library-acts.ts';
import type { PreferencesStore } from '../features/settings/preferences.ts';
import { type Services, ServicesProvider, useServices } from '../session/services.tsx';
import { LazyView, lazyCode } from '../ui/lazy-view.tsx';
import { LiveRegion } from '../ui/live-region.tsx';
import { ToastProvider } from '../ui/toast.tsx';
import { useBeside } from './beside.ts';
import { CurrentMeetingProvider } from './current-meeting.tsx';
import { DropImport } from './drop-import.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { HOME, IMPORT, JOIN, MEETINGS, meetingPath, readMeetingPath, TEMPLATES } from './paths.ts';
import { Places, preloadMeeting } from './places.tsx';
import { useCommands } from './use-commands.ts';
import { useGivenInvite } from './use-given-invite.ts';
import { useHostEvents } from './use-host-events.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useWhenIdle } from './use-when-idle.ts';

const PALETTE = lazyCode(async () => (await import('./command-palette.tsx')).CommandPalette);
const MAKE = lazyCode(async () => (await import('../features/library/make-dialog.tsx')).MakeDialog);
const SHORTCUTS = lazyCode(async () => (await import('./shortcuts-dialog.tsx')).ShortcutsDialog);

/** What the next press is likely to need. */
function preload(): void {
  PALETTE.preload();
  MAKE.preload();
  preloadMeeting();
}

export interface AppProps {
  /** The services as made at start; name and zone follow the preferences. */
  readonly services: Services;
  readonly preferences: PreferencesStore;
}

export function App({ services, preferences }: AppProps) {
  const { name, zone } = useStore(preferences);
  const current = useMemo(
    () => ({ ...services, me: { ...services.me, name }, ownZone: zone ?? services.ownZone }),
    [services, name, zone],
  );
  return (
    <LucideProvider size={16} strokeWidth={1.75}>
      <ServicesProvider services={current}>
        <ToastProvider>
          <Router hook={useHashLocation}>
            <CurrentMeetingProvider>
              <Page preferences={preferences} />
            </CurrentMeetingProvider>
          </Router>
        </ToastProvider>
        <LiveRegion />
      </ServicesProvider>
    </LucideProvider>
  );
}

function Page({ preferences }: { readonly preferences: PreferencesStore }) {
  const [path, go] = useHashLocation();
  const { host } = useServices();
  useWhenIdle(preload);
  const [over, setOver] = useState<'palette' | 'shortcuts' | null>(null);
  const [source, setSource] = useState<OpenedFile | null>(null);
  const [pdfWished, setPdfWished] = useState(false);

  const toImport = useCallback(
    (next: OpenedFile) => {
      setSource(next);
      go(IMPORT);
    },
    [go],
  );
  const toPlan = useCallback(
    (id: MeetingId) => {
      setSource(null);
      go(meetingPath(id, 'plan'));
    },
    [go],
  );
  const toJoin = useCallback(() => go(JOIN), [go]);
  const toTemplates = useCallback(() => go(TEMPLATES), [go]);
  const [question, setQuestion] = useState<LibraryQuestion | null>(null);
  const acts = useLibraryActs({
    onMade: toPlan,
    onAsk: setQuestion,
    onTemplates: toTemplates,
    onImport: toImport,
    onJoin: toJoin,
  });
  const { invite, give } = useGivenInvite(path, go);
  const place = readMeetingPath(path);
  const meetingId = place?.id;
  const beside = useBeside(meetingId);
  const { show, toggle } = beside;
  const share = useCallback(() => show({ kind: 'share' }), [show]);
  const showConnection = useCallback(() => toggle({ kind: 'connection' }), [toggle]);
  const savePdf = useCallback(() => {
    if (!meetingId) return;
    setPdfWished(true);
    go(meetingPath(meetingId, 'publish'));
  }, [go, meetingId]);
  const pdfAnswered = useCallback(() => setPdfWished(false), []);
  const showPalette = useCallback(() => setOver('palette'), []);
  const showShortcuts = useCallback(() => setOver('shortcuts'), []);
  const close = useCallback(() => setOver(null), []);
  const { newMeeting, importFile, openSample } = acts;
  const commands = useCommands({
    path,
    go,
    newMeeting,
    importFile,
    openSample,
    savePdf,
    share,
    showConnection,
    showPalette,
    showShortcuts,
  });
  useShortcuts(commands);
  useHostEvents(host, commands, toImport);

  return (
    <>
      <ErrorBoundary resetKey={path}>
        <Places
          path={path}
          place={place}
          preferences={preferences}
          source={source}
          acts={acts}
          onImported={toPlan}
          invite={invite}
          onJoined={toPlan}
          beside={beside}
          onSearch={showPalette}
          pdfWished={pdfWished}
          onPdfAnswered={pdfAnswered}
        />
      </ErrorBoundary>
      <DropImport
        onSource={toImport}
        onInvite={give}
        takesPaste={path === HOME || path === MEETINGS || path === IMPORT || path === JOIN}
      />
      {question && (
        <LazyView
          code={MAKE}
          props={{ question, onMade: toPlan, onClose: () => setQuestion(null) }}
          waiting={null}
        />
      )}
      {over === 'palette' && (
        <LazyView code={PALETTE} props={{ commands, onGo: go, onClose: close }} waiting={null} />
      )}
      {over === 'shortcuts' && (
        <LazyView code={SHORTCUTS} props={{ commands, onClose: close }} waiting={null} />
      )}
    </>
  );
}

// The only composition root of the page: makes the services once and hands them to the app.

import '@fontsource-variable/inter/wght.css';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { Failure } from './app/failure.tsx';
import { computerZone } from './features/settings/computer-zone.ts';
import { applyLook, loadPreferences } from './features/settings/preferences.ts';
import { now } from './platform/clock.ts';
import { createHost } from './platform/create-host.ts';
import { newId } from './platform/ids.ts';
import { loadIdentity } from './session/identity.ts';
import { openLibrary } from './storage/library.ts';
import { saveProblem } from './storage/save-problem.ts';

async function start(root: HTMLElement): Promise<void> {
  const host = createHost();
  const library = await openLibrary({ newId, now });
  const [preferences, identity] = await Promise.all([
    loadPreferences(library.settings, console.error),
    loadIdentity(library.settings, newId),
  ]);
  applyLook(document.documentElement, preferences.getState());
  preferences.subscribe((next) => applyLook(document.documentElement, next));
  const services = { library, host, newId, now, ownZone: computerZone(), me: { ...identity, name: '' } };
  createRoot(root).render(
    <StrictMode>
      <App services={services} preferences={preferences} />
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
start(root).catch((error: unknown) => {
  console.error(error);
  const { advice, detail } = saveProblem(error);
  createRoot(root).render(
    <Failure
      title="Quorum cannot open its storage."
      text={advice}
      detail={detail}
      hideHome
      onRetry={() => location.reload()}
    />,
  );
});

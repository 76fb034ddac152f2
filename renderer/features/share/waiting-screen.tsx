// Shown after joining until the first copy has come: what is happening, and what to do when nothing comes.

import { ChevronLeft, RotateCw } from 'lucide-react';
import { useStore } from 'zustand';
import { relayName } from '../../platform/relay-places.ts';
import { useSync, useSyncStatus } from '../../session/meeting-context.tsx';
import type { SyncStatus } from '../../session/sync-types.ts';
import { Button } from '../../ui/button.tsx';
import { Strip } from '../../ui/strip.tsx';
import { relayState } from './relay-words.ts';
import { HINTS } from './sync-words.ts';
import { useSyncDetails } from './use-sync-facts.ts';
import styles from './waiting-screen.module.css';

export function WaitingScreen({ homeHref }: { readonly homeHref: string }) {
  const sync = useSync();
  const status = useSyncStatus();
  const room = useStore(sync.room, ({ room }) => room);
  const details = useSyncDetails();
  const hint = status.hint && HINTS[status.hint];
  const { what, advice } = waitingWords(status, room?.offline ?? false);
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <a href={homeHref} className={styles.home}>
          <ChevronLeft /> Back
        </a>
        <h1>Waiting for the others</h1>
        {room?.invite.title && <p className={styles.title}>{room.invite.title}</p>}
        <p className={styles.what} role="status">
          {what}
        </p>
        <p className={styles.advice}>{advice}</p>
        {hint && (
          <Strip boxed tone="warn">
            <strong>{hint.title}</strong> {hint.text}
          </Strip>
        )}
        <dl className={styles.relays}>
          {(room?.invite.relays ?? []).map((url) => {
            const relay = details.relays.find((entry) => entry.url === url);
            return (
              <div key={url}>
                <dt>Meeting point {relayName(url)}</dt>
                <dd>{relay ? relayState(relay) : 'not connected'}</dd>
              </div>
            );
          })}
        </dl>
        <div className={styles.acts}>
          {room?.offline ? (
            <Button variant="primary" onPress={() => void sync.setOffline(false)}>
              Go online
            </Button>
          ) : (
            <Button variant="primary" icon={<RotateCw />} onPress={sync.tryNow}>
              Try now
            </Button>
          )}
        </div>
      </div>
    </main>
  );
}

function waitingWords(
  status: SyncStatus,
  byChoice: boolean,
): { readonly what: string; readonly advice: string } {
  if (byChoice)
    return { what: 'You work offline, so nothing can come.', advice: 'Go online to get the meeting.' };
  const stays = 'You can leave this page: the meeting comes when you open it again.';
  switch (status.state) {
    case 'connecting':
    case 'live':
      return { what: 'Somebody is there. The meeting is coming.', advice: 'This takes a moment.' };
    case 'degraded':
      return { what: 'Others are there, but this computer does not reach them.', advice: stays };
    case 'looking':
      return status.nobodyElse
        ? {
            what: 'Nobody who has this meeting is online.',
            advice: `Ask whoever sent you the invite to open the meeting; it comes by itself then. ${stays}`,
          }
        : { what: 'The meeting point answers. Looking for somebody who has the meeting.', advice: stays };
    default:
      return {
        what: 'No meeting point answers.',
        advice: `Check that this computer is online, and on the same network if the invite is for one. ${stays}`,
      };
  }
}

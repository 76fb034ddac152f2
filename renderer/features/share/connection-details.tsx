import { Copy } from 'lucide-react';
import { useState } from 'react';
import { copyText } from '../../platform/copy-text.ts';
import { relayName } from '../../platform/relay-places.ts';
import { useSync } from '../../session/meeting-context.tsx';
import { useServices } from '../../session/services.tsx';
import { Button } from '../../ui/button.tsx';
import { useToasts } from '../../ui/toast.tsx';
import styles from './connection-panel.module.css';
import { buildReport } from './connection-report.ts';
import { relayState } from './relay-words.ts';
import { useSyncDetails } from './use-sync-facts.ts';

/** What is counted, in words; others stand there by the names of the code. */
const COUNTERS: Readonly<Record<string, string>> = {
  framesSent: 'Changes and requests sent',
  framesReceived: 'Changes and requests received',
  framesSuppressed: 'Not sent, because others had it',
  bytesSent: 'Bytes sent',
  bytesReceived: 'Bytes received',
  beatsSent: 'Signs of life sent',
  resyncs: 'Asked again for what was missing',
};

/** Diagnostics for who looks for the fault: closed at first, and read only while open. */
export function ConnectionDetails() {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Details</summary>
      {isOpen && <OpenDetails />}
    </details>
  );
}

function OpenDetails() {
  const sync = useSync();
  const { now, host } = useServices();
  const { show } = useToasts();
  const details = useSyncDetails();
  const counters = Object.entries(details.counters);
  const copy = async () => {
    const report = buildReport({
      at: now(),
      host: host.kind,
      status: sync.status.getState(),
      people: sync.people.getState().people,
      uncertaintyMs: sync.clock.uncertaintyMs(),
      offsetMs: sync.clock.offsetMs(),
      details,
    });
    const copied = await copyText(report);
    show(
      copied
        ? { text: 'Report copied: no names and no text of the meeting in it', tone: 'ok' }
        : { text: 'This browser does not let pages copy', tone: 'warn' },
    );
  };
  return (
    <>
      {details.relays.length === 0 && counters.length === 0 && (
        <p className={styles.note}>Nothing connects now.</p>
      )}
      {details.relays.length > 0 && <h4>Meeting points</h4>}
      <dl className={styles.table}>
        {details.relays.map((relay) => (
          <div key={relay.url} style={{ display: 'contents' }}>
            <dt>{relayName(relay.url)}</dt>
            <dd>{relayState(relay)}</dd>
          </div>
        ))}
      </dl>
      {details.dropped.length > 0 && <h4>Not listened to</h4>}
      <ul>
        {details.dropped.map(({ device, name, reason }) => (
          <li key={device} className={styles.dropped}>
            <span>
              {name || 'Somebody'}: {reason}
            </span>
            <Button size="sm" onPress={() => sync.allow(device)}>
              Listen again
            </Button>
          </li>
        ))}
      </ul>
      {counters.length > 0 && <h4>Counters</h4>}
      <dl className={styles.table}>
        {counters.map(([name, count]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{COUNTERS[name] ?? name}</dt>
            <dd data-counter={name}>{count.toLocaleString()}</dd>
          </div>
        ))}
      </dl>
      {details.digest !== '' && (
        <>
          <h4>Digest, the same on computers that have the same</h4>
          <div className={styles.digest} data-digest={details.digest}>
            {details.digest}
          </div>
        </>
      )}
      <Button size="sm" icon={<Copy size={14} />} className={styles.report} onPress={() => void copy()}>
        Copy report
      </Button>
    </>
  );
}

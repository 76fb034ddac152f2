// The strips about others, at most one: offline, merged, a computer that was dropped, another version of the app. Each
// leaves after twelve seconds and stays in the panel's log; being offline stays in the chip.

import { Check, TriangleAlert, WifiOff } from 'lucide-react';
import { useSync } from '../../session/meeting-context.tsx';
import { clockAt } from '../../session/people/people-words.ts';
import { useServices } from '../../session/services.tsx';
import { Button } from '../../ui/button.tsx';
import { Strip } from '../../ui/strip.tsx';
import { type SyncStrip, stripWords } from './strip-words.ts';
import styles from './sync-strips.module.css';
import { useSyncStrip } from './use-sync-strip.ts';

export interface SyncStripsProps {
  readonly onShowMerge: (id: string) => void;
  readonly onShowConnection: () => void;
}

export function SyncStrips(props: SyncStripsProps) {
  const { strip, hold, close } = useSyncStrip();
  // The row of the grid stays, so that nothing under it is placed anew.
  if (!strip) return <div />;
  return (
    <section
      aria-label="Notice"
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <OneStrip strip={strip} close={close} {...props} />
    </section>
  );
}

const ICONS = { offline: WifiOff, merged: Check, dropped: TriangleAlert, version: TriangleAlert } as const;
const TONES = { offline: 'neutral', merged: 'ok', dropped: 'warn', version: 'warn' } as const;

function OneStrip(props: SyncStripsProps & { readonly strip: SyncStrip; readonly close: () => void }) {
  const { strip } = props;
  const { lead, text } = stripWords(strip);
  const Icon = ICONS[strip.kind];
  return (
    <Strip tone={TONES[strip.kind]} icon={<Icon />} actions={<Acts {...props} />}>
      {lead && <strong>{lead}</strong>} {text}
    </Strip>
  );
}

function Acts(props: SyncStripsProps & { readonly strip: SyncStrip; readonly close: () => void }) {
  const { strip, close } = props;
  const sync = useSync();
  const { ownZone } = useServices();
  const leaving = (act: () => void) => () => {
    close();
    act();
  };
  switch (strip.kind) {
    case 'offline':
      return (
        <>
          {strip.since !== null && (
            <span className={styles.since}>Since {clockAt(strip.since, ownZone)}</span>
          )}
          <Button size="sm" onPress={sync.tryNow}>
            Try now
          </Button>
        </>
      );
    case 'merged':
      return (
        <Button size="sm" onPress={leaving(() => props.onShowMerge(strip.merge.id))}>
          Show changes
        </Button>
      );
    case 'dropped':
      return (
        <Button size="sm" onPress={leaving(props.onShowConnection)}>
          Show details
        </Button>
      );
    case 'version':
      return null;
  }
}

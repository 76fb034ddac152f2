// The strips about others, at most one: offline, merged, a computer that was dropped, another version of the app. Each
// leaves after twelve seconds and stays in the panel's log; being offline stays in the chip.

import { Check, TriangleAlert, WifiOff } from 'lucide-react';
import { useSync } from '../../session/meeting-context.tsx';
import { clockAt } from '../../session/people/people-words.ts';
import { useServices } from '../../session/services.tsx';
import { Button } from '../../ui/button.tsx';
import { Strip } from '../../ui/strip.tsx';
import styles from './sync-strips.module.css';
import { changes, people } from './sync-words.ts';
import { type SyncStrip, useSyncStrip } from './use-sync-strip.ts';

export interface SyncStripsProps {
  readonly onShowMerge: (id: string) => void;
  readonly onShowConnection: () => void;
}

export function SyncStrips(props: SyncStripsProps) {
  const { strip, hold, close } = useSyncStrip();
  // The row of the grid stays, so that nothing under it is placed anew.
  if (!strip) return <div />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the strip while it is looked at; nothing to operate
    <div
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <OneStrip strip={strip} close={close} {...props} />
    </div>
  );
}

function OneStrip(props: SyncStripsProps & { readonly strip: SyncStrip; readonly close: () => void }) {
  const { strip, close } = props;
  const sync = useSync();
  const { ownZone } = useServices();
  switch (strip.kind) {
    case 'offline':
      return (
        <Strip
          icon={<WifiOff />}
          actions={
            <>
              {strip.since !== null && (
                <span className={styles.since}>Since {clockAt(strip.since, ownZone)}</span>
              )}
              <Button size="sm" onPress={sync.tryNow}>
                Try now
              </Button>
            </>
          }
        >
          <strong>You are offline.</strong> Keep writing: everything is saved here and merges when you are
          back.
        </Strip>
      );
    case 'merged': {
      const { merge } = strip;
      const from = merge.authors.length > 0 ? ` from ${people(merge.authors.length)}` : '';
      return (
        <Strip
          tone="ok"
          role="status"
          icon={<Check />}
          actions={
            <Button
              size="sm"
              onPress={() => {
                close();
                props.onShowMerge(merge.id);
              }}
            >
              Show changes
            </Button>
          }
        >
          <strong>Back online.</strong> {changes(merge.changes.length)}
          {from} merged, nothing was lost.
        </Strip>
      );
    }
    case 'dropped':
      return (
        <Strip
          tone="warn"
          role="status"
          icon={<TriangleAlert />}
          actions={
            <Button
              size="sm"
              onPress={() => {
                close();
                props.onShowConnection();
              }}
            >
              Show details
            </Button>
          }
        >
          <strong>{strip.name || 'Somebody'} was dropped:</strong> {strip.reason}. The meeting is whole;
          Quorum no longer listens to that computer.
        </Strip>
      );
    case 'version':
      return (
        <Strip tone="warn" role="status" icon={<TriangleAlert />}>
          {strip.version === 'older'
            ? `${strip.name}’s app is older and can only read this meeting.`
            : `${strip.name}’s app is newer. Update this one to write together.`}
        </Strip>
      );
  }
}

// The first time a meeting is shared: where the computers are to meet. Known by itself where the page's own server is a
// relay or Settings name one; else the ways to a meeting point are offered.

import { Globe, Network } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useSync } from '../../session/meeting-context.tsx';
import { useLan } from '../../session/use-lan.ts';
import { Button } from '../../ui/button.tsx';
import { Strip } from '../../ui/strip.tsx';
import styles from './share-dialog.module.css';
import type { MeetingPoint } from './use-meeting-point.ts';
import { Way } from './ways-part.tsx';

export function FirstShare(props: {
  readonly point: MeetingPoint;
  /** The relay set in Settings; '' when there is none. */
  readonly relay: string;
  readonly settingsHref: string;
}) {
  const { point, relay } = props;
  const sync = useSync();
  const [problem, setProblem] = useState('');
  const begun = useRef(false);
  const share = async (relays: readonly string[]) => {
    setProblem('');
    try {
      await sync.share(relays);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const own = point.ownState === 'answers' && point.own ? [point.own.relay] : [];
  const known = [...new Set([...own, ...(relay ? [relay] : [])])];
  const isAsking = point.ownState === 'asking';
  const isKnown = !isAsking && known.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as soon as it is known where to meet
  useEffect(() => {
    if (!isKnown || begun.current) return;
    begun.current = true;
    void share(known);
  }, [isKnown]);

  if (problem) {
    return (
      <Strip
        boxed
        tone="warn"
        actions={
          <Button size="sm" onPress={() => void share(known)}>
            Try again
          </Button>
        }
      >
        <strong>The invite could not be made.</strong> {problem}
      </Strip>
    );
  }
  if (isAsking || isKnown) {
    return (
      <p className={styles.making} role="status">
        Making an invite...
      </p>
    );
  }
  return <Choices {...props} onShare={share} />;
}

function Choices(props: {
  readonly point: MeetingPoint;
  readonly settingsHref: string;
  readonly onShare: (relays: readonly string[]) => Promise<void>;
}) {
  const { lan, start } = useLan();
  const [noNetwork, setNoNetwork] = useState(false);
  const busy = lan.kind === 'asking' || (lan.kind === 'known' && lan.busy);
  const problem = lan.kind === 'known' ? lan.problem : '';
  const host = async () => {
    const relays = await start();
    if (!relays) return;
    setNoNetwork(relays.length === 0);
    if (relays.length > 0) await props.onShare(relays);
  };
  return (
    <div className={styles.first}>
      <p className={styles.lead}>
        Others get a whole copy and write in it with you. For computers to find each other they need a place
        to meet; it passes on only what it cannot read.
      </p>
      <ul className={styles.ways}>
        {lan.kind === 'none' ? (
          <Way
            icon={<Network />}
            name="This network"
            text="The desktop app can be the meeting point of its network; a browser cannot"
          />
        ) : (
          <Way
            icon={<Network />}
            name="This network"
            text={
              problem ||
              (noNetwork
                ? 'This computer is on no network: connect it to one, then try again'
                : 'This computer is the meeting point; for people on the same network, no internet needed')
            }
            isWrong={problem !== '' || noNetwork}
          >
            <Button variant="primary" isDisabled={busy} onPress={() => void host()}>
              Share on this network
            </Button>
          </Way>
        )}
        <Way
          icon={<Globe />}
          name="A relay on the internet"
          text="Your team runs one, or you start it with npm run relay; set its address once"
        >
          <a href={props.settingsHref} className={styles.settings}>
            Set a relay...
          </a>
        </Way>
      </ul>
      {props.point.ownState === 'no-relay' && (
        <p className={styles.note}>The server of this page is no meeting point: it answers no signalling.</p>
      )}
    </div>
  );
}

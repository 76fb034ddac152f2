// How the computers of this meeting find each other, each way with its true state, in the order in which they are tried.

import { Globe, Network, Route } from 'lucide-react';
import type { ReactNode } from 'react';
import { isLoopback, relayName } from '../../platform/relay-places.ts';
import { usePeopleDetails, useSync } from '../../session/meeting-context.tsx';
import type { Room } from '../../session/sync-types.ts';
import { useLan } from '../../session/use-lan.ts';
import { Button } from '../../ui/button.tsx';
import { relayState } from './relay-words.ts';
import styles from './share-dialog.module.css';
import { people as peopleWords } from './sync-words.ts';
import { useSyncDetails } from './use-sync-facts.ts';

export function WaysPart({ room }: { readonly room: Room }) {
  const details = useSyncDetails();
  const relayed = usePeopleDetails().filter(
    ({ liveness, path }) => liveness === 'live' && path === 'relayed',
  ).length;
  return (
    <section aria-labelledby="share-ways">
      <h3 id="share-ways">How computers find each other</h3>
      <ul className={styles.ways}>
        {room.invite.relays.map((url) => {
          const relay = details.relays.find((entry) => entry.url === url);
          const state = room.offline
            ? 'not used while you work offline'
            : relay
              ? relayState(relay)
              : 'not connected';
          return (
            <Way
              key={url}
              icon={<Globe />}
              name={`Meeting point ${relayName(url)}`}
              text={isLoopback(url) ? `${state} · only reached from this computer` : state}
            />
          );
        })}
        <LanWay room={room} />
        <Way
          icon={<Route />}
          name="Strict networks (TURN)"
          text={
            relayed > 0
              ? `The meeting point lends a way around: used by ${peopleWords(relayed)}`
              : 'Used by itself where the meeting point offers it; nobody needs it now'
          }
        />
      </ul>
    </section>
  );
}

function LanWay({ room }: { readonly room: Room }) {
  const sync = useSync();
  const { lan, start, stop } = useLan();
  const name = 'This network, without internet';
  if (lan.kind === 'none') {
    return (
      <Way
        icon={<Network />}
        name={name}
        text="The desktop app can be the meeting point of its network; a browser cannot"
      />
    );
  }
  if (lan.kind === 'asking') return <Way icon={<Network />} name={name} text="..." />;
  const { state, busy, problem } = lan;
  const here = state.addresses.map(({ relay }) => relay);
  const missing = here.filter((relay) => !room.invite.relays.includes(relay));
  const host = async () => {
    const relays = await start();
    if (relays && relays.length > 0) await sync.share(relays);
  };
  const text = !state.running
    ? 'Let this computer be the meeting point of its network'
    : here.length === 0
      ? 'Runs here, but this computer is on no network'
      : `Runs here: ${here.map(relayName).join(', ')}${missing.length > 0 ? ', not in this invite yet' : ''}`;
  return (
    <Way icon={<Network />} name={name} text={problem || text} isWrong={problem !== ''}>
      {!state.running ? (
        <Button size="sm" isDisabled={busy} onPress={() => void host()}>
          Start
        </Button>
      ) : missing.length > 0 ? (
        <Button size="sm" onPress={() => void sync.share(missing)}>
          Add to invite
        </Button>
      ) : (
        <Button size="sm" isDisabled={busy} onPress={() => void stop()}>
          Stop
        </Button>
      )}
    </Way>
  );
}

/** One way: what it is, its state, perhaps an act. */
export function Way(props: {
  readonly icon: ReactNode;
  readonly name: string;
  readonly text: string;
  readonly isWrong?: boolean | undefined;
  readonly children?: ReactNode;
}) {
  return (
    <li className={styles.way}>
      {props.icon}
      <span>
        <span className={styles.wayName}>{props.name}</span>
        <span className={props.isWrong ? styles.wrong : styles.wayText}>{props.text}</span>
      </span>
      {props.children}
    </li>
  );
}

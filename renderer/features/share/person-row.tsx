import { type PeerMark, shownName } from '../../../shared/domain/peer-colour.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { useServices } from '../../session/services.tsx';
import type { PersonHere } from '../../session/sync-types.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './person-row.module.css';
import { personWords } from './sync-words.ts';

export type PersonRowProps = { readonly name: string } & (
  | {
      readonly person: PersonHere;
      readonly now: Instant;
      readonly mark: PeerMark;
      /** This computer hears nobody. */
      readonly isCutOff: boolean;
    }
  | { readonly words: string }
);

/** One person: who, how they are connected, how long a message takes to them and back. */
export function PersonRow(props: PersonRowProps) {
  const { ownZone } = useServices();
  const person = 'person' in props ? props.person : null;
  const isHere = person === null || person.liveness === 'live';
  return (
    <li className={cx(styles.row, !isHere && styles.doubtful)}>
      <Avatar name={props.name} {...('mark' in props && { mark: props.mark })} faded={!isHere} />
      <span className={styles.who}>
        <span className={styles.name}>{shownName(props.name)}</span>
        <span className={styles.how}>
          {'person' in props ? personWords(props.person, props.now, ownZone, props.isCutOff) : props.words}
        </span>
      </span>
      {person && isHere && person.rttMs !== null && (
        <span className={styles.rtt} title="There and back">
          {Math.max(1, Math.round(person.rttMs))} ms
        </span>
      )}
    </li>
  );
}

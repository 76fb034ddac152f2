import { type PeerMark, shownName } from '../../shared/domain/peer-colour.ts';
import { cx } from './cx.ts';
import styles from './peer-dots.module.css';

export interface PeerDot extends PeerMark {
  readonly user: string;
  readonly name: string;
}

/** More are counted. */
const SHOWN = 3;

/** A dot for each of a few people who are at a place; their names for those who point at it or do not see it. */
export function PeerDots({ people }: { readonly people: readonly PeerDot[] }) {
  if (people.length === 0) return null;
  const names = people.map(({ name }) => shownName(name)).join(', ');
  const rest = people.length - SHOWN;
  return (
    <>
      {' '}
      <span className={styles.dots} title={names}>
        {people.slice(0, SHOWN).map(({ user, colour, ringed }) => (
          <i key={user} className={cx(styles[`peer${colour}`], ringed && styles.ringed)} />
        ))}
        {rest > 0 && <span aria-hidden>+{rest}</span>}
        <span className="visually-hidden">(here: {names})</span>
      </span>
    </>
  );
}

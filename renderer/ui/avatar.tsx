import { Pencil, UserRound } from 'lucide-react';
import { initials, type PeerMark, peerColour, shownName } from '../../shared/domain/peer-colour.ts';
import styles from './avatar.module.css';
import { cx } from './cx.ts';

export interface AvatarProps {
  /** '' for who gave none. */
  readonly name: string;
  readonly size?: 'sm' | 'md' | 'lg' | undefined;
  readonly labelled?: boolean | undefined;
  /** Among people who are here together; alone, the name gives the colour. */
  readonly mark?: PeerMark | undefined;
  /** Not surely here: without the colour. */
  readonly faded?: boolean | undefined;
  /** A pen at the corner. */
  readonly writes?: boolean | undefined;
  readonly className?: string | undefined;
}

/** Initials on the person's colour, or the sign of a person. Decoration beside a written name; alone, `labelled` gives it the name. */
export function Avatar(props: AvatarProps) {
  const { name, size = 'md', mark } = props;
  return (
    <span
      {...(props.labelled ? { role: 'img', 'aria-label': shownName(name) } : { 'aria-hidden': true })}
      title={shownName(name)}
      className={cx(
        styles.avatar,
        props.faded ? styles.faded : styles[`peer${mark?.colour ?? peerColour(name)}`],
        mark?.ringed && !props.faded && styles.ringed,
        size !== 'md' && styles[size],
        props.className,
      )}
    >
      {name.trim() === '' ? <UserRound size="60%" /> : initials(name)}
      {props.writes && (
        <span className={styles.pen}>
          <Pencil size={8} strokeWidth={2.5} />
        </span>
      )}
    </span>
  );
}

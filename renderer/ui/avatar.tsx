import styles from './avatar.module.css';
import { cx } from './cx.ts';
import { initials, peerColour } from './peer-colour.ts';

/** Initials on the person's colour. Decoration beside a written name; alone, `labelled` gives it the name. */
export function Avatar(props: {
  readonly name: string;
  readonly size?: 'sm' | 'md' | 'lg' | undefined;
  readonly labelled?: boolean | undefined;
  readonly className?: string | undefined;
}) {
  const { name, size = 'md' } = props;
  return (
    <span
      {...(props.labelled ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true })}
      title={name}
      className={cx(
        styles.avatar,
        styles[`peer${peerColour(name)}`],
        size !== 'md' && styles[size],
        props.className,
      )}
    >
      {initials(name)}
    </span>
  );
}

import styles from './busy.module.css';

/** A place that is being fetched. Seen only after 400 ms: what comes at once does not flicker. */
export function Busy(props: { readonly text?: string | undefined }) {
  return (
    <div className={styles.busy} role="status">
      {props.text ?? 'Opening...'}
    </div>
  );
}

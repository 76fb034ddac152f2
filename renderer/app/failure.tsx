import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import styles from './failure.module.css';

/** A whole place that could not be shown: what happened, what is safe, what to do; the cause behind Details. */
export function Failure(props: {
  readonly title: string;
  readonly text: string;
  readonly detail?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly actions?: ReactNode;
  /** Leaves for Home; without it the way home is an ordinary link. */
  readonly hideHome?: boolean | undefined;
}) {
  const { detail } = props;
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <h1 className={styles.title}>{props.title}</h1>
        <p className={styles.text}>{props.text}</p>
        <div className={styles.actions}>
          {props.actions}
          {props.onRetry && (
            <Button variant="primary" onPress={props.onRetry}>
              Open again
            </Button>
          )}
          {!props.hideHome && (
            <Button
              onPress={() => {
                location.hash = '#/';
              }}
            >
              Go home
            </Button>
          )}
        </div>
        {detail && (
          <details className={styles.details}>
            <summary>Details</summary>
            <pre>{detail}</pre>
            <Button size="sm" onPress={() => void navigator.clipboard.writeText(detail)}>
              Copy report
            </Button>
          </details>
        )}
      </div>
    </main>
  );
}

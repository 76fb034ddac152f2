import { Button } from '../ui/button.tsx';
import { Failure } from './failure.tsx';
import type { Opening, OpeningMode } from './use-opening.ts';

/** A meeting that does not open: what is known of it, and what can be opened instead. */
export function NotOpened(props: {
  readonly error: Extract<Opening, { kind: 'failed' }>['error'];
  readonly onReopen: (mode: OpeningMode) => void;
}) {
  const { error, onReopen } = props;
  switch (error.code) {
    case 'not-found':
      return (
        <Failure
          title={error.message}
          text="The link may be from another computer, or the meeting was deleted here for good."
        />
      );
    case 'damaged':
      return (
        <Failure
          title={error.message}
          text={error.advice}
          detail={`${error.damage.unreadable.length} parts cannot be read`}
          actions={
            <>
              {error.damage.wholeUntil !== null && (
                <Button variant="primary" onPress={() => onReopen('whole-copy')}>
                  Open the whole copy
                </Button>
              )}
              <Button onPress={() => onReopen('recovered')}>Open all that can be read</Button>
            </>
          }
        />
      );
    case 'storage':
      return (
        <Failure
          title={error.message}
          text={error.problem.advice}
          detail={error.problem.detail}
          onRetry={() => onReopen('normal')}
        />
      );
  }
}

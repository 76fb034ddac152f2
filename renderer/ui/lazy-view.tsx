// Parts of the page whose code is fetched when they are first shown, or before. Not React.lazy: once a Suspense fallback
// is on screen, React holds back what replaces it for 300 ms, twice on the way into a meeting (measured: 600 of 925 ms).

import { type ComponentType, type ReactNode, useCallback, useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { Empty } from './empty.tsx';

export interface LazyCode<P> {
  /** The component, once its code is here. */
  readonly loaded: ComponentType<P> | null;
  /** Resolves when it is here. Rejects when it could not be fetched; the next call tries again. */
  fetch(): Promise<void>;
  /** Fetches ahead of time. A failure is met, and told, when the view is shown. */
  readonly preload: () => void;
}

export function lazyCode<P extends object>(load: () => Promise<ComponentType<P>>): LazyCode<P> {
  let loaded: ComponentType<P> | null = null;
  let loading: Promise<void> | null = null;
  function fetch(): Promise<void> {
    loading ??= load().then(
      (component) => {
        loaded = component;
      },
      (error: unknown) => {
        loading = null;
        throw error;
      },
    );
    return loading;
  }
  return {
    get loaded() {
      return loaded;
    },
    fetch,
    preload: () => {
      fetch().catch(() => undefined);
    },
  };
}

export interface LazyViewProps<P> {
  readonly code: LazyCode<P>;
  readonly props: P;
  /** Shown until the code is here. */
  readonly waiting: ReactNode;
}

/** Shows `code` with `props`. What could not be fetched is said, and fetched again on a press or when the network is back. */
export function LazyView<P extends object>({ code, props, waiting }: LazyViewProps<P>): ReactNode {
  const [round, setRound] = useState({ number: 0, failed: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further round fetches again
  useEffect(() => {
    if (code.loaded) return;
    let left = false;
    const done = (failed: boolean) => {
      if (!left) setRound(({ number }) => ({ number, failed }));
    };
    code.fetch().then(
      () => done(false),
      (error: unknown) => {
        console.warn('A part of the page could not be fetched', error);
        done(true);
      },
    );
    return () => {
      left = true;
    };
  }, [code, round.number]);
  const again = useCallback(() => setRound(({ number }) => ({ number: number + 1, failed: false })), []);
  const { failed } = round;
  useEffect(() => {
    if (!failed) return;
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [failed, again]);
  const Loaded = code.loaded;
  if (Loaded) return <Loaded {...props} />;
  return failed ? <NotFetched onAgain={again} /> : waiting;
}

function NotFetched({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <div role="alert">
      <Empty
        title="This part of Quorum could not be fetched."
        text="The computer that it comes from does not answer. What you wrote is saved here."
        action={<Button onPress={onAgain}>Try again</Button>}
      />
    </div>
  );
}

// Parts of the page whose code is fetched when they are first shown, or before. Not React.lazy: once a Suspense fallback
// is on screen, React holds back what replaces it for 300 ms, twice on the way into a meeting (measured: 600 of 925 ms).

import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

export interface LazyCode<P> {
  /** The component, once its code is here. */
  readonly loaded: ComponentType<P> | null;
  /** Resolves when it is here. A failed fetch is tried again by the next call. */
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

/** Shows `code` with `props`. A failed fetch goes to the error boundary. */
export function LazyView<P extends object>({ code, props, waiting }: LazyViewProps<P>): ReactNode {
  const [state, setState] = useState<{ readonly failed?: unknown }>({});
  useEffect(() => {
    if (code.loaded) return;
    let left = false;
    const show = (next: { readonly failed?: unknown }) => {
      if (!left) setState(next);
    };
    code.fetch().then(
      () => show({}),
      (failed: unknown) => show({ failed }),
    );
    return () => {
      left = true;
    };
  }, [code]);
  if ('failed' in state) throw state.failed;
  const Loaded = code.loaded;
  return Loaded ? <Loaded {...props} /> : waiting;
}

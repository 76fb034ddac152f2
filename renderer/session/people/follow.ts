// Going where somebody is, and staying with them: the state that the top bar, the list of people and the editors share.
// Who moves the view is features/presence.

import { createContext, use } from 'react';
import type { StoreApi } from 'zustand/vanilla';

export interface FollowState {
  /** Whose caret is to be brought into view. */
  readonly user: string | null;
  /** Stays with them, until this person types, scrolls or goes elsewhere. */
  readonly keeps: boolean;
}

export interface Follow {
  readonly state: StoreApi<FollowState>;
  /** Goes once where somebody is. */
  readonly go: (user: string) => void;
  readonly follow: (user: string) => void;
  readonly stop: () => void;
  /** Their caret is in view. */
  readonly shown: (user: string) => void;
}

export const FollowContext = createContext<Follow | null>(null);

export function useFollow(): Follow {
  const follow = use(FollowContext);
  if (!follow) throw new Error('useFollow outside of FollowProvider');
  return follow;
}

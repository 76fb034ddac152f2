// What an editor needs to know of other people's carets in its text, and what it tells of its own. Knows neither the
// network nor who is grouped how: the side that gives it does.

import type { Dispose } from '../../../shared/base/disposer.ts';
import type { PeerMark } from '../../../shared/domain/peer-colour.ts';

/** Both ends of a selection as encoded Yjs relative positions; equal for a caret. From outside: to be distrusted. */
export interface CaretEnds {
  readonly anchor: Uint8Array;
  readonly head: Uint8Array;
}

/** Somebody else's caret in this text. */
export interface PeerCaret extends CaretEnds, PeerMark {
  readonly user: string;
  readonly name: string;
}

export interface CaretSource {
  /** People who are live and whose caret is in this text: each once, oneself never. */
  readonly get: () => readonly PeerCaret[];
  /** Hears of changes of `get` and of `wanted`. */
  readonly subscribe: (listener: () => void) => Dispose;
  /** Whose caret is to be brought into view as soon as it is here, and each time it moves while it stays wanted. */
  readonly wanted: () => string | null;
  readonly onShown: (user: string) => void;
  /** Where one's own caret is; `null` once the text is left. Called only with news. */
  readonly onCaret: (ends: CaretEnds | null) => void;
  /** Something was typed just now; at most once a second. */
  readonly onTyping: () => void;
}

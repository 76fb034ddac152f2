// What lies over or beside a meeting's views: at most one of them, and gone when the meeting is left.

import { useCallback, useState } from 'react';
import type { MeetingId } from '../../shared/domain/ids.ts';

export type Beside =
  | { readonly kind: 'share' }
  | { readonly kind: 'connection' }
  | { readonly kind: 'merge'; readonly id: string }
  | { readonly kind: 'kept' };

export interface BesideMeeting {
  readonly beside: Beside | null;
  readonly show: (beside: Beside | null) => void;
  /** Shows what is not shown, and takes away what is. */
  readonly toggle: (beside: Beside) => void;
}

export function useBeside(meeting: MeetingId | undefined): BesideMeeting {
  const [of, setOf] = useState<{ readonly meeting: MeetingId | undefined; readonly beside: Beside } | null>(
    null,
  );
  const beside = of && of.meeting === meeting ? of.beside : null;
  const show = useCallback((next: Beside | null) => setOf(next && { meeting, beside: next }), [meeting]);
  const toggle = useCallback(
    (next: Beside) =>
      setOf((old) =>
        old && old.meeting === meeting && old.beside.kind === next.kind ? null : { meeting, beside: next },
      ),
    [meeting],
  );
  return { beside, show, toggle };
}

import { useEffect, useRef, useState } from 'react';
import type { MeetingId } from '../../shared/domain/ids.ts';
import { type OpenMeeting, openMeeting } from '../session/open-meeting.ts';
import { useServices } from '../session/services.tsx';

/** How a meeting is opened: as it is, or when it is damaged, what can be read of it or its whole copy. */
export type OpeningMode = 'normal' | 'recovered' | 'whole-copy';

type OpenProblem = Extract<Awaited<ReturnType<typeof openMeeting>>, { ok: false }>['error'];

export type Opening =
  | { readonly kind: 'busy' }
  | { readonly kind: 'open'; readonly open: OpenMeeting }
  | { readonly kind: 'failed'; readonly error: OpenProblem };

/** Opens the meeting and disposes it when the address leaves it. */
export function useOpening(id: MeetingId): {
  readonly opening: Opening;
  readonly reopen: (mode: OpeningMode) => void;
} {
  const { library, host, now, newId, me } = useServices();
  const who = useRef(me);
  const [opening, setOpening] = useState<Opening>({ kind: 'busy' });
  const [attempt, setAttempt] = useState<{ readonly mode: OpeningMode }>({ mode: 'normal' });
  useEffect(() => {
    who.current = me;
    if (opening.kind === 'open') opening.open.sync.setName(me.name);
  }, [me, opening]);
  useEffect(() => {
    let left = false;
    let opened: OpenMeeting | null = null;
    const close = (open: OpenMeeting) => {
      open.dispose().catch(console.error);
    };
    setOpening({ kind: 'busy' });
    openMeeting({ library, host, now, newId, me: who.current }, id, attempt.mode).then(
      (result) => {
        if (!result.ok) {
          if (!left) setOpening({ kind: 'failed', error: result.error });
        } else if (left) close(result.value);
        else {
          opened = result.value;
          setOpening({ kind: 'open', open: opened });
        }
      },
      (error: unknown) => {
        // A bug, not a damaged meeting: the error boundary shows it.
        if (!left) {
          setOpening(() => {
            throw error;
          });
        }
      },
    );
    return () => {
      left = true;
      if (opened) close(opened);
    };
  }, [library, host, now, newId, id, attempt]);
  return { opening, reopen: (mode) => setAttempt({ mode }) };
}

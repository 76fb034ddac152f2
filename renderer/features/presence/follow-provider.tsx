// Moves the view to where somebody is, once or as long as they are followed. Typing, scrolling and going elsewhere by hand
// end it. The focus stays where it is.

import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { findItem } from '../../../shared/domain/find-item.ts';
import { useOpenMeeting } from '../../session/meeting-context.tsx';
import type { OpenMeeting } from '../../session/open-meeting.ts';
import { type Follow, FollowContext, type FollowState } from '../../session/people/follow.ts';
import { itemOf } from '../../session/people/people-words.ts';
import { isPresent } from '../../session/people/use-people.ts';
import type { PersonHere } from '../../session/sync-types.ts';

const NOBODY: FollowState = { user: null, keeps: false };
/** A caret that is not found by then is in no text that is on screen, milliseconds. */
const LOOK_FOR = 3000;

export function FollowProvider({ children }: { readonly children: ReactNode }) {
  const open = useOpenMeeting();
  const { people } = open.sync;
  const [location, navigate] = useLocation();
  const [state] = useState(() => createStore<FollowState>(() => NOBODY));
  const { user, keeps } = useStore(state);
  /** The address that this took the view to. */
  const taken = useRef(location);
  const at = useRef(location);
  at.current = location;

  const follow = useMemo<Follow>(() => {
    const begin = (whom: string, stays: boolean) => {
      const path = pathOf(open, find(people.getState().people, whom));
      if (path === null) return;
      taken.current = path;
      state.setState({ user: whom, keeps: stays });
      if (path !== at.current) navigate(path);
    };
    return {
      state,
      go: (whom) => begin(whom, false),
      follow: (whom) => begin(whom, true),
      stop: () => state.setState(NOBODY),
      shown: (whom) => {
        const now = state.getState();
        if (now.user === whom && !now.keeps) state.setState(NOBODY);
      },
    };
  }, [open, people, state, navigate]);

  const path = useStore(people, (now) => (user === null ? null : pathOf(open, find(now.people, user))));
  useEffect(() => {
    if (!keeps) return;
    if (path === null) follow.stop();
    else if (path !== taken.current) {
      taken.current = path;
      navigate(path);
    }
  }, [keeps, path, follow, navigate]);
  useEffect(() => {
    if (keeps && location !== taken.current) follow.stop();
  }, [keeps, location, follow]);
  useEffect(() => {
    if (user === null || keeps) return;
    const timer = setTimeout(follow.stop, LOOK_FOR);
    return () => clearTimeout(timer);
  }, [user, keeps, follow]);
  useEffect(() => (keeps ? onOwnHand(follow.stop) : undefined), [keeps, follow]);

  return <FollowContext value={follow}>{children}</FollowContext>;
}

function find(people: readonly PersonHere[], user: string): PersonHere | undefined {
  return people.find((person) => person.user === user && isPresent(person));
}

/** The address of where somebody is; `null` when that is not known here. */
function pathOf({ id, meeting }: OpenMeeting, person: PersonHere | undefined): string | null {
  if (!person || !VIEWS.includes(person.view)) return null;
  const item = person.view === 'run' ? itemOf(person) : null;
  const isKnown = item !== null && findItem(meeting.getState().days, item) !== null;
  return `/m/${id}/${person.view}${isKnown ? `/${item}` : ''}`;
}

const VIEWS: readonly string[] = ['plan', 'run', 'actions', 'publish'];
const SCROLL_KEYS: readonly string[] = ['PageUp', 'PageDown', 'ArrowUp', 'ArrowDown', 'Home', 'End'];

/** Calls `stop` when this person types or scrolls. */
function onOwnHand(stop: () => void): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (SCROLL_KEYS.includes(event.key)) stop();
  };
  window.addEventListener('beforeinput', stop, true);
  window.addEventListener('wheel', stop, { capture: true, passive: true });
  window.addEventListener('touchmove', stop, { capture: true, passive: true });
  window.addEventListener('keydown', onKey, true);
  return () => {
    window.removeEventListener('beforeinput', stop, true);
    window.removeEventListener('wheel', stop, true);
    window.removeEventListener('touchmove', stop, true);
    window.removeEventListener('keydown', onKey, true);
  };
}

// "Mara moved on to Recovery rehearsals": the group goes on and the view stays; this offers the way.

import { ArrowRight } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { itemTitle } from '../../../shared/domain/find-item.ts';
import type { ItemId } from '../../../shared/domain/ids.ts';
import { deriveRun } from '../../../shared/domain/run-state.ts';
import { useMeeting, useOpenMeeting } from '../../session/meeting-context.tsx';
import { useFollow } from '../../session/people/follow.ts';
import { firstName } from '../../session/people/people-words.ts';
import { isPresent } from '../../session/people/use-people.ts';
import { useServices } from '../../session/services.tsx';
import { Button } from '../../ui/button.tsx';
import { Strip } from '../../ui/strip.tsx';
import { useWhenNoKey } from '../../ui/use-when-no-key.ts';

const SHOWN_FOR = 12_000;
const TICK = 500;
/** After one's own press the view is there within this time, milliseconds. */
const OWN_MOVE_WITHIN = 250;

interface Move {
  /** '' for this person, in another window. */
  readonly by: string;
  readonly started: boolean;
  readonly to: ItemId;
}

/** Stands in for other strips (`children`) while there is something to follow. */
export function MovedOnStrip(props: {
  /** The item on screen in Run; `null` elsewhere, where nobody follows the clock. */
  readonly shown: ItemId | null;
  readonly children: ReactNode;
}) {
  const { move, hold, close } = useMove(props.shown);
  const due = useWhenNoKey(move);
  return (
    <div>
      {due && <MoveStrip move={due} onHold={hold} onClose={close} />}
      <div hidden={due !== null}>{props.children}</div>
    </div>
  );
}

function MoveStrip(props: {
  readonly move: Move;
  readonly onHold: (held: boolean) => void;
  readonly onClose: () => void;
}) {
  const { move, onHold, onClose } = props;
  const { id, sync } = useOpenMeeting();
  const [, navigate] = useLocation();
  const follow = useFollow();
  const title = useMeeting(({ days }) => itemTitle(days, move.to));
  if (title === null) return null;
  const goAlong = () => {
    onClose();
    const { people } = sync.people.getState();
    const mover = people.find((person) => isPresent(person) && move.by !== '' && person.name === move.by);
    if (mover) follow.follow(mover.user);
    else navigate(`/m/${id}/run/${move.to}`);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only holds the time still.
    <div
      onPointerEnter={() => onHold(true)}
      onPointerLeave={() => onHold(false)}
      onFocus={() => onHold(true)}
      onBlur={() => onHold(false)}
    >
      <Strip
        tone="accent"
        role="status"
        icon={<ArrowRight />}
        actions={
          <Button size="sm" onPress={goAlong}>
            Follow
          </Button>
        }
      >
        {moveWords(move, title)}
      </Strip>
    </div>
  );
}

function moveWords({ by, started }: Move, title: string): string {
  if (by) return `${firstName(by)} ${started ? 'started' : 'moved on to'} ${title}`;
  return `${started ? 'Started' : 'Moved on to'} ${title}`;
}

/** The last move of the clock that the view did not make along; gone after a while, or once it is there. */
function useMove(shown: ItemId | null) {
  const events = useMeeting((meeting) => meeting.run);
  const { me } = useServices();
  const item = useMemo(() => deriveRun(events).item, [events]);
  const [due, setDue] = useState<{ readonly move: Move; readonly left: number } | null>(null);
  const held = useRef(false);
  const before = useRef(item);
  const was = useRef(shown);
  const later = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const [left, at] = [before.current, was.current];
    before.current = item;
    was.current = shown;
    // A press that moves neither clock nor view calls nothing off.
    if (item !== left || shown !== at) clearTimeout(later.current);
    if (item === shown || item === null || shown === null) setDue(null);
    // Who looked at something else did not go along with the clock before.
    else if (item !== left && (at === left || left === null)) {
      const press = events.findLast(({ type }) => type === 'next' || type === 'start' || type === 'undo');
      const by = press && press.by !== me.name ? press.by : '';
      const move = { by, started: press?.type === 'start', to: item };
      later.current = setTimeout(() => setDue({ move, left: SHOWN_FOR }), OWN_MOVE_WITHIN);
    }
  }, [item, shown, events, me.name]);

  useEffect(() => () => clearTimeout(later.current), []);
  const waiting = due !== null;
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => {
      if (!held.current) setDue((now) => (now && now.left > TICK ? { ...now, left: now.left - TICK } : null));
    }, TICK);
    return () => clearInterval(timer);
  }, [waiting]);

  return {
    move: due?.move ?? null,
    hold: (isHeld: boolean) => {
      held.current = isHeld;
    },
    close: () => {
      held.current = false;
      setDue(null);
    },
  };
}

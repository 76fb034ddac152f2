// Joins the editor of a text with the presence of the meeting: other people's carets in, one's own out.

import { useMemo } from 'react';
import type { ItemId } from '../../../shared/domain/ids.ts';
import type { CaretSource, PeerCaret } from '../../editor/carets/caret-source.ts';
import { useSync } from '../../session/meeting-context.tsx';
import { useFollow } from '../../session/people/follow.ts';
import { markOf } from '../../session/people/use-people.ts';
import type { Caret, MeetingSync, PersonHere } from '../../session/sync-types.ts';

/** Which text told the caret last: one that is left late takes away only its own. */
const tellers = new WeakMap<MeetingSync, CaretSource>();

export function useCaretSource(item: ItemId, field: Caret['field']): CaretSource {
  const sync = useSync();
  const follow = useFollow();
  return useMemo(() => {
    const here = (people: readonly PersonHere[]): readonly PeerCaret[] =>
      people.flatMap(({ user, name, liveness, caret }) =>
        liveness === 'live' && caret?.item === item && caret.field === field
          ? [{ user, name, anchor: caret.anchor, head: caret.head, ...markOf(people, user) }]
          : [],
      );
    const source: CaretSource = {
      get: () => here(sync.people.getState().people),
      subscribe: (listener) => {
        const offs = [
          sync.people.subscribe(({ people }, was) => {
            const [next, before] = [here(people), here(was.people)];
            if (
              next.length !== before.length ||
              next.some((caret, index) => !sameCaret(caret, before[index]))
            )
              listener();
          }),
          follow.state.subscribe(listener),
        ];
        return () => {
          for (const off of offs) off();
        };
      },
      wanted: () => follow.state.getState().user,
      onShown: follow.shown,
      onCaret: (ends) => {
        if (ends === null && tellers.get(sync) !== source) return;
        tellers.set(sync, source);
        sync.setCaret(ends && { item, field, ...ends });
      },
      onTyping: sync.noteTyping,
    };
    return source;
  }, [sync, follow, item, field]);
}

function sameCaret(one: PeerCaret, other: PeerCaret | undefined): boolean {
  return (
    other !== undefined && (Object.keys(one) as (keyof PeerCaret)[]).every((key) => one[key] === other[key])
  );
}

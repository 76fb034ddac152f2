// Other people in a meeting, as a test says: stands for the connection, so that the screens can be looked at alone.
import * as Y from 'yjs';
import { createStore } from 'zustand/vanilla';
import { now } from '../../../../../renderer/platform/clock.ts';
import { newId } from '../../../../../renderer/platform/ids.ts';
import type { OpenMeeting } from '../../../../../renderer/session/open-meeting.ts';
import type {
  Caret,
  MeetingSync,
  PersonHere,
  SyncStatus,
} from '../../../../../renderer/session/sync-types.ts';
import { appendRunEvent } from '../../../../../shared/doc/commands/run.ts';
import { itemText } from '../../../../../shared/doc/texts.ts';
import type { EventId, ItemId } from '../../../../../shared/domain/ids.ts';
import type { Instant } from '../../../../../shared/domain/time.ts';

export interface Other {
  readonly user: string;
  readonly name: string;
  readonly item?: string;
  readonly view?: string;
  /** The caret stands behind these words of the item's minutes. */
  readonly behind?: string;
  /** These words are selected. */
  readonly selects?: string;
  readonly typing?: boolean;
  readonly liveness?: PersonHere['liveness'];
  /** Seconds ago. */
  readonly seen?: number;
}

export interface OtherPeople {
  readonly set: (others: readonly Other[]) => void;
  readonly status: (status: Partial<SyncStatus>) => void;
  /** Somebody moves the clock on. */
  readonly next: (by: string, from: string, to: string) => void;
  /** What this window told the others. */
  readonly told: { place: string[]; carets: number; typing: number };
}

export function withOthers(open: OpenMeeting): { readonly open: OpenMeeting; readonly others: OtherPeople } {
  const people = createStore<{ readonly people: readonly PersonHere[] }>(() => ({ people: [] }));
  const status = createStore<SyncStatus>(() => open.sync.status.getState());
  const told = { place: [] as string[], carets: 0, typing: 0 };
  const sync: MeetingSync = {
    ...open.sync,
    people,
    status,
    setPlace: ({ view, item }) => told.place.push(`${view} ${item ?? ''}`.trim()),
    setCaret: () => {
      told.carets += 1;
    },
    noteTyping: () => {
      told.typing += 1;
    },
  };
  const set = (list: readonly Other[]) =>
    people.setState({ people: list.map((other) => describe(open.doc, other)) });
  return {
    open: { ...open, sync },
    others: {
      set,
      told,
      status: (next) => status.setState(next),
      next: (by, from, to) =>
        appendRunEvent(open.doc, {
          id: newId() as EventId,
          at: now(),
          by,
          type: 'next',
          from: from as ItemId,
          to: to as ItemId,
        }),
    },
  };
}

function describe(doc: Y.Doc, other: Other): PersonHere {
  const { liveness = 'live', seen = 0 } = other;
  const item = (other.item ?? null) as ItemId | null;
  return {
    user: other.user,
    name: other.name,
    liveness,
    lastSeen: (now() - seen * 1000) as Instant,
    view: other.view ?? 'run',
    item,
    caret: item === null || liveness !== 'live' ? null : caretOf(doc, item, other),
    typing: other.typing ?? false,
    path: 'direct',
    rttMs: 12,
    upToDate: true,
    version: 'same',
  };
}

function caretOf(doc: Y.Doc, item: ItemId, { behind, selects }: Other): Caret | null {
  const words = behind ?? selects;
  const text = itemText(doc, item, 'minutes');
  if (words === undefined || !text) return null;
  for (const part of text.createTreeWalker((node) => node instanceof Y.XmlText)) {
    const line = part as Y.XmlText;
    const start = line.toString().indexOf(words);
    if (start < 0) continue;
    const place = (index: number) =>
      Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(line, index, 0));
    const head = place(start + words.length);
    return { item, field: 'minutes', head, anchor: selects === undefined ? head : place(start) };
  }
  throw new Error(`Nobody wrote "${words}"`);
}

// Reads entities of the document one by one into rows: their own fields as plain data, references still unresolved.
// arrange.ts makes a Meeting of the rows. Texts are not looked at.

import type * as Y from 'yjs';
import type {
  AgendaItem,
  Attachment,
  AttendanceSpan,
  Block,
  Comment,
  Day,
  JoinWay,
  MeetingMeta,
  NextMeeting,
  Person,
  Proposal,
} from '../domain/meeting.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { CalendarDate, Instant } from '../domain/time.ts';
import { membersOf } from './entity.ts';
import * as read from './read-fields.ts';
import { readRun } from './read-run.ts';
import { isRemoved } from './removal.ts';
import { ENTITY_ROOTS, type Entity, type EntityRoot, entityOf, metaOf, rootOf, runOf } from './schema.ts';

/** One entity as it stands in the document. `value` is ready to be shown, but for references and what is inside. */
export interface Row<T = unknown> {
  readonly id: string;
  readonly removed: boolean;
  readonly order: string;
  readonly value: T;
}

export type DayRow = Row<Pick<Day, 'id' | 'title'> & { readonly date: CalendarDate | null }>;
export type BlockRow = Row<Block> & { readonly day: string };
export type ItemRow = Row<AgendaItem> & { readonly block: string; readonly parent: string };

export interface RowOf {
  readonly logistics: Row<JoinWay>;
  readonly people: Row<Person>;
  readonly days: DayRow;
  readonly blocks: BlockRow;
  readonly items: ItemRow;
  readonly proposals: Row<Proposal>;
  readonly comments: Row<Comment>;
  readonly attendance: Row<AttendanceSpan>;
  readonly attachments: Row<Attachment>;
  readonly next: Row<NextMeeting>;
}

export type Rows = { readonly [R in EntityRoot]: Map<string, RowOf[R]> } & {
  meta: MeetingMeta;
  run: readonly RunEvent[];
};

type Fields<R extends EntityRoot> = Omit<RowOf[R]['value'], 'id'>;
type Reader<R extends EntityRoot> = (get: (field: string) => unknown, entity: Entity) => Fields<R>;

const members = (entity: Entity, field: string) => membersOf(entity, field) as never[];

const READERS: { readonly [R in EntityRoot]: Reader<R> } = {
  logistics: (get) => ({
    kind: read.oneOf(get('kind'), ['other', 'link', 'room', 'phone', 'place', 'slides']),
    label: read.text(get('label')),
    value: read.text(get('value')),
    details: read.text(get('details')),
  }),
  people: (get, entity) => ({
    kind: read.oneOf(get('kind'), ['named', 'attendee', 'guest', 'absent']),
    name: read.text(get('name')),
    email: read.text(get('email')),
    organisation: read.text(get('organisation')),
    role: read.text(get('role')),
    remark: read.text(get('remark')),
    apology: read.textOrNull(get('apology')),
    timeZone: read.timeZone(get('timeZone')),
    guestOf: members(entity, 'guestOf'),
  }),
  days: (get) => ({ date: read.calendarDate(get('date')), title: read.text(get('title')) }),
  blocks: (get, entity) => ({
    title: read.text(get('title')),
    moderators: members(entity, 'moderators'),
    items: [],
  }),
  items: (get, entity) => ({
    kind: read.oneOf(get('kind'), ['topic', 'round', 'break', 'close']),
    title: read.text(get('title')),
    presenters: members(entity, 'presenters'),
    presenterNote: read.text(get('presenterNote')),
    start: read.timeOfDay(get('start')),
    duration: read.text(get('duration')),
    cancelled: read.textOrNull(get('cancelled')),
    tickets: members(entity, 'tickets'),
    slots: [],
  }),
  proposals: (get, entity) => ({
    title: read.text(get('title')),
    requestedBy: members(entity, 'requestedBy'),
    requestNote: read.text(get('requestNote')),
    presenters: members(entity, 'presenters'),
    estimate: read.text(get('estimate')),
    state: read.oneOf(get('state'), ['open', 'scheduled', 'merged', 'declined']),
    reason: read.text(get('reason')),
    item: read.textOrNull(get('item')) as Proposal['item'],
    mergedInto: read.textOrNull(get('mergedInto')) as Proposal['mergedInto'],
    splitFrom: read.textOrNull(get('splitFrom')) as Proposal['splitFrom'],
  }),
  comments: (get) => ({
    proposal: read.text(get('proposal')) as Comment['proposal'],
    by: read.text(get('by')),
    at: read.instant(get('at')) ?? (0 as Instant),
    text: read.text(get('text')),
  }),
  attendance: (get) => ({
    person: read.text(get('person')) as AttendanceSpan['person'],
    from: read.instant(get('from')) ?? (0 as Instant),
    to: read.instant(get('to')),
    note: read.text(get('note')),
  }),
  attachments: (get) => ({
    name: read.text(get('name')),
    label: read.text(get('label')),
    author: read.text(get('author')),
    date: read.calendarDate(get('date')),
    type: read.text(get('type')),
    size: read.whole(get('size')),
    sha256: read.contentHash(get('sha256')),
    item: read.textOrNull(get('item')) as Attachment['item'],
  }),
  next: (get) => ({
    title: read.text(get('title')),
    dates: read.text(get('dates')),
    mode: read.text(get('mode')),
    note: read.text(get('note')),
  }),
};

export function readRow<R extends EntityRoot>(doc: Y.Doc, root: R, id: string): RowOf[R] | null {
  const entity = entityOf(doc, root, id);
  if (!entity) return null;
  const get = (field: string) => entity.get(field);
  const row: Row = {
    id,
    removed: isRemoved(entity),
    order: typeof get('order') === 'string' ? read.text(get('order')) : '~',
    value: { id, ...READERS[root](get, entity) },
  };
  return { ...row, ...readPlace(root, get) } as unknown as RowOf[R];
}

/** What an entity says of its place. */
function readPlace(root: EntityRoot, get: (field: string) => unknown): object {
  if (root === 'blocks') return { day: read.text(get('day')) };
  if (root === 'items') return { block: read.text(get('block')), parent: read.text(get('parent')) };
  return {};
}

export function readMeta(doc: Y.Doc): MeetingMeta {
  const meta = metaOf(doc);
  return {
    title: read.text(meta.get('title')),
    series: read.text(meta.get('series')),
    timeZone: read.timeZone(meta.get('timeZone')),
    state: read.oneOf(meta.get('state'), ['draft', 'open', 'running', 'closed', 'published']),
    template: meta.get('template') === true,
    createdAt: read.instant(meta.get('createdAt')) ?? (0 as Instant),
  };
}

export function readRows(doc: Y.Doc): Rows {
  const rows = Object.fromEntries(ENTITY_ROOTS.map((root) => [root, readRoot(doc, root)]));
  return { ...rows, meta: readMeta(doc), run: readRun(runOf(doc)) } as Rows;
}

function readRoot<R extends EntityRoot>(doc: Y.Doc, root: R): Map<string, RowOf[R]> {
  const rows = new Map<string, RowOf[R]>();
  for (const id of rootOf(doc, root).keys()) {
    const row = readRow(doc, root, id);
    if (row) rows.set(id, row);
  }
  return rows;
}

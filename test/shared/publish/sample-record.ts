// A meeting with one of everything, in invented content, and a long one for pagination.

import { BLANK_PERSON } from '../../../shared/domain/blank-person.ts';
import type {
  ActionId,
  AttachmentId,
  BlockId,
  CommentId,
  DayId,
  DecisionId,
  EventId,
  ItemId,
  JoinWayId,
  NextMeetingId,
  PersonId,
  ProposalId,
} from '../../../shared/domain/ids.ts';
import type { Day, MeetingRecord, Person, RecordItem } from '../../../shared/domain/meeting.ts';
import type {
  ActionItemNode,
  DecisionNode,
  ListItem,
  RichBlock,
  RichDoc,
  RichInline,
  RichMark,
} from '../../../shared/domain/rich-text.ts';
import { EMPTY_RICH_DOC } from '../../../shared/domain/rich-text.ts';
import type { CalendarDate, Instant, TimeOfDay, TimeZone } from '../../../shared/domain/time.ts';

export const text = (words: string, ...marks: RichMark[]): RichInline =>
  marks.length === 0 ? { type: 'text', text: words } : { type: 'text', text: words, marks };
export const link = (href: string): RichMark => ({ type: 'link', attrs: { href } });
export const para = (...content: (RichInline | string)[]): RichBlock => ({
  type: 'paragraph',
  content: content.map((part) => (typeof part === 'string' ? text(part) : part)),
});
export const point = (words: string, ...nested: RichBlock[]): ListItem => ({
  type: 'listItem',
  content: [para(words), ...nested],
});
export const bullets = (...content: ListItem[]): RichBlock => ({ type: 'bulletList', content });
export const doc = (...content: RichBlock[]): RichDoc => ({ type: 'doc', content });

export function action(
  id: string,
  words: string,
  attrs: Partial<ActionItemNode['attrs']> = {},
  ...notes: ActionItemNode['content']
): ActionItemNode {
  const base = {
    assignees: [],
    helpers: [],
    due: null,
    status: 'open',
    deferredTo: null,
    carriedFrom: null,
  } as const;
  return {
    type: 'actionItem',
    attrs: { id: id as ActionId, ...base, ...attrs },
    content: [{ type: 'paragraph', content: [text(words)] }, ...notes],
  };
}

export function decision(id: string, words: string, replaces: string | null = null): DecisionNode {
  return {
    type: 'decision',
    attrs: { id: id as DecisionId, replaces: replaces as DecisionId | null },
    content: [text(words)],
  };
}

export function item(id: string, fields: Partial<RecordItem> = {}): RecordItem {
  return {
    id: id as ItemId,
    kind: 'topic',
    title: id,
    presenters: [],
    presenterNote: '',
    start: null,
    duration: '30',
    cancelled: null,
    tickets: [],
    slots: [],
    prep: EMPTY_RICH_DOC,
    minutes: EMPTY_RICH_DOC,
    ...fields,
  };
}

export function person(id: string, name: string, fields: Partial<Person> = {}): Person {
  return {
    id: id as PersonId,
    kind: 'attendee',
    name,
    ...BLANK_PERSON,
    ...fields,
  };
}

export function day(
  id: string,
  date: string,
  items: RecordItem[],
  fields: Partial<Day<RecordItem>> = {},
): Day<RecordItem> {
  return {
    id: id as DayId,
    date: date as CalendarDate,
    title: '',
    blocks: [{ id: `${id}-block` as BlockId, title: '', moderators: [], items }],
    ...fields,
  };
}

export const ids = (...list: string[]): PersonId[] => list as PersonId[];
export const at = (hours: number, minutes = 0): TimeOfDay => (hours * 60 + minutes) as TimeOfDay;
export const instant = (iso: string): Instant => Date.parse(iso) as Instant;
const date = (iso: string): CalendarDate => iso as CalendarDate;

export function emptyRecord(fields: Partial<MeetingRecord> = {}): MeetingRecord {
  return {
    meta: {
      title: 'Small meeting',
      series: '',
      timeZone: null,
      state: 'draft',
      template: false,
      createdAt: 0 as Instant,
    },
    logistics: [],
    people: [],
    days: [],
    proposals: [],
    comments: [],
    attendance: [],
    run: [],
    attachments: [],
    next: [],
    ...fields,
  };
}

/** 11 March 2026, 11:36 in Phoenix. */
export const NOW = instant('2026-03-11T18:36:00Z');

export function sampleRecord(): MeetingRecord {
  return {
    meta: {
      title: 'Platform leads, spring review',
      series: 'Platform leads',
      timeZone: 'America/Phoenix' as TimeZone,
      state: 'closed',
      template: false,
      createdAt: instant('2026-02-01T12:00:00Z'),
    },
    logistics: [
      {
        id: 'w1' as JoinWayId,
        kind: 'link',
        label: 'Video call',
        value: 'https://meet.example.org/spring',
        details: 'passcode 4711',
      },
      { id: 'w2' as JoinWayId, kind: 'phone', label: 'Dial in', value: '+1 555 0100', details: 'PIN 815' },
      {
        id: 'w3' as JoinWayId,
        kind: 'room',
        label: 'Room system',
        value: '192.0.2.7',
        details: 'meeting 20 30 40',
      },
      { id: 'w4' as JoinWayId, kind: 'place', label: '', value: 'room B2', details: 'second floor' },
      { id: 'w5' as JoinWayId, kind: 'slides', label: '', value: 'Upload them the day before', details: '' },
    ],
    people: [
      person('ya', 'Yael Adler', { organisation: 'Nagoya' }),
      person('ra', 'Rüya Aydın', { role: 'Moderator' }),
      person('tk', 'Tomo Kimura', { role: 'Note-taker' }),
      person('jl', 'Jonas Lindqvist', { remark: 'off and on' }),
      person('wf', 'Wanda Ferro', {
        remark: 'not Wed afternoon',
        apology: 'Wednesday from 13:00, another meeting',
      }),
      person('mo', 'Mara Okafor'),
      person('pl', 'Petra Lund', { kind: 'guest', guestOf: ['one-2' as ItemId] }),
      person('sk', 'Sten Krol', { kind: 'absent' }),
      person('na', '山田 花子', { kind: 'named' }),
    ],
    days: [
      {
        id: 'd1' as DayId,
        date: date('2026-03-10'),
        title: 'Where we stand',
        blocks: [
          {
            id: 'd1a' as BlockId,
            title: 'Morning',
            moderators: ids('ra'),
            items: [
              item('one-1', {
                title: 'Welcome',
                start: at(9),
                duration: '10',
                presenters: ids('ra'),
                minutes: doc(para('Everybody introduced themselves.')),
              }),
              item('one-2', {
                title: 'Holiday calendars',
                presenters: ids('ya', 'pl'),
                presenterNote: 'if the link holds',
                duration: '45 min',
                tickets: ['PLT-204'],
                prep: doc(
                  bullets(
                    point(
                      'What did last year cost us?',
                      bullets(point('Count the weeks.', bullets(point('Per site.')))),
                    ),
                  ),
                  para(
                    'See ',
                    text('the calendar', link('https://calendar.example.org/2026?site=nagoya&x=1')),
                    '.',
                  ),
                  action('prep-action', 'Bring the list of public holidays', {
                    assignees: ids('ya'),
                    status: 'done',
                  }),
                ),
                minutes: doc(
                  { type: 'heading', attrs: { level: 1 }, content: [text('Findings')] },
                  bullets(
                    point('Queries return in 80 ms at the median.', bullets(point('Only three libraries.'))),
                    point('Nothing else was raised.'),
                  ),
                  decision('dec-1', 'One calendar for all sites, kept by the office.'),
                  action(
                    'act-1',
                    'Ask Nagoya and Lyon for their holiday calendar',
                    { assignees: ids('ya', 'jl'), helpers: ids('mo'), due: date('2026-03-09') },
                    {
                      type: 'progressNote',
                      attrs: { date: date('2026-03-10'), by: 'jl' as PersonId },
                      content: [text('Lyon has answered.')],
                    },
                  ),
                  action('act-2', 'Write the page on early loans', {
                    assignees: ids('ra'),
                    due: date('2026-04-01'),
                    status: 'in-progress',
                  }),
                ),
              }),
              item('one-pause', { kind: 'break', title: 'Break', duration: '15' }),
              item('one-3', {
                title: 'Round of sites',
                kind: 'round',
                duration: '',
                slots: [
                  item('one-3a', {
                    title: 'Nagoya',
                    duration: '15',
                    presenters: ids('ya'),
                    minutes: doc(para('All well.')),
                  }),
                  item('one-3b', {
                    title: 'Lyon',
                    duration: '15',
                    minutes: doc(decision('dec-2', 'Lyon moves in June.')),
                  }),
                ],
              }),
            ],
          },
        ],
      },
      {
        id: 'd2' as DayId,
        date: date('2026-03-11'),
        title: '',
        blocks: [
          {
            id: 'd2a' as BlockId,
            title: 'Late morning',
            moderators: ids('mo', 'ra'),
            items: [
              item('two-1', {
                title: 'Search index trial',
                start: at(11),
                presenters: ids('jl'),
                prep: doc(para('Slides are attached.')),
                minutes: doc(
                  para(
                    'The ',
                    text('old', { type: 'bold' }),
                    ' index ',
                    text('stays', { type: 'italic' }),
                    ' until autumn; ',
                    text('PLT-9', { type: 'strike' }),
                    ' is ',
                    text('void()', { type: 'code' }),
                    ', see ',
                    text('the log', link('https://log.example.org/a')),
                    ' and this.',
                  ),
                  {
                    type: 'orderedList',
                    attrs: { start: 3 },
                    content: [point('third'), point('fourth')],
                  },
                  { type: 'blockquote', content: [para('Accents are still wrong.')] },
                  {
                    type: 'codeBlock',
                    attrs: { language: 'sql' },
                    content: [{ type: 'text', text: 'select 1\n  from dual;' }],
                  },
                  decision('dec-3', 'Keep the trial engine; the old index stays until autumn.', 'dec-1'),
                  action('act-3', 'Circulate the cost sheet', {
                    assignees: ids('ra'),
                    due: date('2026-03-11'),
                    status: 'done',
                  }),
                  action('act-4', 'Book a load test', {
                    status: 'deferred',
                    deferredTo: 'the May meeting',
                    carriedFrom: 'January',
                  }),
                  action('act-5', 'Buy the second machine', { assignees: ids('na'), status: 'cancelled' }),
                ),
              }),
              item('two-2', {
                title: 'Night lights in the stacks',
                cancelled: 'presenter unavailable',
                presenters: ids('sk'),
              }),
              item('two-3', { title: 'Summer hours', duration: '1 hour?' }),
              item('two-end', { kind: 'close', title: '', duration: '' }),
            ],
          },
        ],
      },
    ],
    proposals: [
      {
        id: 'p1' as ProposalId,
        title: 'Holiday calendars',
        requestedBy: ids('ya'),
        requestNote: 'by request of the sites',
        presenters: ids('jl'),
        estimate: '1 hour?',
        state: 'scheduled',
        reason: '',
        item: 'one-2' as ItemId,
        mergedInto: null,
        splitFrom: null,
        notes: doc(para('Came up twice.')),
      },
      {
        id: 'p2' as ProposalId,
        title: 'Bicycle racks',
        requestedBy: [],
        requestNote: '',
        presenters: [],
        estimate: '30 mins+',
        state: 'declined',
        reason: 'belongs to the house committee',
        item: null,
        mergedInto: null,
        splitFrom: null,
        notes: EMPTY_RICH_DOC,
      },
      {
        id: 'p3' as ProposalId,
        title: 'Calendars · of the sites',
        requestedBy: ids('sk'),
        requestNote: '',
        presenters: [],
        estimate: '15',
        state: 'merged',
        reason: '',
        item: null,
        mergedInto: 'p1' as ProposalId,
        splitFrom: 'p2' as ProposalId,
        notes: EMPTY_RICH_DOC,
      },
    ],
    comments: [
      {
        id: 'c1' as CommentId,
        proposal: 'p3' as ProposalId,
        by: 'Sten Krol',
        at: instant('2026-03-02T09:14:00Z'),
        text: 'The same as above.\n- but for one * thing · text: "<b>"',
      },
      {
        id: 'c2' as CommentId,
        proposal: 'p1' as ProposalId,
        by: '',
        at: instant('2026-03-02T10:40:00Z'),
        text: 'Then half an hour: enough?',
      },
    ],
    attendance: [],
    run: [
      {
        id: 'e1' as EventId,
        at: instant('2026-03-11T18:04:00Z'),
        by: 'Mara',
        type: 'start',
        item: 'two-1' as ItemId,
      },
      { id: 'e2' as EventId, at: instant('2026-03-11T18:36:00Z'), by: 'Mara', type: 'end' },
    ],
    attachments: [
      {
        id: 'f1' as AttachmentId,
        name: 'Index trial, March.pdf',
        label: 'final',
        author: 'Jonas Lindqvist',
        date: date('2026-03-10'),
        type: 'application/pdf',
        size: 123_456,
        sha256: 'ab'.repeat(32),
        item: 'two-1' as ItemId,
      },
      {
        id: 'f2' as AttachmentId,
        name: 'Costs.xlsx',
        label: '',
        author: '',
        date: null,
        type: 'Excel File',
        size: null,
        sha256: null,
        item: null,
      },
    ],
    next: [
      {
        id: 'n1' as NextMeetingId,
        title: 'Seattle',
        dates: '2026-05-12/14',
        mode: 'in person',
        note: 'Remote places are assured.',
      },
    ],
  };
}

const SENTENCES = [
  'Queries return in 80 ms at the median on a third of the catalogue; accents and transliterated titles are still wrong.',
  'The spelling list comes from three libraries only, and nobody has asked the others since the autumn.',
  'Nagoya would rather wait for the second delivery than move twice within the same year.',
  'The costs are known to about a tenth; what is missing is the rent of the room and the insurance.',
  'Řehoř and Özlem compared both ways on real loans → most of them from schools, and found no difference worth naming.',
];

/** About twenty pages of A4: three days of four items with preparation, nested minutes, decisions and actions. */
export function longRecord(days = 3, itemsPerDay = 4): MeetingRecord {
  const sample = sampleRecord();
  const sentence = (n: number): string => SENTENCES[n % SENTENCES.length] ?? '';
  const longItem = (d: number, i: number): RecordItem => {
    const n = d * itemsPerDay + i;
    const lines = Array.from({ length: 5 + (n % 4) }, (_, k) =>
      point(
        sentence(n + k),
        bullets(point(sentence(n + k + 1)), point(sentence(n + k + 2), bullets(point(sentence(k))))),
      ),
    );
    return item(`long-${d}-${i}`, {
      title: `Subject ${d + 1}-${i + 1}: ${sentence(n).split(' ').slice(0, 4).join(' ')}`,
      ...(i === 0 && { start: at(9) }),
      presenters: ids('jl', 'ya'),
      prep: doc(bullets(...lines.slice(0, 2))),
      minutes: doc(
        bullets(...lines),
        decision(`long-dec-${n}`, `Rule ${n + 1}: ${sentence(n)}`),
        action(`long-act-${n}-1`, `Task ${n + 1} a: ${sentence(n + 1)}`, {
          assignees: ids('tk'),
          due: date('2026-03-20'),
        }),
        action(`long-act-${n}-2`, `Task ${n + 1} b: ${sentence(n + 2)}`, {
          assignees: ids('mo', 'ra'),
          status: 'done',
        }),
      ),
    });
  };
  return {
    ...sample,
    comments: [],
    attendance: [],
    run: [],
    people: sample.people.map((somebody) => ({ ...somebody, guestOf: [] })),
    attachments: sample.attachments.map((file) => ({ ...file, item: null })),
    days: Array.from({ length: days }, (_, d) =>
      day(
        `long-${d}`,
        `2026-03-${10 + d}`,
        Array.from({ length: itemsPerDay }, (_item, i) => longItem(d, i)),
      ),
    ),
    proposals: [],
  };
}

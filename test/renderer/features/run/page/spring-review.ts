// An invented three-day meeting of the kind the Run view is for: blocks, ranges, pins, a break, a cancelled item.
import type {
  ActionId,
  AttachmentId,
  BlockId,
  DayId,
  DecisionId,
  EventId,
  ItemId,
  PersonId,
} from '../../../../../shared/domain/ids.ts';
import type { Block, Day, MeetingRecord, Person, RecordItem } from '../../../../../shared/domain/meeting.ts';
import { parseClock } from '../../../../../shared/domain/plan-times.ts';
import { EMPTY_RICH_DOC, type RichBlock, type RichDoc } from '../../../../../shared/domain/rich-text.ts';
import type { RunEvent } from '../../../../../shared/domain/run-event.ts';
import type { CalendarDate, Instant, TimeZone } from '../../../../../shared/domain/time.ts';
import { instantOf } from '../../../../../shared/domain/zones.ts';

const ZONE = 'America/Phoenix' as TimeZone;
const WED = '2026-03-11' as CalendarDate;

const names = [
  ['mara', 'Mara Okafor', 'moderator'],
  ['tomo', 'Tomo Kimura', 'note-taker'],
  ['ruya', 'Rüya Aydın', ''],
  ['leila', 'Leila Sato', 'by phone'],
  ['jonas', 'Jonas Lindqvist', ''],
  ['ben', 'Ben Osei', ''],
  ['catarina', 'Catarina Duarte', ''],
  ['sten', 'Sten Krol', ''],
  ['wanda', 'Wanda Nowak', ''],
  ['ines', 'Ines Maur', ''],
] as const;

const people = names.map(
  ([id, name, role]): Person => ({
    id: id as PersonId,
    kind: id === 'ben' ? 'guest' : 'attendee',
    name,
    email: '',
    organisation: '',
    role,
    remark: '',
    apology: null,
    timeZone: null,
    guestOf: id === 'ben' ? ['rehearsals' as ItemId] : [],
  }),
);

const text = (words: string): RichBlock => ({ type: 'paragraph', content: [{ type: 'text', text: words }] });
const bullet = (words: string, ...below: string[]): RichBlock => ({
  type: 'bulletList',
  content: [
    {
      type: 'listItem',
      content: [
        text(words),
        ...(below.length > 0
          ? [
              {
                type: 'bulletList' as const,
                content: below.map((line) => ({ type: 'listItem' as const, content: [text(line)] })),
              },
            ]
          : []),
      ],
    },
  ],
});
const doc = (...content: RichBlock[]): RichDoc => ({ type: 'doc', content });

interface Fields extends Omit<Partial<RecordItem>, 'start' | 'presenters'> {
  readonly start?: string;
  readonly by?: readonly string[];
}
function item(
  id: string,
  title: string,
  duration: string,
  { start, by = [], ...rest }: Fields = {},
): RecordItem {
  return {
    id: id as ItemId,
    kind: 'topic',
    title,
    presenters: by as readonly PersonId[],
    presenterNote: '',
    start: start === undefined ? null : parseClock(start),
    duration,
    cancelled: null,
    tickets: [],
    slots: [],
    prep: EMPTY_RICH_DOC,
    minutes: EMPTY_RICH_DOC,
    ...rest,
  };
}
function block(id: string, title: string, moderator: string, ...items: RecordItem[]): Block<RecordItem> {
  return { id: id as BlockId, title, moderators: [moderator as PersonId], items };
}
function day(id: string, date: string, ...blocks: Block<RecordItem>[]): Day<RecordItem> {
  return { id: id as DayId, date: date as CalendarDate, title: '', blocks };
}

const action = (
  id: string,
  words: string,
  who: string,
  help: string[],
  due: string | null,
  status: 'open' | 'done',
): RichBlock => ({
  type: 'actionItem',
  attrs: {
    id: id as ActionId,
    assignees: [who as PersonId],
    helpers: help as PersonId[],
    due: due as CalendarDate | null,
    status,
    deferredTo: null,
    carriedFrom: null,
  },
  content: [text(words) as never],
});

const searchIndex = item('search', 'Search index trial', '30', {
  start: '11:00',
  by: ['jonas'],
  tickets: ['PLT-204'],
  prep: doc(
    bullet('Slides: Index trial, March. The ticket has the open questions.'),
    bullet('What did six weeks on the borrowed machines show, and what would a full trial cost?'),
  ),
  minutes: doc(
    bullet(
      'Queries return in 80 ms at the median on a third of the catalogue; accents and transliterated titles are still wrong.',
      'The spelling list comes from three libraries only.',
      'Wanda: enough to decide on the engine, not on the hardware.',
    ),
    {
      type: 'decision',
      attrs: { id: 'd1' as DecisionId, replaces: null },
      content: [
        {
          type: 'text',
          text: 'Keep the trial engine for the catalogue; the old index stays until the autumn review.',
        },
      ],
    },
    bullet(
      'A full trial needs two quiet days. Mid-May suits everybody.',
      'Could half of it run at night, from Nagoya?',
    ),
    action(
      'a1',
      'book a two-day load test in May and tell the partner libraries',
      'jonas',
      ['ben'],
      '2026-03-16',
      'open',
    ),
    action('a2', 'circulate the cost sheet', 'ruya', [], null, 'done'),
    bullet(
      'Open: who answers when a search returns nothing at all',
      'Catarina will bring numbers from the help desk',
    ),
  ),
});

const days = [
  day(
    'd1',
    '2026-03-10',
    block('b0', 'Morning', 'mara', item('welcome', 'Welcome', '15', { start: '09:00' })),
  ),
  day(
    'd2',
    WED,
    block(
      'b1',
      'Morning',
      'ruya',
      item('naming', 'One naming rule', '30', { start: '09:00' }),
      item('archive', 'Archive formats', '60', { start: '09:30' }),
      item('pause', 'Break', '30', { kind: 'break', start: '10:30' }),
    ),
    block(
      'b2',
      'Late morning',
      'mara',
      searchIndex,
      item('rehearsals', 'Recovery rehearsals', '30', { by: ['ruya', 'ben'] }),
      item('loans', 'Early loans data', '30', { by: ['catarina'] }),
      item('lunch', 'Break', '30', { kind: 'break', start: '12:30' }),
    ),
    block(
      'b3',
      'Afternoon',
      'sten',
      item('schools', 'Archive days for schools', '30?', { start: '13:00' }),
      item('summer', 'Summer hours', '30+'),
      item('lights', 'Night lights in the stacks', '30', { cancelled: 'presenter unavailable' }),
      item('close', 'Close', '', { kind: 'close', start: '14:30' }),
    ),
  ),
  day(
    'd3',
    '2026-03-12',
    block('b4', 'Morning', 'sten', item('plans', 'Plans for the year', '45-60', { start: '09:00' })),
  ),
];

const at = (clock: string, date = WED) => instantOf(date, parseClock(clock) ?? 0, ZONE) as Instant;

/** The log up to the middle of the search item, on day two. */
const presses: readonly RunEvent[] = [
  ['start', at('09:02', '2026-03-10' as CalendarDate), { item: 'welcome' }],
  ['end', at('09:20', '2026-03-10' as CalendarDate), {}],
  ['start', at('09:00'), { item: 'naming' }],
  ['next', at('09:26'), { from: 'naming', to: 'archive' }],
  ['next', at('10:38'), { from: 'archive', to: 'pause' }],
  ['next', (at('11:04') - 0) as Instant, { from: 'pause', to: 'search' }],
].map(
  ([type, when, rest], index) =>
    ({ id: `e${index}` as EventId, at: when, by: 'Mara Okafor', type, ...(rest as object) }) as RunEvent,
);

export function springReview(options: {
  readonly run: 'before' | 'running';
  readonly zone?: TimeZone | null;
}): MeetingRecord {
  return {
    meta: {
      title: 'Platform leads, spring review',
      series: 'Platform leads',
      timeZone: options.zone === undefined ? ZONE : options.zone,
      state: 'open',
      template: false,
      createdAt: at('08:00', '2026-02-01' as CalendarDate),
    },
    logistics: [],
    people,
    days,
    proposals: [],
    comments: [],
    attendance: [],
    run: options.run === 'running' ? presses : [],
    attachments: [] as { id: AttachmentId }[] as never,
    next: [],
  };
}

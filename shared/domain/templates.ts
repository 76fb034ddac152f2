// The patterns that Quorum brings along, and a meeting made of one. What a person saves as a template is a meeting of its
// own with `meta.template`; this file is about those that are nobody's.

import type { BlockId, DayId, ItemId, NewId } from './ids.ts';
import type { Day, ItemKind, MeetingRecord, RecordItem } from './meeting.ts';
import { EMPTY_RICH_DOC, type RichDoc } from './rich-text.ts';
import type { CalendarDate, Instant, TimeOfDay, TimeZone } from './time.ts';

export interface BuiltInTemplate {
  readonly id: string;
  readonly title: string;
  /** What it is for, in a line. */
  readonly about: string;
  readonly days: readonly (readonly PatternBlock[])[];
}

interface PatternBlock {
  readonly title: string;
  readonly items: readonly PatternItem[];
}

interface PatternItem {
  readonly title: string;
  /** As one would write it in a plan; '' takes no time. */
  readonly minutes: string;
  readonly kind?: ItemKind;
  /** Hour of a pinned start. */
  readonly at?: number;
  readonly prep?: string;
}

const pause = (minutes: string, title = 'Break'): PatternItem => ({ title, minutes, kind: 'break' });
const close = (title = 'Close'): PatternItem => ({ title, minutes: '', kind: 'close' });

const virtualDay = (first: PatternItem, last: PatternItem): readonly PatternBlock[] => [
  {
    title: 'First block',
    items: [{ ...first, at: 9 }, { title: '', minutes: '45' }, { title: '', minutes: '30' }, pause('20')],
  },
  {
    title: 'Second block',
    items: [{ title: '', minutes: '45' }, { title: '', minutes: '30' }, last, close()],
  },
];

export const BUILT_IN_TEMPLATES: readonly BuiltInTemplate[] = [
  {
    id: 'weekly',
    title: 'Weekly meeting',
    about: 'An hour: open actions, a round, the topics of the week',
    days: [
      [
        {
          title: '',
          items: [
            { title: 'Open actions', minutes: '10', at: 9, prep: 'Only what is late or stuck.' },
            {
              title: 'Round',
              minutes: '15',
              kind: 'round',
              prep: 'What the others should know, a minute or two each.',
            },
            { title: 'Topics', minutes: '25' },
            { title: 'Any other business', minutes: '10' },
            close(),
          ],
        },
      ],
    ],
  },
  {
    id: 'multi-day',
    title: 'Multi-day virtual meeting',
    about: 'Three half days in two blocks with a break, for people in many time zones',
    days: [
      virtualDay(
        { title: 'Welcome and aims', minutes: '15' },
        { title: 'Summary of the day', minutes: '10', prep: 'Decisions and actions of today, read out.' },
      ),
      virtualDay(
        { title: 'Where we stand', minutes: '10' },
        { title: 'Summary of the day', minutes: '10', prep: 'Decisions and actions of today, read out.' },
      ),
      virtualDay(
        { title: 'Where we stand', minutes: '10' },
        {
          title: 'Wrap-up and next meetings',
          minutes: '20',
          prep: 'All actions with names and dates; when and where we meet next.',
        },
      ),
    ],
  },
  {
    id: 'board',
    title: 'Board meeting',
    about: 'Two hours in formal order, from apologies to the date of the next meeting',
    days: [
      [
        {
          title: 'Opening',
          items: [
            { title: 'Apologies and conflicts of interest', minutes: '5', at: 9, prep: 'Is there a quorum?' },
            {
              title: 'Minutes of the previous meeting',
              minutes: '5',
              prep: 'Approved, or corrected and approved.',
            },
            { title: 'Matters arising', minutes: '10' },
          ],
        },
        {
          title: 'Reports',
          items: [{ title: 'Chair', minutes: '15' }, { title: 'Finance', minutes: '20' }, pause('10')],
        },
        {
          title: 'For decision',
          items: [
            { title: '', minutes: '40', prep: 'The motion in the words it is to be decided in.' },
            { title: 'Any other business', minutes: '10' },
            { title: 'Date of the next meeting', minutes: '5' },
            close(),
          ],
        },
      ],
    ],
  },
  {
    id: 'retrospective',
    title: 'Retrospective',
    about: 'An hour and a half: what went well, what did not, what to change',
    days: [
      [
        {
          title: '',
          items: [
            { title: 'Check-in', minutes: '5', kind: 'round', at: 14 },
            {
              title: 'Actions of the last retrospective',
              minutes: '10',
              prep: 'What was done, and did it help?',
            },
            {
              title: 'What went well, what did not',
              minutes: '20',
              prep: 'Write first, alone; then read out.',
            },
            { title: 'Choose what to speak about', minutes: '10' },
            { title: 'Causes and changes', minutes: '35' },
            { title: 'Actions', minutes: '10', prep: 'Few, each with a name and a date.' },
            close(),
          ],
        },
      ],
    ],
  },
];

export interface TemplateUse {
  readonly title: string;
  readonly timeZone: TimeZone | null;
  /** One for each day of the template. */
  readonly dates: readonly CalendarDate[];
  /** To be edited as a template of one's own. */
  readonly template: boolean;
  readonly createdAt: Instant;
}

/** A day without a date is left out. */
export function buildFromTemplate(template: BuiltInTemplate, use: TemplateUse, newId: NewId): MeetingRecord {
  const days = template.days.flatMap((blocks, i): Day<RecordItem>[] => {
    const date = use.dates[i];
    if (date === undefined) return [];
    const built = blocks.map(({ title, items }) => ({
      id: newId() as BlockId,
      title,
      moderators: [],
      items: items.map((item) => buildItem(item, newId)),
    }));
    return [{ id: newId() as DayId, date, title: '', blocks: built }];
  });
  const { title, timeZone, createdAt } = use;
  return {
    meta: { title, series: '', timeZone, state: 'draft', template: use.template, createdAt },
    logistics: [],
    people: [],
    days,
    proposals: [],
    comments: [],
    run: [],
    attendance: [],
    attachments: [],
    next: [],
  };
}

function buildItem({ title, minutes, kind = 'topic', at, prep }: PatternItem, newId: NewId): RecordItem {
  return {
    id: newId() as ItemId,
    kind,
    title,
    presenters: [],
    presenterNote: '',
    start: at === undefined ? null : ((at * 60) as TimeOfDay),
    duration: minutes,
    cancelled: null,
    tickets: [],
    slots: [],
    prep: prep === undefined ? EMPTY_RICH_DOC : paragraph(prep),
    minutes: EMPTY_RICH_DOC,
  };
}

function paragraph(text: string): RichDoc {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}

// The words pages use for the parts of a meeting: headings, column heads, labels of breaks and closes. English only.

import { oneLine } from './html-text.ts';

/** What a section of a page is about. */
export type Zone =
  | 'logistics'
  | 'date'
  | 'place'
  | 'join'
  | 'slides'
  | 'time-zone'
  | 'attendees'
  | 'guests'
  | 'apologies'
  | 'moderators'
  | 'note-taker'
  | 'agenda'
  | 'attachments'
  | 'actions'
  | 'decisions'
  | 'proposals'
  | 'next'
  | 'contents'
  | 'other';

const HEADINGS: readonly (readonly [Zone, RegExp])[] = [
  [
    'logistics',
    /^(?:meeting )?logistics$|^practical (?:information|details)$|^(?:meeting )?details$|^meeting info(?:rmation)?$/,
  ],
  ['date', /^(?:meeting )?(?:dates?|times?)(?: ?(?:&|and|\/) ?(?:dates?|times?))?$|^when$|^date\/time$/],
  ['place', /^(?:meeting )?(?:location|place|venue|room|where|address)s?$/],
  [
    'join',
    /^(?:ways? to join|how to join|join(?:ing)?(?: (?:info(?:rmation)?|instructions|details))?|dial[- ]?in(?: (?:info|numbers?|details))?|connection(?: details)?|remote (?:access|participation)|video ?(?:conference|call|link)?|zoom|teams|webex|meet|call|bluejeans|conference (?:call|line)|link|phone|room system)$/,
  ],
  ['slides', /^slides?(?: policy)?$|^presentation materials?$/],
  ['time-zone', /^time ?zones?$|^zone$|^times? (?:are|in)\b/],
  ['guests', /^guests?$|^visitors?$|^invited guests$/],
  [
    'apologies',
    /^apologies(?: for absence)?$|^regrets$|^absent(?:ees)?$|^absences?$|^excused$|^not (?:attending|present|coming)$|^cannot attend$/,
  ],
  [
    'attendees',
    /^(?:attendees|attending|attendance|participants?|present|people|members(?: present)?|who|invitees|attendee list|list of (?:attendees|participants))$/,
  ],
  ['moderators', /^(?:moderators?|chairs?|chaired by|facilitators?|convenors?|conveners?|host)$/],
  ['note-taker', /^(?:note[- ]?takers?|scribes?|minute[- ]?takers?|secretary|minutes by|recorder)$/],
  [
    'agenda',
    /^(?:(?:draft |proposed |meeting )*agenda(?: items?)?(?: and minutes)?|programme|program|schedule|timetable|discussion topics|topics|discussion items|items)$/,
  ],
  [
    'attachments',
    /^(?:attached (?:documents|files)|attachments?|files|documents|supporting documents|presentations)$/,
  ],
  [
    'actions',
    /^(?:action items?(?: summary)?|actions?(?: summary)?|task report|tasks|to ?dos?|to-dos?|new actions|summary of action items|follow[- ]?ups?|open actions)$/,
  ],
  [
    'decisions',
    /^(?:decisions?|decision (?:log|register)|resolutions|summary of (?:decisions|resolutions)|agreements)$/,
  ],
  [
    'proposals',
    /^(?:pre[- ]?meeting planning|(?:suggested|proposed|requested|possible|candidate) (?:topics|agenda items|items)(?: for discussion)?|proposals|topic (?:proposals|suggestions|requests)|backlog|parking lot)$/,
  ],
  ['next', /^(?:next|future|upcoming) meetings?(?: dates?)?$|^date of next meeting$/],
  ['contents', /^(?:(?:table of )?contents|on this page|toc)$/],
];

/** What a heading or label announces; `null` when it is no word of ours. */
export function zoneOf(text: string): Zone | null {
  const words = oneLine(text)
    .toLowerCase()
    .replace(/^(?:\d+(?:\.\d+)*[.)]?)\s+/, '')
    .replace(/[:.]$/, '')
    .trim();
  return HEADINGS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

export type Column =
  | 'day'
  | 'time'
  | 'end'
  | 'duration'
  | 'topic'
  | 'presenter'
  | 'moderator'
  | 'notes'
  | 'minutes'
  | 'actions'
  | 'decisions'
  | 'requester'
  | 'state'
  | 'file'
  | 'modified'
  | 'author'
  | 'date'
  | 'name'
  | 'organisation'
  | 'role'
  | 'email'
  | 'remark'
  | 'action'
  | 'assignee'
  | 'due'
  | 'type'
  | 'label'
  | 'size'
  | 'number';

const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ['day', /^days?$/],
  ['number', /^(?:no|nr|#|№|item no|number|id)\.?$/],
  ['end', /^(?:end(?: time)?|ends|finish|until|to)$/],
  [
    'duration',
    /^(?:duration|length|min|mins|minutes \(planned\)|time required.*|time (?:needed|allotted|allocated|estimate)|estimate.*|est\.?|planned (?:time|length)|how long)$/,
  ],
  [
    'time',
    /^(?:time|start(?: time)?|starts|when|slot|time slot|times|clock|from|hour)(?:\s*\(.*\))?(?: \[.*\])?$/,
  ],
  [
    'topic',
    /^(?:topics?|agenda(?: items?)?|items?|title|subject|session|activity|discussion (?:topic|item)|talk|what|theme|contribution|talking points?|suggested topics?)$/,
  ],
  ['requester', /^(?:requested by|requesters?|proposed by|proposers?|suggested by|raised by)$/],
  [
    'presenter',
    /^(?:coordinators?|presenters?|presented by|speakers?|leads?|led by|who|responsible|facilitators?|discussion leads?|presenting|owners?|by|topic owner)$/,
  ],
  ['moderator', /^(?:moderators?|chairs?|session chairs?)$/],
  [
    'minutes',
    /^(?:minutes|outcomes?|results?|discussion|summary|minutes and actions|notes and outcomes?|conclusions?)$/,
  ],
  [
    'notes',
    /^(?:notes?|comments?|details?|description|preparation(?: notes)?|background|abstract|links?|materials?)$/,
  ],
  ['actions', /^(?:actions|action items|to ?dos?|next steps|follow[- ]?ups?)$/],
  ['decisions', /^decisions?$/],
  ['action', /^(?:action|tasks?|what needs to be done)$/],
  ['assignee', /^(?:assignees?|assigned to|responsible person|action owner)$/],
  ['due', /^(?:due(?: (?:date|by))?|deadline|by when)$/],
  ['state', /^(?:state|status|decision|done\??|disposition)$/],
  ['file', /^(?:files?(?: name)?|attachments?|documents?)$/],
  ['modified', /^(?:modified|last modified|uploaded|changed|updated)$/],
  ['author', /^(?:authors?|creator|created by|modified by|uploaded by|contributor)$/],
  ['date', /^(?:dates?|creation date|created)$/],
  ['email', /^(?:e-?mails?|mail|address)$/],
  [
    'organisation',
    /^(?:organi[sz]ations?|affiliations?|company|institut(?:e|ion)|team|group|dept\.?|department)$/,
  ],
  ['role', /^(?:roles?|position|function|job title)$/],
  ['name', /^(?:names?|persons?|people|attendees?|participants?|members?)$/],
  ['remark', /^(?:remarks?|attendance|present|attending|availability|part[- ]time)$/],
  ['type', /^(?:type|kind|format)$/],
  ['label', /^labels?$/],
  ['size', /^size$/],
];

export function columnOf(text: string): Column | null {
  const words = oneLine(text).toLowerCase().replace(/[:*]$/, '').trim();
  return COLUMNS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const BREAK =
  /^(?:(?:(?:coffee|tea|lunch|bio|short|long|comfort|health|morning|afternoon|mid-?morning|stretch)(?: ?(?:\/|&|and) ?(?:coffee|tea))? )?break|lunch|coffee|tea|dinner|recess|pause|intermission|lunch (?:hour|time))[.!]?$/i;
const CLOSE =
  /^(?:close(?:d| of (?:the )?(?:day|meeting|session)(?: \d)?)?|adjourn(?:ed|ment)?|end(?: of (?:the )?(?:day|meeting|session)(?: \d)?)?|finish|meeting (?:ends|closes|adjourned)|day \d (?:ends|close)|fin)[.!]?$/i;

export function isBreakLabel(text: string): boolean {
  return BREAK.test(oneLine(text));
}

export function isCloseLabel(text: string): boolean {
  return CLOSE.test(oneLine(text));
}

const MODERATOR =
  /^(?:session |block |day )?(?:moderators?|chairs?|chaired by|facilitators?|moderated by)\s*(?::|–|—|-)\s*/i;

/** Length of the label "Moderator:" at the head of a line, 0 without one. */
export function moderatorLabel(text: string): number {
  return MODERATOR.exec(text)?.[0].length ?? 0;
}

const TEXT_LABELS: readonly (readonly ['prep' | 'minutes', RegExp])[] = [
  [
    'prep',
    /^(?:preparation(?: notes)?|prep(?: notes)?|background|before(?: the meeting)?|pre-?read(?:ing)?)\s*:?$/i,
  ],
  [
    'minutes',
    /^(?:minutes|meeting notes|discussion(?: notes)?|outcomes?|notes from (?:the )?(?:discussion|meeting)|discussed|summary of discussion)\s*:?$/i,
  ],
];

/** Which text of an item a heading or bold line inside it opens. */
export function textLabel(text: string): 'prep' | 'minutes' | null {
  return TEXT_LABELS.find(([, pattern]) => pattern.test(oneLine(text)))?.[0] ?? null;
}

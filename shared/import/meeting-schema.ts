// The shape of a meeting in its JSON form (shared/publish/meeting-json.md), field by field as the types of shared/domain have it.
// Unknown fields are passed over, texts go through checkRichDoc.

import * as v from 'valibot';
import { isCalendarDate } from '../domain/rich-text-attrs.ts';
import { checkRichDoc } from '../domain/rich-text-check.ts';
import { isTimeZone } from '../domain/zones.ts';

/** Slots of a round may hold rounds, but nobody nests them deeper. */
const MOST_LEVELS = 6;
const MOST_ENTRIES = 20_000;

const text = v.pipe(v.string(), v.maxLength(200_000));
const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,128}$/, 'is no id'));
const ids = v.pipe(v.array(id), v.maxLength(MOST_ENTRIES));
const date = v.pipe(
  v.string(),
  v.check((value) => isCalendarDate(value), 'is no date'),
);
const whole = v.pipe(v.number(), v.safeInteger());
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is no SHA-256 in hex'));

const richDoc = v.pipe(
  v.unknown(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const checked = checkRichDoc(dataset.value);
    if (checked.ok) return checked.value;
    addIssue({ message: `${checked.error.path} ${checked.error.problem}`.trim() });
    return NEVER;
  }),
);

/** A list of entities, each with an id of its own. */
function list<Schema extends v.GenericSchema<unknown, { readonly id: string }>>(entity: Schema) {
  return v.pipe(
    v.array(entity),
    v.maxLength(MOST_ENTRIES),
    v.check(
      (entries) => new Set(entries.map((entry) => entry.id)).size === entries.length,
      'has an id twice',
    ),
  );
}

const zone = v.nullable(v.pipe(v.string(), v.check(isTimeZone, 'is no time zone that is known here')));

const meta = v.object({
  title: text,
  series: text,
  timeZone: zone,
  state: v.picklist(['draft', 'open', 'running', 'closed', 'published']),
  template: v.optional(v.boolean(), false),
  createdAt: whole,
});

const joinWay = v.object({
  id,
  kind: v.picklist(['link', 'room', 'phone', 'place', 'slides', 'other']),
  label: text,
  value: text,
  details: text,
});

const person = v.object({
  id,
  kind: v.picklist(['attendee', 'guest', 'absent', 'named']),
  name: text,
  email: text,
  organisation: text,
  role: text,
  remark: text,
  apology: v.nullable(text),
  timeZone: v.optional(zone, null),
  guestOf: ids,
});

const itemFields = {
  id,
  kind: v.picklist(['topic', 'round', 'break', 'close']),
  title: text,
  presenters: ids,
  presenterNote: text,
  start: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1439))),
  duration: text,
  cancelled: v.nullable(text),
  tickets: v.array(text),
  prep: richDoc,
  minutes: richDoc,
};

interface ItemOutput extends v.InferOutput<v.ObjectSchema<typeof itemFields, undefined>> {
  readonly slots: readonly ItemOutput[];
}

function item(levels: number): v.GenericSchema<unknown, ItemOutput> {
  const slots: v.GenericSchema<unknown, readonly ItemOutput[]> =
    levels === 0 ? v.pipe(v.array(v.never()), v.maxLength(0)) : v.lazy(() => list(item(levels - 1)));
  return v.object({ ...itemFields, slots });
}

/** A document keeps the blocks of all days side by side, and the items of all blocks. */
function areOnlyOnce(days: v.InferOutput<typeof day>[]): boolean {
  const blocks = days.flatMap((each) => each.blocks);
  const withSlots = (entry: ItemOutput): string[] => [entry.id, ...entry.slots.flatMap(withSlots)];
  const items = blocks.flatMap((each) => each.items.flatMap(withSlots));
  return (
    new Set(blocks.map((each) => each.id)).size === blocks.length && new Set(items).size === items.length
  );
}

const block = v.object({ id, title: text, moderators: ids, items: list(item(MOST_LEVELS)) });
const day = v.object({ id, date, title: text, blocks: list(block) });

const proposal = v.object({
  id,
  title: text,
  requestedBy: ids,
  requestNote: text,
  presenters: v.optional(ids, []),
  estimate: text,
  state: v.picklist(['open', 'scheduled', 'merged', 'declined']),
  reason: text,
  item: v.nullable(id),
  mergedInto: v.optional(v.nullable(id), null),
  splitFrom: v.optional(v.nullable(id), null),
  notes: richDoc,
});

const instant = v.pipe(whole, v.minValue(0));

const comment = v.object({ id, proposal: id, by: text, at: instant, text });

const attendance = v.object({ id, person: id, from: instant, to: v.nullable(instant), note: text });

const minutes = v.pipe(v.number(), v.finite());
const press = { id, at: whole, by: text };
const runEvent = v.variant('type', [
  v.object({ ...press, type: v.literal('start'), item: id }),
  v.object({ ...press, type: v.picklist(['pause', 'resume', 'end']) }),
  v.object({ ...press, type: v.picklist(['next', 'back']), from: id, to: id }),
  v.object({ ...press, type: v.literal('skip'), item: id }),
  v.object({ ...press, type: v.literal('extend'), item: id, minutes }),
  v.object({
    ...press,
    type: v.literal('replan'),
    after: v.nullable(id),
    changes: v.pipe(v.array(v.object({ item: id, minutes })), v.maxLength(1_000)),
  }),
  v.object({
    ...press,
    type: v.literal('hand-over'),
    role: v.picklist(['chair', 'note-taker']),
    person: id,
  }),
  v.object({ ...press, type: v.literal('undo'), event: id }),
]);

const attachment = v.object({
  id,
  name: text,
  label: text,
  author: text,
  date: v.nullable(date),
  type: text,
  size: v.nullable(v.pipe(whole, v.minValue(0))),
  sha256: v.nullable(sha256),
  item: v.nullable(id),
});

const next = v.object({ id, title: text, dates: text, mode: text, note: text });

export const meetingSchema = v.object({
  meta,
  logistics: list(joinWay),
  people: list(person),
  days: v.pipe(list(day), v.check(areOnlyOnce, 'has the id of a block or an item twice')),
  proposals: list(proposal),
  comments: v.optional(list(comment), []),
  run: list(runEvent),
  attendance: v.optional(list(attendance), []),
  attachments: list(attachment),
  next: list(next),
});

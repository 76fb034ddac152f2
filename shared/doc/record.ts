// A whole meeting with its texts, out of a document and into a fresh one. Ids are kept, so references hold, and a
// record written and read again is the same record. What this version does not know is not part of a record.

import * as Y from 'yjs';
import type { AgendaItem, MeetingRecord, Proposal, RecordItem, RecordProposal } from '../domain/meeting.ts';
import { EMPTY_RICH_DOC, type RichDoc } from '../domain/rich-text.ts';
import { addEntity, setMembers } from './entity.ts';
import { keysFor } from './order-key.ts';
import { IMPORTED } from './origins.ts';
import { readMeeting } from './read-meeting.ts';
import { readRichText } from './read-rich-text.ts';
import { type Entity, type EntityRoot, metaOf, rootOf, runOf, SCHEMA_VERSION, SET_FIELDS } from './schema.ts';
import { itemText, proposalNotes, writeRichText } from './texts.ts';

export function readRecord(doc: Y.Doc): MeetingRecord {
  const meeting = readMeeting(doc);
  const textOf = (text: Y.XmlFragment | null): RichDoc => (text ? readRichText(text).doc : EMPTY_RICH_DOC);
  const withTexts = (item: AgendaItem): RecordItem => ({
    ...item,
    slots: item.slots.map(withTexts),
    prep: textOf(itemText(doc, item.id, 'prep')),
    minutes: textOf(itemText(doc, item.id, 'minutes')),
  });
  const withNotes = (proposal: Proposal): RecordProposal => ({
    ...proposal,
    notes: textOf(proposalNotes(doc, proposal.id)),
  });
  const days = meeting.days.map((day) => ({
    ...day,
    blocks: day.blocks.map((block) => ({ ...block, items: block.items.map(withTexts) })),
  }));
  return { ...meeting, days, proposals: meeting.proposals.map(withNotes) };
}

/** Fills an empty document. A document that holds a meeting already is a mistake of the caller. */
export function writeRecord(doc: Y.Doc, record: MeetingRecord): void {
  if (metaOf(doc).size > 0) throw new Error('writeRecord needs an empty document');
  doc.transact(() => {
    const meta = metaOf(doc);
    for (const [name, value] of Object.entries({ schema: SCHEMA_VERSION, ...record.meta }))
      meta.set(name, value);
    addAll(doc, 'logistics', record.logistics);
    addAll(doc, 'people', record.people);
    writeDays(doc, record);
    for (const [i, entity] of addAll(doc, 'proposals', record.proposals).entries()) {
      writeText(entity, 'notes', record.proposals[i]?.notes);
    }
    addAll(doc, 'comments', record.comments);
    addAll(doc, 'attendance', record.attendance);
    addAll(doc, 'attachments', record.attachments);
    addAll(doc, 'next', record.next);
    runOf(doc).push(record.run.map((event) => ({ ...event })));
  }, IMPORTED);
}

function writeDays(doc: Y.Doc, { days }: MeetingRecord): void {
  addAll(doc, 'days', days);
  for (const day of days) {
    addAll(doc, 'blocks', day.blocks, { day: day.id });
    for (const block of day.blocks) {
      writeItems(doc, block.items, { block: block.id, parent: null });
      for (const item of block.items) {
        writeItems(doc, item.slots.flatMap(withSlots), { block: block.id, parent: item.id });
      }
    }
  }
}

/** Slots have one level: what is under a slot follows it. */
function withSlots(slot: RecordItem): readonly RecordItem[] {
  return [slot, ...slot.slots.flatMap(withSlots)];
}

function writeItems(doc: Y.Doc, items: readonly RecordItem[], place: object): void {
  for (const [i, entity] of addAll(doc, 'items', items, place).entries()) {
    writeText(entity, 'prep', items[i]?.prep);
    writeText(entity, 'minutes', items[i]?.minutes);
  }
}

/** Sorted by a date or a moment of their own. */
const UNORDERED: readonly EntityRoot[] = ['days', 'comments', 'attendance'];

const INNER: readonly string[] = ['id', 'blocks', 'items', 'slots', 'prep', 'minutes', 'notes'];

function addAll(
  doc: Y.Doc,
  root: EntityRoot,
  list: readonly { readonly id: string }[],
  place: object = {},
): Entity[] {
  const keys = keysFor(list.map(({ id }) => id));
  return list.map((source, i) => {
    if (rootOf(doc, root).has(source.id))
      throw new Error(`The record has the id "${source.id}" twice in ${root}`);
    const fields: Readonly<Record<string, unknown>> = { ...source };
    const sets = SET_FIELDS[root];
    const values = Object.entries(fields).filter(([name]) => !INNER.includes(name) && !sets.includes(name));
    const order = UNORDERED.includes(root) ? {} : { order: keys[i] };
    const entity = addEntity(doc, root, source.id, { ...Object.fromEntries(values), ...place, ...order });
    for (const name of sets) setMembers(entity, name, fields[name] as readonly string[]);
    return entity;
  });
}

function writeText(entity: Entity, name: string, content: RichDoc | undefined): void {
  const text = entity.get(name);
  if (content && text instanceof Y.XmlFragment) writeRichText(text, content);
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { IMPORTED } from '../../../shared/doc/origins.ts';
import { readRecord, writeRecord } from '../../../shared/doc/record.ts';
import { checkVersion } from '../../../shared/doc/upgrade.ts';
import type { ItemId } from '../../../shared/domain/ids.ts';
import type { MeetingRecord, RecordItem } from '../../../shared/domain/meeting.ts';
import { EMPTY_RICH_DOC } from '../../../shared/domain/rich-text.ts';
import { createScene } from './peers.ts';
import { richDoc } from './rich-docs.ts';

const words = fc.string({ maxLength: 8 });
const persons = fc.subarray(['anna', 'ben', 'chen']);
const texts = fc.record({ prep: richDoc, minutes: richDoc });

function idsOf(kind: string): (list: readonly object[]) => object[] {
  return (list) => list.map((entry, i) => ({ ...entry, id: `${kind}-${i}` }));
}

const item = fc
  .tuple(
    fc.record({
      kind: fc.constantFrom('topic', 'break', 'close'),
      title: words,
      presenters: persons,
      presenterNote: words,
      start: fc.option(fc.nat(1439)),
      duration: words,
      cancelled: fc.option(words),
      tickets: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 3 }),
    }),
    texts,
  )
  .map(([fields, content]) => ({ ...fields, ...content, slots: [] }));

const record = fc
  .record({
    meta: fc.record({
      title: words,
      series: words,
      timeZone: fc.constantFrom(null, 'Europe/Berlin'),
      state: fc.constantFrom('draft', 'open', 'running', 'closed', 'published'),
      template: fc.boolean(),
      createdAt: fc.nat(),
    }),
    logistics: fc.array(
      fc.record({ kind: fc.constantFrom('link', 'slides'), label: words, value: words, details: words }),
    ),
    dates: fc.uniqueArray(fc.integer({ min: 10, max: 28 }), { minLength: 1, maxLength: 3 }),
    items: fc.array(item, { maxLength: 5 }),
    slots: fc.array(item, { maxLength: 2 }),
    title: words,
    attachments: fc.array(
      fc.record({ name: words, size: fc.option(fc.nat()), item: fc.constantFrom(null, 'round') }),
    ),
    estimate: words,
    notes: richDoc,
  })
  .map(({ dates, items, slots, title, attachments, estimate, notes, ...rest }) => {
    const round = { ...items[0], kind: 'round', id: 'round', title, slots: idsOf('slot')(slots) };
    const blank = {
      ...{ email: '', organisation: '', role: '', remark: '', apology: null },
      ...{ timeZone: 'Asia/Tokyo', guestOf: [] },
    };
    return {
      ...rest,
      logistics: idsOf('way')(rest.logistics),
      people: ['anna', 'ben', 'chen'].map((id) => ({ id, kind: 'attendee', name: id, ...blank })),
      days: dates.toSorted().map((day, i) => ({
        id: `day-${i}`,
        date: `2026-03-${day}`,
        title,
        blocks: [
          {
            id: `first-${i}`,
            title,
            moderators: ['chen', 'anna'],
            items: i === 0 && items[0] ? [round] : [],
          },
          { id: `block-${i}`, title: '', moderators: [], items: idsOf(`item-${i}`)(items) },
        ],
      })),
      proposals: [
        {
          id: 'p',
          title,
          requestedBy: ['ben'],
          requestNote: '',
          presenters: ['anna'],
          estimate,
          state: 'open',
          reason: '',
          item: null,
          mergedInto: null,
          splitFrom: null,
          notes,
        },
      ],
      comments: [{ id: 'c', proposal: 'p', by: 'Ben', at: 5, text: title }],
      run: [
        { id: 'e', at: 1, by: 'Anna', type: 'pause' },
        { id: 'f', at: 2, by: 'Anna', type: 'replan', after: null, changes: [{ item: 'x', minutes: -5 }] },
        { id: 'g', at: 3, by: 'Anna', type: 'hand-over', role: 'chair', person: 'ben' },
      ],
      attendance: [{ id: 'a', person: 'ben', from: 1, to: null, note: 'off and on' }],
      attachments: attachments.map((file, i) => ({
        ...{ id: `file-${i}`, label: '', author: '', date: null, type: '', sha256: null },
        ...{ ...file, item: items[0] ? file.item : null },
      })),
      next: [{ id: 'n', title, dates: '', mode: '', note: '' }],
    } as unknown as MeetingRecord;
  });

describe('a record', () => {
  test('D80: written into an empty document and read again is the same record', () => {
    fc.assert(
      fc.property(record, (written) => {
        const doc = new Y.Doc();
        const origins: unknown[] = [];
        doc.on('update', (_: Uint8Array, origin: unknown) => origins.push(origin));
        writeRecord(doc, written);
        expect(readRecord(doc)).toEqual(written);
        expect(origins).toEqual([IMPORTED]);
        expect(checkVersion(doc)).toBe('current');
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  test('D80: is not written over a meeting that is there', () => {
    const { doc } = createScene();
    expect(() => writeRecord(doc, readRecord(doc))).toThrow(/empty document/);
  });

  test('D80: with one id twice is refused, because half of it would be lost', () => {
    const { doc, item: add } = createScene();
    add({ title: 'A' });
    const source = readRecord(doc);
    const twice = { ...source, days: [...source.days, ...source.days] };
    expect(() => writeRecord(new Y.Doc(), twice)).toThrow(/twice in days/);
  });

  test('D25: whose slots have slots keeps every one of them, one level deep', () => {
    const { doc, item: add } = createScene();
    add({ title: 'A' });
    const source = readRecord(doc);
    const [day] = source.days;
    const [block] = day?.blocks ?? [];
    const [leaf] = block?.items ?? [];
    if (!day || !block || !leaf) throw new Error('The scene has an item');
    const named = (id: string, slots: readonly RecordItem[] = []) => ({ ...leaf, id: id as ItemId, slots });
    const round = {
      ...named('r', [named('s', [named('t', [named('u')])]), named('v')]),
      kind: 'round' as const,
    };
    const copy = new Y.Doc();
    writeRecord(copy, { ...source, days: [{ ...day, blocks: [{ ...block, items: [round] }] }] });
    const [read] = readRecord(copy).days[0]?.blocks[0]?.items ?? [];
    expect(read?.slots.map(({ id }) => id)).toEqual(['s', 't', 'u', 'v']);
  });

  test('D80: of an item without texts has empty ones', () => {
    const { doc, item: add } = createScene();
    const id = add({ title: 'A' });
    const entity = doc.getMap('items').get(id) as Y.Map<unknown>;
    entity.delete('prep');
    entity.set('minutes', 'a string');
    expect(readRecord(doc).days[0]?.blocks[0]?.items[0]).toMatchObject({
      prep: EMPTY_RICH_DOC,
      minutes: EMPTY_RICH_DOC,
    });
  });
});

import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readRecord, writeRecord } from '../../../shared/doc/record.ts';
import type { NewId } from '../../../shared/domain/ids.ts';
import { planDay } from '../../../shared/domain/plan-times.ts';
import { BUILT_IN_TEMPLATES, buildFromTemplate } from '../../../shared/domain/templates.ts';
import type { CalendarDate, Instant } from '../../../shared/domain/time.ts';
import { addDays } from '../../../shared/domain/zones.ts';

const first = '2026-03-10' as CalendarDate;

/** Minutes of each day, as the line about the template says them. */
const LENGTHS: Readonly<Record<string, readonly number[]>> = {
  weekly: [60],
  'multi-day': [195, 190, 200],
  board: [120],
  retrospective: [90],
};

describe.each(BUILT_IN_TEMPLATES)('the template $title', (template) => {
  let made = 0;
  const newId: NewId = () => {
    made += 1;
    return `id-${made}`;
  };
  const dates = template.days.map((_, i) => addDays(first, i));
  const use = { title: 'Mine', timeZone: null, dates, template: false, createdAt: 1 as Instant };
  const record = buildFromTemplate(template, use, newId);

  test('makes a meeting that can be written and read again', () => {
    const doc = new Y.Doc();
    writeRecord(doc, record);
    expect(readRecord(doc)).toEqual(record);
    expect(record.meta).toMatchObject({ title: 'Mine', template: false, state: 'draft' });
  });

  test('has a start and an end on every day, nothing that overlaps, and lasts what it says', () => {
    const lengths: number[] = [];
    for (const day of record.days) {
      const plan = planDay(day);
      expect(plan.start).not.toBeNull();
      const items = day.blocks.flatMap((block) => block.items);
      for (const { id } of items) expect(plan.slots.get(id)).toMatchObject({ overlap: 0, gap: 0 });
      lengths.push((plan.end ?? 0) - (plan.start ?? 0));
    }
    expect(lengths).toEqual(LENGTHS[template.id]);
  });
});

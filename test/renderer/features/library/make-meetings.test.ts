import { describe, expect, onTestFinished, test } from 'vitest';
import {
  planNew,
  readSource,
  saveTemplate,
  suggestFirstDay,
} from '../../../../renderer/features/library/make-meetings.ts';
import type { Services } from '../../../../renderer/session/services.tsx';
import { openLibrary } from '../../../../renderer/storage/library.ts';
import { writeRecord } from '../../../../shared/doc/record.ts';
import type { MeetingId, NewId } from '../../../../shared/domain/ids.ts';
import { plainText } from '../../../../shared/domain/registers.ts';
import { BUILT_IN_TEMPLATES } from '../../../../shared/domain/templates.ts';
import type { CalendarDate, TimeZone } from '../../../../shared/domain/time.ts';
import { instant, sampleRecord } from '../../../shared/publish/sample-record.ts';
import { newPlace } from '../../storage/test-db.ts';
import { aSummary, date } from './a-summary.ts';

// A Friday in Berlin.
const NOW = instant('2026-03-13T10:00:00Z');

async function services(): Promise<Services> {
  let count = 0;
  const newId: NewId = () => {
    count += 1;
    return `id-${count}`;
  };
  const now = () => NOW;
  const library = await openLibrary({ ...newPlace(), newId, now });
  onTestFinished(() => library.close());
  return { library, newId, now, ownZone: 'Europe/Berlin' as TimeZone } as Services;
}

async function kept(all: Services): Promise<MeetingId> {
  return all.library.create((doc) => writeRecord(doc, sampleRecord()));
}

const [weekly] = BUILT_IN_TEMPLATES;
const days = BUILT_IN_TEMPLATES.find(({ id }) => id === 'multi-day');
if (!weekly || !days) throw new Error('A template that the tests use is gone');

describe('a meeting made of another', () => {
  test('has its plan on other dates, and not its minutes', async () => {
    const all = await services();
    const source = await readSource(all, { kind: 'own', id: await kept(all) });
    const dates = source.dates.map((_, i) => `2026-06-0${i + 1}` as CalendarDate);
    const id = await planNew(all, source, { title: 'Summer review', dates, proposals: true });
    const record = await all.library.read(id);
    expect(record.meta).toMatchObject({ title: 'Summer review', series: 'Platform leads', template: false });
    expect(record.days.map((day) => day.date)).toEqual(dates);
    expect(record.logistics).toEqual(sampleRecord().logistics);
    const items = record.days.flatMap((day) => day.blocks.flatMap((block) => block.items));
    expect(items.every(({ minutes }) => plainText(minutes.content) === '')).toBe(true);
  });

  test('of a meeting without a zone has none either: it is not guessed', async () => {
    const all = await services();
    const sample = sampleRecord();
    const id = await all.library.create((doc) =>
      writeRecord(doc, { ...sample, meta: { ...sample.meta, timeZone: null } }),
    );
    const source = await readSource(all, { kind: 'own', id });
    const made = await planNew(all, source, { title: 'x', dates: source.dates, proposals: false });
    expect((await all.library.read(made)).meta.timeZone).toBeNull();
  });
});

describe('a template', () => {
  test('is made of a meeting, and meetings of it', async () => {
    const all = await services();
    const template = await saveTemplate(all, await readSource(all, { kind: 'own', id: await kept(all) }));
    expect((await all.library.read(template)).meta).toMatchObject({ template: true, state: 'draft' });
    const source = await readSource(all, { kind: 'own', id: template });
    const made = await planNew(all, source, { title: 'New', dates: source.dates, proposals: true });
    expect((await all.library.read(made)).meta).toMatchObject({ template: false, title: 'New' });
  });

  test('of Quorum lies on working days from the next one on, in the zone of this computer', async () => {
    const all = await services();
    const source = await readSource(all, { kind: 'built-in', template: days });
    expect(source.dates).toEqual(['2026-03-16', '2026-03-17', '2026-03-18']);
    expect(source.record.meta.timeZone).toBe('Europe/Berlin');
    expect(suggestFirstDay(source, [], date('2026-03-13'))).toBe('2026-03-16');
    const own = await saveTemplate(all, source);
    expect((await all.library.read(own)).meta).toMatchObject({ template: true, title: days.title });
  });
});

describe('the first day of a copy', () => {
  const source = { ...sampleRecord(), meta: { ...sampleRecord().meta, series: 'Leads' } };
  const from = { title: '', record: source, dates: [date('2026-03-10')], openProposals: 0 };
  const of = (day: string, fields = {}) => aSummary({ firstDay: date(day), series: 'Leads', ...fields });

  test('goes on in the rhythm of its series, templates and other series apart', () => {
    const list = [
      of('2026-02-10'),
      of('2026-02-24'),
      of('2026-03-12', { template: true }),
      of('2026-03-11', { series: '' }),
    ];
    expect(suggestFirstDay(from, list, date('2026-03-13'))).toBe('2026-03-24');
  });

  test('of a single meeting is a week later, whatever other single meetings there are', () => {
    const single = { ...from, record: { ...source, meta: { ...source.meta, series: '' } } };
    expect(suggestFirstDay(single, [of('2026-01-01', { series: '' })], date('2026-03-13'))).toBe(
      '2026-03-17',
    );
  });
});

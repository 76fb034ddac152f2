// Invented pages of the shapes that occur: what becomes of each, and that none of their words is lost.
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatClock, planDay } from '../../../shared/domain/plan-times.ts';
import { checkRichDoc } from '../../../shared/domain/rich-text-check.ts';
import type { ImportResult } from '../../../shared/import/import-page.ts';
import { accountedWords, missingWords, surplus, visibleWords } from './accounting.ts';
import {
  actionLines,
  allItems,
  importFixture,
  itemNamed,
  namesOf,
  outline,
  PAGES,
  readPage,
} from './import-fixture.ts';

function agendaLines({ record }: ImportResult): string[] {
  return record.days.flatMap((day) => {
    const { slots } = planDay(day);
    return day.blocks.flatMap((block) => [
      `${day.date} ${block.title}|${namesOf(record, block.moderators).join(', ')}`,
      ...block.items.map((item) => {
        const start = slots.get(item.id)?.start ?? null;
        const struck = item.cancelled === null ? '' : ` cancelled: ${item.cancelled}`;
        const who = namesOf(record, item.presenters).join(', ');
        return `${start === null ? '--:--' : formatClock(start)} (${item.duration}) ${item.kind} ${item.title}|${who}${struck}`;
      }),
    ]);
  });
}

const findings = ({ report }: ImportResult, kind: string) =>
  report.findings
    .filter((finding) => finding.kind === kind)
    .map((finding) => finding.suggestion ?? finding.text);

describe.each(readdirSync(PAGES).filter((name) => !name.startsWith('hostile')))('%s', (name) => {
  const result = importFixture(name);

  test('loses no visible word and counts none many times', () => {
    const seen = visibleWords(readPage(name), name.endsWith('.html') ? 'html' : 'markdown');
    const accounted = accountedWords(result);
    expect(missingWords(seen, accounted)).toEqual([]);
    expect(surplus(seen, accounted)).toBeLessThan(40);
  });

  test('gives texts that the schema takes as they are', () => {
    for (const { prep, minutes } of allItems(result.record)) {
      expect(checkRichDoc(prep)).toEqual({ ok: true, value: prep });
      expect(checkRichDoc(minutes)).toEqual({ ok: true, value: minutes });
    }
  });

  test('gives the same record for the same page', () => {
    expect(importFixture(name)).toEqual(result);
  });
});

describe('spring-review.md, a three-day page of a wiki as tab-separated rows', () => {
  const result = importFixture('spring-review.md');

  test('has days, blocks with titles and moderators, and items in their times', () => {
    expect(agendaLines(result)).toEqual([
      '2026-03-10 Morning|Catarina Duarte',
      '09:00 (10) topic Welcome and code of conduct|Wanda Ferro',
      '09:10 (20) topic Programme news|Wanda Ferro',
      '09:30 (60) topic Import pipeline v3: where it stands|Hugo Brandt',
      '10:30 (30) break Break|',
      '2026-03-10 Late morning|Wanda Ferro',
      '11:00 (60) topic Kiosk displays: one supplier or two?|Wanda Ferro',
      '12:00 (30) topic Authority records: who decides?|Jonas Lindqvist',
      '12:30 (30) break Break|',
      '2026-03-10 Afternoon|Jonas Lindqvist',
      '13:00 (60) topic Scan room: a new shift plan|Rüya Aydın, Tomo Kimura',
      '14:00 (30) topic Shelf map for small branches|Yael Adler',
      '14:30 () close Close|',
      '2026-03-11 Morning|Rüya Aydın',
      '09:00 (30) topic One naming rule|Tomo Kimura',
      '09:30 (60) topic Archive formats|Catarina Duarte',
      '10:30 (30) break Break|',
      '2026-03-11 Late morning|Mara Okafor',
      '11:00 (30) topic Search index trial|Jonas Lindqvist',
      '11:30 (30) topic Recovery rehearsals|Rüya Aydın, Ben Osei',
      '12:00 (30) topic Early loans data: who may see it?|Catarina Duarte',
      '12:30 (30) break Break|',
      '2026-03-11 Afternoon|Sten Krol',
      '13:00 (30) topic Archive days for schools|Yael Adler',
      '13:30 (30) topic Summer hours|Sten Krol',
      '14:00 (30) topic Night lights in the stacks|Viktor Hallam cancelled: Viktor Hallam was unavailable.',
      '14:30 () close Close|',
      '2026-03-12 |Ines Maur',
      '09:00 (90) topic Plans for the next quarter|Mara Okafor',
      '10:30 (30) topic Wrap up|Wanda Ferro',
      '11:00 () close Close|',
    ]);
  });

  test('has its action items in all their forms', () => {
    const lines = actionLines(result.record);
    expect(lines).toHaveLength(24);
    expect(lines.slice(0, 8)).toEqual([
      'done Wanda Ferro: send the short version of the winter report to all houses. | 2026-03-11',
      'open Hugo Brandt: list what the old import must still be able to do | 2026-03-20 | half of the list is in the ticket, the serials are missing.',
      'open Hugo Brandt, Priya Menon: agree on a switch-over date with Lyon. | 2026-03-27',
      'done Leila Sato, Ben Osei: count how often each kiosk is used in February (three houses are enough). | 2026-03-09',
      'deferred Leila Sato (with Ben Osei): count again in April, in all houses. | 2026-04-16 | deferred to the summer review, since Nagoya moves its kiosks in April',
      'open Wanda Ferro: give the kiosk group access to the repair log before the next visit. | 2026-03-09',
      'open Mara Okafor: make contact between Petra Lund and the house in Lyon. | 2026-03-18',
      'open Tomo Kimura: publish the table of transliterations, with its sources. | 2026-04-01',
    ]);
    expect(lines).toContain(
      'in-progress Yael Adler (with Ben Osei): write the page on who may see early loans data. | 2026-03-13 | In progress on the wiki',
    );
    expect(lines).toContain(
      'open Wanda Ferro, Mara Okafor, Sten Krol: agree on opening times for the help desk in August. | 2026-03-16',
    );
    const json = JSON.stringify(result.record);
    expect(json).toContain('"carriedFrom":"Platform leads, winter review"');
    expect(json).toContain('"deferredTo":"summer review"');
  });

  test('has its decisions where they were taken', () => {
    expect(result.report.counts.decisions).toBe(8);
    expect(outline(itemNamed(result.record, 'Search index trial').minutes.content)).toEqual([
      '- Queries return in 80 ms at the median on a third of the catalogue; accents and transliterated titles are still wrong.',
      '  - The spelling list comes from three libraries only.',
      '  - Wanda: enough to decide on the engine, not on the hardware.',
      '! Keep the trial engine for the catalogue; the old index stays until the autumn review.',
      "- A full trial needs two quiet days. Mid-May suits everybody except Leila Sato's group.",
      '  - Could half of it run at night, from Nagoya?',
      '[] book a two-day load test in May and tell the partner libraries.',
      '[] circulate the cost sheet.',
      '- Open: who answers when a search returns nothing at all',
      '  - Catarina will bring numbers from the help desk.',
    ]);
  });

  test('has proposals that became items, wait, or were declined with a reason', () => {
    const states = result.record.proposals.map(({ state }) => state);
    expect(states.filter((state) => state === 'scheduled')).toHaveLength(7);
    expect(states.filter((state) => state === 'open')).toHaveLength(5);
    const declined = result.record.proposals.filter(({ state }) => state === 'declined');
    expect(declined.map(({ title, reason }) => [title, reason])).toEqual([
      ['Lending robots, a report', 'A written report is enough.'],
      ['A new sign at the door', 'The board decided on it in January.'],
    ]);
  });
});

describe('one-day.md, a pipe table with lengths under labelled lines', () => {
  const result = importFixture('one-day.md');

  test('starts at the time of its head and flows by its lengths', () => {
    expect(agendaLines(result)).toEqual([
      '2026-03-09 |Mara Okafor',
      '18:15 (5 min) topic Actions from last week|Mara Okafor',
      '18:20 (15 min?) topic Load test in May|Jonas Lindqvist',
      '18:35 (10) topic Opening hours pilot|Ines Maur',
      '18:45 (10) topic Help texts|Hugo Brandt cancelled: Hugo is travelling.',
      '18:45 () topic Any other business|',
    ]);
  });

  test('takes a zone that is named exactly, people from one line, and the next meeting', () => {
    expect(result.record.meta.timeZone).toBe('Europe/Berlin');
    expect(findings(result, 'time-zone')).toEqual([]);
    expect(
      result.record.people.map(({ kind, name, email, role, remark, apology }) => [
        kind,
        name,
        email,
        role,
        remark,
        apology,
      ]),
    ).toEqual([
      ['attendee', 'Mara Okafor', '', '', '', null],
      ['attendee', 'Tomo Kimura', '', 'note-taker', '', null],
      ['attendee', 'Jonas Lindqvist', '', '', 'until 18:40', null],
      ['attendee', 'Ines Maur', 'ines@example.org', '', '', null],
      ['absent', 'Sten Krol', '', '', '', 'holiday'],
      ['named', 'Hugo Brandt', '', '', '', null],
    ]);
    expect(result.record.next).toMatchObject([{ dates: 'Monday 16 March 2026', note: '18:15, same room' }]);
    expect(actionLines(result.record)).toEqual(['open Jonas Lindqvist: ask Nagoya again | 2026-03-11']);
  });
});

describe('headings-only.md, an agenda of headings', () => {
  const result = importFixture('headings-only.md');

  test('makes items of headings, with presenters from dashes and parentheses', () => {
    expect(agendaLines(result)).toEqual([
      '2026-03-24 |',
      '15:00 (20) topic What the counts say|Ines Maur',
      '15:20 (30) topic Who opens the house?|Sten Krol',
      '15:50 () break Break|',
      '15:50 () topic Signs at the door|',
      '16:30 () close Close|',
    ]);
  });

  test('divides texts by their sub-headings', () => {
    const { prep, minutes } = itemNamed(result.record, 'What the counts say');
    expect(outline(prep.content)).toHaveLength(3);
    expect(outline(minutes.content)).toEqual([
      '- Sten: the door counter also counts the cat.',
      '! The pilot runs from 08:00 to 20:30.',
    ]);
    expect(actionLines(result.record)).toEqual([
      'open Sten Krol: ask the caretaker in Nagoya | 2026-03-31',
      'done Leila Sato: send the list of keys | null',
    ]);
    expect(findings(result, 'untimed')).toEqual(['Break', 'Signs at the door']);
  });
});

describe('start-end-columns.html, other columns in another order', () => {
  const result = importFixture('start-end-columns.html');

  test('takes lengths from starts and ends, and pins the item behind a gap', () => {
    expect(agendaLines(result)).toEqual([
      '2026-02-25 |Catarina Duarte',
      '09:00 (15) topic Welcome|Catarina Duarte',
      '09:15 (45) topic Letters from Lyon|Dario Conti',
      '10:00 (30) break Coffee|',
      '10:45 (45) topic Maps we may show|Yael Adler, Freya Holm',
      '13:00 () close End|',
    ]);
    expect(allItems(result.record).flatMap((item) => item.start ?? [])).toEqual([540, 645, 780]);
  });

  test('keeps columns without a place in the preparation notes and reports what is no part of a meeting', () => {
    expect(outline(itemNamed(result.record, 'Letters').prep.content)).toEqual([
      'Room: Vault',
      'with a look into box 14',
    ]);
    expect(findings(result, 'leftover')).toEqual(['Dress code Warm socks', 'Lunch is on the house.']);
  });
});

describe('confluence-view.html, a page as Confluence shows it', () => {
  const result = importFixture('confluence-view.html');

  test('reads task lists with their state, user links as assignees and dates as due', () => {
    expect(actionLines(result.record)).toEqual([
      'open Ben Osei: print the counting sheets | 2026-03-06',
      'done Mara Okafor: tell the houses | 2026-03-02',
      'open Tomo Kimura: publish these minutes | 2026-03-04',
    ]);
  });

  test('takes a column of lengths that is called "Time", tickets, pictures as words, and no scripts', () => {
    expect(allItems(result.record).map((item) => [item.title, item.duration, item.tickets])).toEqual([
      ['Kiosk count', '5min', []],
      ['Import pipeline', '20min', ['PLT-187']],
      ['Decisions', '', []],
      ['Action items', '', []],
    ]);
    expect(outline(itemNamed(result.record, 'Import').prep.content)).toEqual([
      'See PLT-187 for the numbers.',
      'night runs',
    ]);
    expect(JSON.stringify(result)).not.toContain('never shown');
    expect(findings(result, 'image')).toEqual(['night runs']);
    expect(result.record.attachments).toMatchObject([{ name: 'runs.png', type: 'image/png' }]);
  });
});

describe('days-in-a-column.html, a day beside its rows', () => {
  const result = importFixture('days-in-a-column.html');

  test('has its days, the zone named beside the date, and the reason of an item struck in part', () => {
    expect(result.record.meta.timeZone).toBe('America/Phoenix');
    expect(agendaLines(result)).toEqual([
      '2026-05-04 |',
      '09:00 (60) topic Introduction|Yael Adler',
      '10:00 (60) topic Photographs|Freya Holm cancelled: moved to the autumn',
      '11:00 () topic Drawing a branch|Sten Krol',
      '2026-05-05 |',
      '09:00 (180) topic Walking through|Yael Adler',
      '12:00 () close Close|',
    ]);
  });
});

describe('awkward-rows.md, rows that need a look', () => {
  const result = importFixture('awkward-rows.md');

  test('suggests the person a misspelt or shortened name looks like', () => {
    expect(findings(result, 'look-alike')).toEqual(['Jonas Lindqvist', 'Wanda Ferro']);
    expect(namesOf(result.record, itemNamed(result.record, 'Recovery').presenters)).toEqual([
      'Jonas Lindqwist',
      'W. Ferro',
    ]);
  });

  test('keeps a time that is no time as words, and sets none', () => {
    const item = itemNamed(result.record, 'Recovery');
    expect(item.start).toBeNull();
    expect(outline(item.prep.content)[0]).toBe('Time: 13:00ish');
    expect(findings(result, 'time')[0]).toBe('13:00ish');
  });

  test('defers an open action item, and doubts one without a person or date', () => {
    expect(actionLines(result.record)).toEqual([
      'open Wanda Ferro: call the supplier (with care) | null',
      'done : the list is sent. | 2026-03-12',
      'deferred Wanda Ferro: book the room. | 2026-03-13 | moved to the May meeting because of the flood',
    ]);
    expect(findings(result, 'action')).toEqual([
      'Wanda Ferro — call the supplier (with care)',
      'the list is sent. 12 Mar 2026',
    ]);
  });

  test('lets no link through that could do harm, and loads nothing', () => {
    expect(JSON.stringify(result.record)).not.toContain('javascript:');
    expect(JSON.stringify(result.record)).not.toContain('tracker.example.net');
    expect(findings(result, 'image')).toEqual(['a chart']);
  });

  test('reports what is left over, with its words', () => {
    expect(findings(result, 'leftover')).toEqual(['A stray remark below the table.']);
  });
});

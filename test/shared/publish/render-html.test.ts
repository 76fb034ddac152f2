import { describe, expect, test } from 'vitest';
import type { DayId, PersonId } from '../../../shared/domain/ids.ts';
import type { MeetingRecord } from '../../../shared/domain/meeting.ts';
import type { TimeZone } from '../../../shared/domain/time.ts';
import { buildPrintable } from '../../../shared/publish/build-printable.ts';
import { defaultPublishOptions, type PublishOptions } from '../../../shared/publish/publish-options.ts';
import { renderHtml } from '../../../shared/publish/render-html.ts';
import { fillTocPages, tocAnchors } from '../../../shared/publish/toc-pages.ts';
import { attribute, elementsOf, textOf, wordsOf } from './read-html.ts';
import {
  action,
  day,
  doc,
  emptyRecord,
  item,
  link,
  longRecord,
  NOW,
  para,
  person,
  sampleRecord,
  text,
} from './sample-record.ts';

const minutes = defaultPublishOptions('minutes', NOW);
const agenda = defaultPublishOptions('agenda', NOW);
const render = (record: MeetingRecord, options: PublishOptions = minutes): string =>
  renderHtml(buildPrintable(record, options));

describe('the document', () => {
  test('says what it is in its head: language, title, author, subject, and a policy that loads nothing', () => {
    const html = render(sampleRecord());
    const elements = elementsOf(html);
    const meta = (name: string): string | null | undefined => {
      const element = elements.find(
        (e) => attribute(e, 'name') === name || attribute(e, 'http-equiv') === name,
      );
      return element && attribute(element, 'content');
    };
    expect(html.startsWith('<!doctype html>\n<html lang="en"')).toBe(true);
    expect(html).toContain('<title>Platform leads, spring review · Draft minutes</title>');
    expect(meta('author')).toBe('Tomo Kimura');
    expect(meta('description')).toContain('Phoenix, MST (UTC−7)');
    expect(meta('Content-Security-Policy')).toMatch(/^default-src 'none';/u);
    expect(
      elements.filter((e) =>
        ['script', 'link', 'img', 'iframe', 'object', 'base', 'form'].includes(e.tagName),
      ),
    ).toEqual([]);
    expect(html).not.toMatch(/url\(|@import/u);
  });

  test('every link inside it arrives, and every id is there once', () => {
    for (const html of [render(sampleRecord()), render(sampleRecord(), agenda), render(longRecord())]) {
      const elements = elementsOf(html);
      const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      const targets = elements.flatMap((element) => attribute(element, 'href') ?? []);
      const inside = targets.filter((href) => href.startsWith('#'));
      expect(inside.length).toBeGreaterThan(2);
      for (const href of inside) expect(ids).toContain(href.slice(1));
    }
  });

  test('actions and decisions lead to their row and the row leads back', () => {
    const elements = elementsOf(render(sampleRecord()));
    const links = elements
      .filter((element) => element.tagName === 'a')
      .map((e) => [textOf(e), attribute(e, 'href')]);
    expect(links).toContainEqual(['A2', '#action-2']);
    expect(links).toContainEqual(['A2', '#action-row-2']);
    expect(links).toContainEqual(['D1', '#decision-1']);
    expect(links).toContainEqual(['D1', '#decision-row-1']);
  });

  test('headings go down one level at a time', () => {
    for (const options of [minutes, agenda]) {
      const levels = elementsOf(render(sampleRecord(), options))
        .filter((element) => /^h[1-6]$/u.test(element.tagName))
        .map((element) => Number(element.tagName[1]));
      expect(levels[0]).toBe(1);
      for (const [index, level] of levels.entries())
        expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    }
  });
});

describe('minutes', () => {
  const words = wordsOf(render(sampleRecord()));

  test.each([
    ['series and state', 'Platform leadsDraft minutes, 11 March 2026 11:36'],
    [
      'who came',
      'PresentYael Adler (Nagoya), Rüya Aydın (Moderator), Tomo Kimura, Jonas Lindqvist (off and on)',
    ],
    ['guests with their item', 'Petra Lund (item 1.2)'],
    ['apologies with the reason', 'Wanda Ferro: Wednesday from 13:00, another meeting'],
    ['who was absent', 'AbsentSten Krol'],
    ['blocks with their moderators', 'Late morning, moderators Mara Okafor, Rüya Aydın'],
    [
      'planned times',
      '1.2 Holiday calendars 09:10–09:55 · Yael Adler, Petra Lund (if the link holds) · PLT-204',
    ],
    ['actual times where they differ', '11:04–11:36 (planned 11:00–11:30)'],
    ['breaks', '09:55–10:10Break · 15 min'],
    ['sub-slots of a round', '1.3.2 Lyon 10:25–10:40'],
    [
      'cancelled items with the word and the reason',
      'Night lights in the stacks Cancelled: presenter unavailable',
    ],
    ['vague lengths as times of the plan', '2.3 Summer hours 11:30–12:30'],
    [
      'actions in place, overdue in words',
      'Ask Nagoya and Lyon for their holiday calendar with Mara Okafor · due 9 Mar 2026 · Overdue',
    ],
    ['progress', '10 March 2026, Jonas Lindqvist: Lyon has answered.'],
    ['deferred actions', 'Book a load test Deferred to the May meeting · carried from January'],
    ['decisions that replace others', 'autumn. replaces D1'],
    ['files of an item', 'File: Index trial, March.pdf'],
    ['the end', 'The meeting closed at 11:36 on 11 March 2026.'],
    ['next meetings', 'Seattle · 2026-05-12/14 · in person'],
    ['attachments', 'Index trial, March.pdffinalJonas Lindqvist10 Mar 2026PDF, 123 kB2.1'],
    ['proposals and what became of them', 'Declined: belongs to the house committee'],
    ['who presents for those who asked', 'by request of the sitespresented by Jonas Lindqvist'],
    ['merged proposals by what covers them, and where that stands', 'Merged into “Holiday calendars” (1.2)'],
    ['parts of a proposal', 'Part of “Bicycle racks”'],
    ['what is left out, counted', 'Left out of this copy: dial-in details, 2 comments on proposals.'],
  ])('%s', (_what, expected) => {
    expect(words).toContain(expected);
  });

  test('keeps the nesting of lists, the start of numbers, quotes and code', () => {
    const html = render(sampleRecord());
    expect(html).toContain('<li dir="auto"><p dir="auto">Count the weeks.</p>\n<ul>');
    expect(html).toContain('<ol start="3">');
    expect(html).toContain('<blockquote>');
    expect(html).toContain('<pre dir="ltr"><code>select 1\n  from dual;</code></pre>');
  });

  test('the state of an action is a shape with a name, and struck text has its word', () => {
    const html = render(sampleRecord());
    for (const state of ['Overdue', 'In progress', 'Done', 'Deferred to the May meeting', 'Cancelled']) {
      expect(html).toContain(`role="img" aria-label="${state}"`);
    }
    expect(html).toMatch(/<s>Buy the second machine<\/s>.*Cancelled/u);
  });

  test('all of a kind stays with its day: a copy of day 2 keeps its numbers and knows nothing of day 1', () => {
    const html = render(sampleRecord(), { ...minutes, days: ['d2' as DayId] });
    expect(wordsOf(html)).toContain('Left out of this copy: 1 of 2 days');
    expect(wordsOf(html)).toContain('D3');
    expect(html).toContain('id="item-2.1"');
    for (const secret of [
      'Holiday calendars</h3>',
      'Lyon has answered',
      'All well',
      'Where we stand',
      '>1.2',
    ]) {
      expect(html).not.toContain(secret);
    }
  });

  test('comments on proposals are there when they are asked for, and go with the proposals', () => {
    const said = wordsOf(render(sampleRecord(), { ...minutes, comments: true }));
    expect(said).toContain('Sten Krol, 2 March 2026: The same as above.- but for one * thing · text: "<b>"');
    expect(said).toContain('Somebody, 2 March 2026: Then half an hour: enough?');
    for (const options of [minutes, { ...minutes, comments: true, proposals: false }])
      expect(render(sampleRecord(), options)).not.toContain('The same as above');
  });

  test('switched off parts are nowhere in the file', () => {
    const html = render(sampleRecord(), {
      ...minutes,
      summary: false,
      preparation: false,
      actualTimes: false,
      attachments: false,
      proposals: false,
    });
    for (const secret of [
      'Count the weeks',
      'public holidays',
      'calendar.example.org',
      '11:04',
      'Costs.xlsx',
      'Index trial, March.pdf',
      'Bicycle',
      'PIN 815',
      '+1 555',
      '4711',
      'action-row',
      'Action items',
    ]) {
      expect(html).not.toContain(secret);
    }
    expect(wordsOf(html)).toContain(
      'preparation notes of 2 items, dial-in details, 2 attachments, 3 proposals',
    );
  });
});

describe('an agenda', () => {
  const html = render(sampleRecord(), agenda);
  const words = wordsOf(html);

  test('is a programme of each day with the preparation behind it, and the ways to join in full', () => {
    expect(words).toContain(
      '09:10–09:551.2Holiday calendars PLT-204Yael Adler, Petra Lund (if the link holds)45 min',
    );
    expect(words).toContain('2.3Summer hours1 hour?');
    expect(words).toContain('Count the weeks.');
    expect(words).toContain('Dial in: +1 555 0100 (PIN 815)');
  });

  test('has no minutes in it', () => {
    for (const later of [
      'Everybody introduced',
      'cost sheet',
      'Keep the trial engine',
      '11:04',
      'closed at',
      'Minutes by',
    ]) {
      expect(words).not.toContain(later);
    }
  });
});

describe('times', () => {
  test('a meeting without a zone says so and names no hour of printing', () => {
    const record = emptyRecord({ days: [day('d', '2026-03-10', [item('i', { start: 540 as never })])] });
    expect(wordsOf(render(record))).toContain('10 March 2026 · 09:00–09:30 (time zone not stated)');
    expect(wordsOf(render(record))).toContain('Draft minutes, 11 March 2026 Small');
  });

  test("the reader's zone stands beside the meeting's", () => {
    const record = sampleRecord();
    const [, second] = record.days;
    const one = { ...record, days: second ? [second] : [] };
    const subtitle = wordsOf(render(one, { ...minutes, ownZone: 'Europe/Berlin' as TimeZone }));
    expect(subtitle).toContain('11:00–12:30 Phoenix, MST (UTC−7), 19:00–20:30 in Berlin');
  });
});

describe('hostile texts', () => {
  const attack =
    '</style></title><script>alert(1)</script>"\'><img src=x onerror=alert(1)>\u0000\u0007\u202egnp.exe\ud800';
  const record: MeetingRecord = {
    ...emptyRecord(),
    meta: { ...emptyRecord().meta, title: attack, series: attack },
    people: [person('a', attack, { role: 'note-taker', organisation: attack, apology: attack })],
    logistics: [
      { id: 'w' as never, kind: 'link', label: attack, value: 'javascript:alert(1)', details: attack },
      { id: 'w2' as never, kind: 'link', label: 'share', value: '\\\\host\\share', details: '' },
    ],
    days: [
      day(
        'd',
        '2026-03-10',
        [
          item('i', {
            title: attack,
            presenterNote: attack,
            tickets: [attack],
            cancelled: attack,
            minutes: doc(
              para(
                text(attack, link('data:text/html,<script>alert(1)</script>')),
                text('ok', link('https://example.org/"><script>')),
              ),
              action('x', attack, { assignees: ['a' as PersonId], deferredTo: attack, status: 'deferred' }),
            ),
          }),
        ],
        { title: attack },
      ),
    ],
    next: [{ id: 'n' as never, title: attack, dates: attack, mode: attack, note: attack }],
    attachments: [
      {
        id: 'f' as never,
        name: attack,
        label: attack,
        author: attack,
        date: null,
        type: attack,
        size: null,
        sha256: null,
        item: null,
      },
    ],
  };

  test.each([
    ['minutes', minutes],
    ['agenda', agenda],
  ] as const)('stay words in %s', (_what, options) => {
    const html = render(record, { ...options, status: attack });
    const elements = elementsOf(html);
    expect(elements.filter((e) => e.tagName === 'script' || e.tagName === 'img')).toEqual([]);
    expect(elements.flatMap((e) => e.attrs).filter((a) => a.name.startsWith('on'))).toEqual([]);
    expect(elements.filter((e) => e.tagName === 'style')).toHaveLength(1);
    for (const element of elements) {
      const href = attribute(element, 'href');
      if (href !== null) expect(href).toMatch(/^(?:#|https:\/\/example\.org\/)/u);
    }
    expect(html).not.toMatch(/(?![\t\n])\p{Cc}|[\u202a-\u202e]|\p{Surrogate}/u);
    expect(wordsOf(html)).toContain('<script>alert(1)</script>');
  });

  test('a title of any length stays out of the foot of the page', () => {
    const huge = { ...record, meta: { ...record.meta, title: 'long '.repeat(20_000) } };
    const style = elementsOf(render(huge)).find((e) => e.tagName === 'style');
    const foot = style ? JSON.stringify(style.childNodes.map((n) => ('value' in n ? n.value : ''))) : '';
    expect(foot.match(/long /gu)?.length).toBeLessThan(20);
    expect(foot).toContain('2026 \\"');
  });
});

describe('page numbers of the contents', () => {
  test('are put where the anchors are, and nowhere else', () => {
    const html = render(sampleRecord());
    expect(tocAnchors(html)).toContain('item-1.3.2');
    const filled = fillTocPages(html, new Map([['item-1.3.2', 7]]));
    expect(filled).toContain('<span class="pg" data-page="item-1.3.2">7</span>');
    expect(filled.length).toBe(html.length + 1);
    expect(fillTocPages(filled, new Map())).toBe(html);
  });
});

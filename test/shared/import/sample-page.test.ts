// The real page this all is for. It is not part of the project: it is read where it lies beside it.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatClock, planDay } from '../../../shared/domain/plan-times.ts';
import { checkRichDoc } from '../../../shared/domain/rich-text-check.ts';
import { accountedWords, missingWords, surplus, visibleWords } from './accounting.ts';
import { actionLines, allItems, importText, itemNamed, namesOf, outline, SAMPLE } from './import-fixture.ts';

const isThere = existsSync(SAMPLE);
const title = isThere
  ? 'the sample page beside the project'
  : 'the sample page (SKIPPED: ../shared/samples/virtual-f2f-page.md is not beside this project)';

describe.skipIf(!isThere)(title, () => {
  const source = isThere ? readFileSync(SAMPLE, 'utf8') : '';
  const { record, report } = isThere ? importText('virtual-f2f-page.md', source) : (undefined as never);
  const found = (kind: string) => report.findings.filter((finding) => finding.kind === kind);

  test('gives the title, no time zone, and asks for one', () => {
    expect(record.meta.title).toBe('DM Leadership Team Virtual Face-to-Face Meeting, 2020-02-25 to 27');
    expect(record.meta.timeZone).toBeNull();
    expect(found('time-zone')).toMatchObject([{ line: 61, text: 'MST' }]);
  });

  test('counts what a careful reader counts', () => {
    expect(report.counts).toEqual({
      days: 3,
      blocks: 7,
      items: 17,
      breaks: 4,
      closes: 3,
      cancelled: 1,
      actions: 27,
      decisions: 0,
      attendees: 18,
      apologies: 1,
      people: 23,
      proposals: 14,
      attachments: 18,
      waysToJoin: 6,
      nextMeetings: 3,
    });
  });

  test('gives the ways to join, the place and the policy on slides', () => {
    expect(record.logistics.map(({ kind, label, value, details }) => [kind, label, value, details])).toEqual([
      [
        'place',
        'Location',
        'This meeting will be conducted on BlueJeans: nobody is expected to travel to participate in it.',
        '',
      ],
      ['place', 'Location', 'The Workroom in Tucson has been reserved for those in Tucson.', ''],
      ['link', 'Browser', 'https://bluejeans.com/293724745/', ''],
      [
        'room',
        'Room System',
        'Dial: 199.48.152.152 or bjn.vc',
        'Enter Meeting ID: 293724745 -or- use the pairing code',
      ],
      [
        'phone',
        'Phone Dial-in',
        '+1 408 740 7256',
        'Dial-in numbers:\n+1 888 240 2560 (US Toll Free)\n+1 408 317 9253 (Alternate Number)\nMeeting ID: 293724745',
      ],
      [
        'slides',
        'Slides',
        'Please upload slides to Confluence in advance of your presentation (to avoid issues with screen-sharing, etc).',
        '',
      ],
    ]);
  });

  test('gives attendees with their remarks, the apology, the guest and who is only named', () => {
    const ofKind = (kind: string) => record.people.filter((person) => person.kind === kind);
    expect(ofKind('attendee').map((person) => person.name)).toEqual([
      'Robert Gruendl',
      'Colin Slater',
      'Eric Bellm',
      'Unknown User (mbutler)',
      'Yusra AlSayyad',
      'Jim Bosch',
      'Kian-Tat Lim',
      'Gregory Dubois-Felsmann',
      'Unknown User (npease)',
      'Zeljko Ivezic',
      "Wil O'Mullane",
      'Tim Jenness',
      'Frossie Economou',
      'Unknown User (gcomoretto)',
      'Simon Krughoff',
      'Jeff Kantor',
      'John Swinbank',
      'Leanne Guy',
    ]);
    expect(
      record.people.filter((person) => person.remark !== '').map(({ name, remark }) => [name, remark]),
    ).toEqual([['Jeff Kantor', 'off and on']]);
    expect(
      record.people.filter((person) => person.apology !== null).map(({ name, apology }) => [name, apology]),
    ).toEqual([
      [
        "Wil O'Mullane",
        'flight on Feb 27 now at 12:00 MST( was 17:00) so it looks like i may be dialed in from car and airport on the last day',
      ],
    ]);
    expect(ofKind('guest').map(({ name, organisation, guestOf }) => [name, organisation, guestOf])).toEqual([
      ['Lauren Corlies', 'EPO', [itemNamed(record, 'Image display').id]],
    ]);
    expect(ofKind('named').map((person) => person.name)).toEqual([
      'Leanne Guv',
      'Fritz Mueller',
      'Bob Blum',
      'Robert Lupton',
    ]);
  });

  test('gives days, blocks, moderators and items with planned times, lengths and presenters', () => {
    const rows = record.days.map((day) => {
      const { slots } = planDay(day);
      return [
        day.date,
        ...day.blocks.map((block) => [
          namesOf(record, block.moderators).join(', '),
          ...block.items.map((item) => {
            const start = slots.get(item.id)?.start ?? null;
            const clock = start === null ? '' : formatClock(start);
            return `${clock} ${item.duration} ${item.kind}: ${item.title} / ${namesOf(record, item.presenters).join(', ')}`;
          }),
        ]),
      ];
    });
    expect(rows).toEqual([
      [
        '2020-02-25',
        [
          'Leanne Guy',
          "09:00 10 topic: Welcome / Wil O'Mullane",
          "09:10 20 topic: Project news / Wil O'Mullane",
          '09:30 60 topic: Gen3 middleware update / Tim Jenness',
          '10:30 30 break: Break / ',
        ],
        [
          "Wil O'Mullane",
          "11:00 60 topic: Image display in support of observing / Wil O'Mullane",
          '12:00 30 topic: How do we manage calibration products? / John Swinbank',
          '12:30 30 break: Break / ',
        ],
        [
          'John Swinbank',
          '13:00 60 topic: Draft proposal for image capture simplification / Robert Gruendl, Kian-Tat Lim',
          '14:00 30 topic: Incremental template generation in LOY1 / Eric Bellm',
          '14:30  close: Close / ',
        ],
      ],
      [
        '2020-02-26',
        [
          'Robert Gruendl',
          '09:00 30 topic: SDM standardization update / Yusra AlSayyad',
          '09:30 60 topic: Parquet data products / Colin Slater',
          '10:30 30 break: Break / ',
        ],
        [
          'Kian-Tat Lim',
          '11:00 30 topic: Networks Status and Planning / Jeff Kantor',
          '11:30 30 topic: APDB update / Fritz Mueller',
          '12:00 30 topic: Future operations rehearsals / Robert Gruendl',
          '12:30 30 break: Break / ',
        ],
        [
          'Simon Krughoff',
          '13:00 30 topic: Public access to data after the 2 year proprietary period / Eric Bellm',
          '13:30 30 topic: Progress on Conda packaging / Kian-Tat Lim',
          '14:00 30 topic: How do we process data from Cerro Pachón in flexible ways at the Data Facility? / Robert Lupton',
          '14:30  close: Close / ',
        ],
      ],
      [
        '2020-02-27',
        [
          'Gregory Dubois-Felsmann',
          '09:00  topic: Plans for the next half-cycle / John Swinbank',
          "09:00  topic: Wrap up / Wil O'Mullane",
          '11:00  close: Close / ',
        ],
      ],
    ]);
  });

  test('pins only the starts that lengths do not lead to', () => {
    const pinned = allItems(record).filter((item) => item.start !== null);
    expect(pinned.map((item) => [item.title, item.start])).toEqual([
      ['Welcome', 540],
      ['SDM standardization update', 540],
      ['Close', 870],
      ['Plans for the next half-cycle', 540],
      ['Close', 660],
    ]);
    expect(found('untimed').map(({ line, text }) => [line, text])).toEqual([
      [108, 'Plans for the next half-cycle'],
      [109, 'Wrap up'],
    ]);
  });

  test('keeps the cancelled item with its reason, the remark on a presenter, and the tickets', () => {
    expect(itemNamed(record, 'How do we process').cancelled).toBe('Robert Lupton was unavailable.');
    expect(itemNamed(record, 'Wrap up').presenterNote).toBe('If not boarding flight');
    expect(itemNamed(record, 'SDM').tickets).toEqual(['DM-23818', 'DM-23614', 'DM-23658']);
    expect(itemNamed(record, 'Parquet').tickets).toEqual(['RFC-662']);
    expect(outline(itemNamed(record, 'Parquet').minutes.content)[0]).toBe('- See also the RFC-662 ticket');
  });

  test('gives all action items with assignees, text, due date, state and remarks', () => {
    expect(actionLines(record)).toEqual([
      'done Frossie Economou: file an RFC about the possibility of renaming the LSP to "VERA". | 2020-03-02',
      'done Robert Gruendl: formulate a definition for DM-DAX-12 (Gen3/2 feature parity) & DM-DAX-13 (Gen2 deprecation). | 2020-03-16 | work in progress on Roadmap to Deprecation of Gen2 Butler page.',
      'done Yusra AlSayyad, John Swinbank: capture feedback from observers about their interactions with Firefly (this might go in the WG report, or it might be a separate document). | 2020-03-16',
      'done Frossie Economou: get JS9 and Ginga integrated into the LSP JupyterLab environment (date TBC). | 2020-05-04',
      'done Yusra AlSayyad: make contact between Frossie Economou and Ginga developers. | 2020-03-09',
      "done Wil O'Mullane: get Gregory Dubois-Felsmann access to the summit deployment before the 10 March observing run. | 2020-03-02",
      'done Tim Jenness: Extend the DMTN to solve whole problem or at least describe the future questions to be answered; leverage/delegate to Chris Waters to avoid overload. | 2020-04-01',
      'done Leanne Guy: Consider how to engage with calibration product data management from product owner side. | 2020-04-01 | Scheduled for DM Leadership Team Virtual Face-to-Face Meeting, 2020-05-12/14',
      'done Kian-Tat Lim: LCR proposal for image capture simplification. | 2020-03-09',
      "done Wil O'Mullane: schedule a discussion about rolling out data products and capabilities to users without having them scoop the project or swamp our resources. | 2020-03-23",
      'done Eric Bellm: submit an LCR describing changes to the construction plan to enable incremental template generation. | 2020-03-30',
      'done Leanne Guv: produce a plan for interaction between the DPDD and the concrete SDM schema. DM-23818 | 2020-05-04',
      'done Fritz Mueller: find somebody to update the online schema browser. | 2020-04-06 | Igor Gaponenko assigned',
      'done Kian-Tat Lim: arrange for the schema browser to be removed, until & unless the action to update it comes true. | 2020-03-09',
      'done Colin Slater: ensure change control policy for BaselineSchema.yaml is documented. | 2020-04-06 | In progress on DM-23614',
      "done Wil O'Mullane: write a technote describing his understanding of schema management DM-23658. | 2020-04-06",
      'done Robert Gruendl: prepare a technote defining the meaning of “bulk download”. | 2020-05-26',
      'done Unknown User (mbutler), Gregory Dubois-Felsmann: identify existing requirements, or suggest new requirements, for a user-facing “bulk-download” service (but not under that name). | 2020-06-05',
      'done Fritz Mueller: report on progress on Cassandra / APDB to the DMLT. | 2020-03-23 | Report deferred to next DMLT due to reassignment of Andy S to middleware task.',
      "done Wil O'Mullane (with Bob Blum): coordinate schedule for Ops Rehearsal #2 with the LATISS team to make sure that we aren't disrupting LATISS engineering work. | 2020-03-16",
      'done Robert Gruendl, John Swinbank: agree on pipelines availability for OR#2. | 2020-03-16',
      "done Wil O'Mullane: write a paragraph for the SAC describing the DMLT's professional opinion on how we might make old data releases available in operations, should we be asked to do so. | 2020-03-30 | Done ... DMTN-144",
      "done Wil O'Mullane, John Swinbank, Leanne Guy: understand who the maintainer of (Conda?) packaging is in the operational era. | 2020-03-16",
      'done Leanne Guy: determine product owner for Conda packaging. | 2020-03-16',
      'done Leanne Guy: follow up with Kian-Tat Lim about the Prompt Services Product Owner role w.r.t Commissioning needs. | 2020-03-16',
      'done Leanne Guy: present status on RC2 ingest to Qserv at May DMLT. | 2020-05-05',
      "done Wil O'Mullane: confirm dates for February 2021 DMLT meeting. | 2020-03-09",
    ]);
  });

  test('doubts ticked action items whose remark puts them off, and suggests where to', () => {
    expect(found('action').map(({ line, suggestion }) => [line, suggestion])).toEqual([
      [75, 'deferred to DM Leadership Team Virtual Face-to-Face Meeting, 2020-05-12/14'],
      [93, 'deferred to next DMLT'],
    ]);
  });

  test('keeps a misspelt name as written and suggests the attendee', () => {
    expect(found('look-alike')).toMatchObject([{ line: 86, text: 'Leanne Guv', suggestion: 'Leanne Guy' }]);
    expect(found('person').map((finding) => finding.text)).toEqual([
      'Fritz Mueller',
      'Bob Blum',
      'Robert Lupton',
    ]);
    expect(found('user-name').map((finding) => finding.line)).toEqual([43, 48, 53]);
  });

  test('tells preparation from minutes, by a rule or two pieces, and says where the page does neither', () => {
    const texts = allItems(record).filter((item) => item.kind === 'topic');
    const has = (doc: (typeof texts)[number]['prep']) => outline(doc.content).join('') !== '';
    expect(texts.filter((item) => has(item.prep) && has(item.minutes))).toHaveLength(12);
    expect(found('preparation').map(({ line, suggestion }) => [line, suggestion])).toEqual([
      [68, 'minutes'],
      [86, 'preparation'],
      [108, 'preparation'],
      [109, 'preparation'],
    ]);
    const { prep, minutes } = itemNamed(record, 'Progress on Conda');
    expect(outline(prep.content)).toEqual(['Slides']);
    expect(outline(minutes.content)[0]).toBe('- See DMTN-110, DMTN-138.');
  });

  test('keeps lists at their depth, without doubled bullets, and marks', () => {
    const { prep, minutes } = itemNamed(record, 'Image display');
    const lines = outline(prep.content);
    expect(lines[0]).toBe('- Lauren Corlies (EPO) will join');
    expect(lines).toContain(
      '      - Mandel has provided a Docker image, which may make it easier to deploy JS9 in the browser.',
    );
    expect(outline(minutes.content).filter((line) => line.startsWith('[] '))).toHaveLength(4);
    expect(JSON.stringify(record)).not.toMatch(/[•◦▪✓]/);
    expect(JSON.stringify(itemNamed(record, 'Wrap up').minutes)).toContain('"marks":[{"type":"bold"}]');
    expect(JSON.stringify(itemNamed(record, 'APDB').minutes)).toContain(
      '"href":"https://github.com/lst-dm/11dbproto"',
    );
  });

  test('gives the attached files with kind, label, author and date', () => {
    const rows = record.attachments.map(({ type, name, label, author, date }) =>
      [type, name, label, author, date].join(' | '),
    );
    expect(rows).toHaveLength(18);
    expect(rows[0]).toBe(
      'PDF File | 2020-02-25 — DMLT — Swinbank — Calibration Products.pdf |  | John Swinbank | 2020-02-25',
    );
    expect(rows[10]).toBe(
      'Microsoft Powerpoint Presentation | next 3 months .pptx |  | mbutler | 2020-02-27',
    );
    expect(rows[13]).toBe('PDF File | dmlt_2020_feb.pdf | SQuaRE S20A | Frossie Economou | 2020-02-27');
    expect(rows[14]).toBe('PDF File | next 3 months .pdf |  | mbutler | 2020-02-27');
    expect(rows[17]).toBe(
      'PDF File | Feb 2020 DMLT - Columnar Data Products.pdf |  | Gregory Dubois-Felsmann | 2020-11-20',
    );
  });

  test('gives all proposals with requesters, estimates as written, and what became of them', () => {
    const rows = record.proposals.map((proposal) => {
      const item = allItems(record).find(({ id }) => id === proposal.item)?.title ?? '';
      return [
        proposal.title,
        namesOf(record, proposal.requestedBy).join(', '),
        proposal.requestNote,
        proposal.estimate,
        proposal.state,
        item,
      ];
    });
    expect(rows).toEqual([
      [
        'Gen3 Middleware Update',
        '',
        'by request of the DMLT',
        '1 hour?',
        'scheduled',
        'Gen3 middleware update',
      ],
      ['Validation of Parquet data products', 'Fritz Mueller, Leanne Guy', '', '60 minutes', 'open', ''],
      ['Management of data during the operational era', 'John Swinbank', '', '30 minutes', 'open', ''],
      ['SDM Standardization Update', 'Leanne Guy', '', '', 'scheduled', 'SDM standardization update'],
      [
        'Networks Status and Planning',
        'Jeff Kantor',
        '',
        '30 minutes',
        'scheduled',
        'Networks Status and Planning',
      ],
      [
        'Public access to data after the 2 year proprietary period',
        'Eric Bellm',
        '',
        '30 minutes?',
        'scheduled',
        'Public access to data after the 2 year proprietary period',
      ],
      [
        'Status of drill down tool for analysis of pipeline outputs',
        'Leanne Guy',
        '',
        '30 mins+',
        'open',
        '',
      ],
      ['Image display', 'Leanne Guy', '', '15 mins+', 'open', ''],
      [
        'Incremental Template Generation in LOY1',
        'Eric Bellm',
        '',
        '30 minutes',
        'scheduled',
        'Incremental template generation in LOY1',
      ],
      [
        'Future operations rehearsals',
        'John Swinbank, Robert Gruendl',
        '',
        '30 minutes',
        'scheduled',
        'Future operations rehearsals',
      ],
      [
        'Progress on Conda packaging',
        'Leanne Guy',
        '',
        '15 mins',
        'scheduled',
        'Progress on Conda packaging',
      ],
      [
        'Image display, in particular in support of observing',
        'John Swinbank',
        'by request of the DMLT',
        '1 hour',
        'open',
        '',
      ],
      [
        'Draft Proposal for Image Capture Simplification',
        'Robert Gruendl',
        '',
        '1 hour?',
        'scheduled',
        'Draft proposal for image capture simplification',
      ],
      ['APDB Update', 'Fritz Mueller', 'by request of the DMLT', '30 mins?', 'scheduled', 'APDB update'],
    ]);
    expect(outline(record.proposals[1]?.notes.content ?? [])).toHaveLength(8);
    expect(found('proposal').filter(({ suggestion }) => suggestion === 'declined')).toMatchObject([
      { line: 155 },
    ]);
  });

  test('gives the next meetings, which the wrap-up mentions', () => {
    expect(record.next.map(({ title, dates, mode, note }) => [title, dates, mode, note])).toEqual([
      [
        'Seattle',
        '2020-05-12/14',
        'in person',
        'This meeting will go ahead in person. But people who want to opt out for either domestic or environmental reasons will be assured of a good remote connection.',
      ],
      [
        'Virtual',
        '2020-11-16/19',
        'virtual',
        'Note this is one week later than previously planned. This meeting will be virtual.',
      ],
      ['Tucson', '2021-02-22/25', '', 'MCR booked - does not seem to clash with anything'],
    ]);
  });

  test('leaves out only the contents, buttons and placeholders of the wiki, and says so', () => {
    expect(found('contents')).toMatchObject([{ line: 5 }]);
    expect(new Set(found('furniture').map((finding) => finding.text))).toEqual(
      new Set(['- Getting issue details...', 'STATUS', 'Download All', 'Looking good, no incomplete tasks.']),
    );
    expect(found('leftover')).toEqual([]);
  });

  test('loses no visible word', () => {
    const seen = visibleWords(source, 'markdown');
    const accounted = accountedWords({ record, report });
    expect(missingWords(seen, accounted)).toEqual([]);
    expect(surplus(seen, accounted)).toBeLessThan(40);
  });

  test('gives texts that the schema takes as they are', () => {
    const docs = [
      ...allItems(record).flatMap((item) => [item.prep, item.minutes]),
      ...record.proposals.map(({ notes }) => notes),
    ];
    for (const doc of docs) expect(checkRichDoc(doc)).toEqual({ ok: true, value: doc });
  });
});

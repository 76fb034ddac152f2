import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPrinter, type Printer } from '../../electron/cli/chromium-printer.ts';
import { findChromium } from '../../electron/cli/find-chromium.ts';
import { exportPdf } from '../../electron/services/export-pdf.ts';
import { destinationsOf } from '../../electron/services/pdf-destinations.ts';
import { createPrintFonts } from '../../electron/services/print-fonts.ts';
import type { MeetingRecord } from '../../shared/domain/meeting.ts';
import { buildPrintable } from '../../shared/publish/build-printable.ts';
import { defaultPublishOptions, type PublishOptions } from '../../shared/publish/publish-options.ts';
import { renderHtml } from '../../shared/publish/render-html.ts';
import { longRecord, NOW, sampleRecord } from '../shared/publish/sample-record.ts';
import { fontsOf, infoOf, linesOf, pagesOf, poppler } from './pdf-reading.ts';

const folder = mkdtempSync(join(tmpdir(), 'quorum-pdf-'));
const fonts = createPrintFonts(fileURLToPath(new URL('../../node_modules/@fontsource', import.meta.url)));
let printer: Printer;

beforeAll(async () => {
  const chromium = findChromium(process.env);
  if (chromium === null)
    throw new Error('These tests print through Chromium; install it or set QUORUM_CHROMIUM.');
  const opened = await openPrinter(chromium);
  if (!opened.ok) throw new Error(opened.error);
  printer = opened.value;
});

afterAll(async () => {
  await printer.close();
  rmSync(folder, { recursive: true });
});

function htmlOf(record: MeetingRecord, options: PublishOptions): string {
  const printable = buildPrintable(record, options);
  return renderHtml(printable, { fontCss: fonts.cssFor(renderHtml(printable)) });
}

async function print(name: string, record: MeetingRecord, options: PublishOptions): Promise<string> {
  const path = join(folder, `${name}.pdf`);
  writeFileSync(path, await exportPdf({ html: htmlOf(record, options), date: new Date(NOW) }, printer.print));
  return path;
}

const minutes = defaultPublishOptions('minutes', NOW);

describe('long minutes', () => {
  let pdf: string;
  beforeAll(async () => {
    pdf = await print('long', longRecord(), minutes);
  });

  test('about twenty pages, under 30 kB a page', () => {
    const pages = pagesOf(pdf).length;
    expect(pages).toBeGreaterThan(15);
    expect(Number(infoOf(pdf).get('File size')?.split(' ')[0]) / pages).toBeLessThan(30_000);
  });

  test('every page says its number, and every page of a day its day', () => {
    const pages = pagesOf(pdf);
    for (const [index, page] of pages.entries())
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    expect(pages[0]).not.toContain('Day 2, Wed 11 Mar');
    const days = pages.map((page) => /Day \d, \w{3} \d+ \w{3}(?!\w)/u.exec(page.split('\n')[0] ?? '')?.[0]);
    expect(days.filter((d) => d === 'Day 2, Wed 11 Mar').length).toBeGreaterThan(3);
    expect(days.filter((d) => d !== undefined)).toEqual(days.filter((d) => d !== undefined).toSorted());
  });

  test('the numbers in the contents are the pages where things are', () => {
    const pages = pagesOf(pdf);
    const contents = linesOf(pdf).filter((line) => line.page === 1);
    for (let d = 1; d <= 3; d += 1) {
      const heading =
        pages.findIndex(
          (page) =>
            new RegExp(`^\\s*${d}\\.3 +Subject ${d}-3`, 'mu').test(page) && !page.includes('Contents'),
        ) + 1;
      const entry = contents.find((line) => line.text.startsWith(`${d}.3 Subject`));
      if (!entry) throw new Error(`The contents have no ${d}.3`);
      const beside = contents
        .filter(
          (line) => Math.abs(line.top - entry.top) < 3 && line.left > entry.left && /^\d+$/u.test(line.text),
        )
        .sort((a, b) => a.left - b.left);
      expect(beside[0]?.text ?? entry.text.match(/ (\d+)$/u)?.[1]).toBe(String(heading));
    }
  });

  test('no heading is the last thing on its page', () => {
    const lines = linesOf(pdf);
    const last = new Map<number, string>();
    for (const line of lines) {
      // The foot of the page is the last line of all.
      if (line.bottom < 782) last.set(line.page, line.text);
    }
    for (const text of last.values()) {
      expect(text).not.toMatch(/^(?:\d\.\d Subject|Day \d|Preparation|Minutes|Decisions|Action items|No\.)/u);
    }
  });

  test('no row of a table is split between pages, and each page repeats the heads', () => {
    const rows = linesOf(pdf).filter((line) => /^A\d+ ?Task|^A\d+$/u.test(line.text) && line.page < 6);
    expect(new Set(rows.map((row) => row.text.split(' ')[0])).size).toBe(24);
    const pages = pagesOf(pdf).filter(
      (page) => /^\s+A\d+\s+Task/mu.test(page) && !page.includes('Preparation'),
    );
    for (const page of pages) {
      expect(page).toMatch(/No\. +Action +Assignees +Due, state +Item/u);
      const body = page.slice(page.indexOf('Due, state')).split('\n').slice(1);
      expect(body.find((line) => line.trim() !== '')).toMatch(/^\s*A\d+\s+Task/u);
    }
  });

  test('all actions and decisions are there twice: in the summary and where they were said', () => {
    const text = poppler('pdftotext', '-raw', pdf, '-');
    for (let n = 1; n <= 12; n += 1) {
      expect(text.match(new RegExp(`Task ${n} a:`, 'gu'))).toHaveLength(2);
      expect(text.match(new RegExp(`Rule ${n}:`, 'gu'))).toHaveLength(2);
    }
  });

  test('every item, decision and action can be linked to, and the bookmarks go from day to item', async () => {
    const document = await PDFDocument.load(await import('node:fs/promises').then((fs) => fs.readFile(pdf)));
    const anchors = destinationsOf(document);
    for (const anchor of ['day-3', 'item-3.4', 'action-24', 'action-row-24', 'decision-12']) {
      expect(anchors.has(anchor)).toBe(true);
    }
    const titles: string[] = [];
    const walk = (node: PDFDict | undefined, depth: number): void => {
      for (let entry = node?.lookupMaybe(PDFName.of('First'), PDFDict); entry; ) {
        const title = entry.lookup(PDFName.of('Title'));
        titles.push('>'.repeat(depth) + (title instanceof PDFHexString ? title.decodeText() : String(title)));
        walk(entry, depth + 1);
        entry = entry.lookupMaybe(PDFName.of('Next'), PDFDict);
      }
    };
    walk(document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict), 0);
    const day = titles.findIndex((title) => title.includes('Day 2, Wednesday 11 March'));
    expect(day).toBeGreaterThan(0);
    expect(titles[day + 1]).toMatch(/>2\.1 Subject 2-1: Řehoř and Özlem compared/u);
    expect(titles[day + 1]?.lastIndexOf('>')).toBe((titles[day]?.lastIndexOf('>') ?? 0) + 1);
  });
});

describe('the sample meeting as minutes', () => {
  let pdf: string;
  beforeAll(async () => {
    pdf = await print('sample', sampleRecord(), minutes);
  });

  test('is tagged, with language, title, author and subject', async () => {
    const info = infoOf(pdf);
    expect(info.get('Tagged')).toBe('yes');
    expect(info.get('Title')).toBe('Platform leads, spring review · Draft minutes');
    expect(info.get('Author')).toBe('Tomo Kimura');
    expect(info.get('Creator')).toBe('Quorum');
    expect(info.get('Subject')).toContain('Phoenix, MST');
    const structure = poppler('pdfinfo', '-struct', pdf);
    for (const tag of ['H1', 'H2', 'H3', 'Table', 'TH', 'TD', 'L', 'LI', 'Link', 'Figure']) {
      expect(structure).toMatch(new RegExp(`^\\s*${tag}\\b`, 'mu'));
    }
    expect(poppler('pdfinfo', '-meta', pdf)).toContain(
      '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Platform leads',
    );
  });

  test('uses bundled fonts only, but for Japanese, and none of them as shapes but bold Japanese', () => {
    const used = [...fontsOf(pdf)].filter(([, kind]) => kind !== 'Type 3').map(([name]) => name);
    expect(used).toEqual(
      expect.arrayContaining(['Inter-Regular', 'Inter-SemiBold', 'Inter-Italic', 'NotoSansMono-Regular']),
    );
    expect(used.filter((name) => !/^(?:Inter|NotoSans)/u.test(name)).length).toBeLessThanOrEqual(1);
  });

  test('margin boxes are no part of the text that is read aloud, and every link says where it leads', async () => {
    const structure = poppler('pdfinfo', '-struct-text', pdf);
    expect(structure).toContain('Lyon moves in June.');
    expect(structure).not.toContain('Page 2 of');
    const document = await PDFDocument.load(await import('node:fs/promises').then((fs) => fs.readFile(pdf)));
    const links = document
      .getPages()
      .flatMap((page) =>
        (page.node.Annots()?.asArray() ?? []).map((ref) => document.context.lookup(ref, PDFDict)),
      );
    const words = links.map(
      (link) => link.lookupMaybe(PDFName.of('Contents'), PDFHexString)?.decodeText() ?? '',
    );
    expect(words.length).toBeGreaterThan(20);
    expect(words.every((word) => /^(?:Page \d+|https:\/\/\S+)$/u.test(word))).toBe(true);
  });

  test('prints where links lead', () => {
    expect(pagesOf(pdf).join('')).toContain('https://calendar.example.org/2026?site=nagoya&x=1');
  });
});

describe('copies', () => {
  test('an agenda holds no minutes, in no stream', async () => {
    const pdf = await print('agenda', sampleRecord(), defaultPublishOptions('agenda', NOW));
    const text = pagesOf(pdf).join('\n');
    expect(text).toContain('Count the weeks.');
    expect(text).toMatch(/09:10–09:55 +1\.2 +Holiday calendars/u);
    const all = text + poppler('pdfinfo', '-struct-text', pdf) + poppler('pdfinfo', '-dests', pdf);
    for (const later of ['Everybody introduced', 'cost sheet', 'Lyon has answered', 'decision-1'])
      expect(all).not.toContain(later);
  });

  test('what is left out is in no page, no bookmark and no link', async () => {
    const pdf = await print('cut', sampleRecord(), {
      ...minutes,
      preparation: false,
      days: [...sampleRecord().days.slice(1)].map((d) => d.id),
    });
    const all = [
      pagesOf(pdf).join('\n'),
      poppler('pdfinfo', '-struct-text', pdf),
      poppler('pdfinfo', '-dests', pdf),
      poppler('pdfinfo', '-url', pdf),
    ].join('\n');
    expect(all).toContain('Search index trial');
    for (const secret of [
      'Count the weeks',
      'Slides are attached',
      'calendar.example.org',
      'Welcome',
      'item-1.',
    ]) {
      expect(all).not.toContain(secret);
    }
  });

  test.each([
    ['A4', '594.96 x 841.92'],
    ['Letter', '612 x 792'],
  ] as const)('%s is the size of its paper', async (paper, size) => {
    const pdf = await print(paper, sampleRecord(), { ...minutes, paper });
    expect(infoOf(pdf).get('Page size')).toContain(size);
  });

  test('Arabic, Hebrew, Russian, Greek and symbols come out of bundled fonts and copy as text', async () => {
    const record = sampleRecord();
    const titled = { ...record, meta: { ...record.meta, title: 'Žluťoučký Ελλάς Привет שלום مرحبا → ✓ ☐' } };
    const pdf = await print(
      'scripts',
      { ...titled, people: record.people.filter((p) => p.name !== '山田 花子') },
      minutes,
    );
    const names = [...fontsOf(pdf).keys()];
    expect(names.filter((name) => !/^(?:Inter|NotoSans)/u.test(name))).toEqual([]);
    const text = poppler('pdftotext', '-raw', pdf, '-');
    for (const word of ['Žluťoučký', 'Ελλάς', 'Привет', '→', '✓', '☐']) expect(text).toContain(word);
  });

  // Chromium numbers the cells of a table anew in every process; which cell points to which is in their order.
  const unnamed = (text: string): string => {
    const names = new Map<string, string>();
    return text.replace(/node\d{8}/g, (name) => {
      if (!names.has(name)) names.set(name, `node ${names.size}`);
      return names.get(name) ?? name;
    });
  };

  test('the same job is the same text, structure and places', async () => {
    const [one, two] = [
      await print('one', sampleRecord(), minutes),
      await print('two', sampleRecord(), minutes),
    ];
    for (const args of [['-struct-text'], ['-dests'], ['-meta']]) {
      expect(unnamed(poppler('pdfinfo', ...args, one))).toBe(unnamed(poppler('pdfinfo', ...args, two)));
    }
    expect(pagesOf(one)).toEqual(pagesOf(two));
  });
});

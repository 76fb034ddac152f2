import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { MAX_JSON_BYTES, MAX_PAGE_BYTES, openFile } from '../../../shared/import/open-file.ts';
import { defaultPublishOptions } from '../../../shared/publish/publish-options.ts';
import { renderMarkdown } from '../../../shared/publish/render-markdown.ts';
import { writeBundle } from '../../../shared/publish/write-bundle.ts';
import { writeMeetingJson } from '../../../shared/publish/write-meeting-json.ts';
import { importFixture, importOptions, NOW, readPage } from './import-fixture.ts';

const { record } = importFixture('spring-review.md');

function open(name: string, content: string | Uint8Array) {
  return openFile(name, typeof content === 'string' ? strToU8(content) : content, importOptions());
}

function opened(name: string, content: string | Uint8Array) {
  const result = open(name, content);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function refused(name: string, content: string | Uint8Array) {
  const result = open(name, content);
  return result.ok ? 'opened' : result.error.code;
}

const utf16 = (text: string, little: boolean): Uint8Array => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, little);
  for (let i = 0; i < text.length; i += 1) view.setUint16(2 + 2 * i, text.charCodeAt(i), little);
  return bytes;
};

describe('openFile', () => {
  test('tells the forms apart by their content, whatever their names', () => {
    expect(opened('page.txt', readPage('one-day.md')).kind).toBe('page');
    expect(opened('saved', readPage('confluence-view.html')).report.counts.actions).toBe(3);
    expect(opened('meeting.json', writeMeetingJson(record)).record).toEqual(record);
    expect(opened('download', writeMeetingJson(record)).kind).toBe('json');
    expect(opened('meeting.quorum', writeBundle(record, new Map())).record).toEqual(record);
    expect(opened('meeting.zip', writeBundle(record, new Map())).kind).toBe('bundle');
  });

  test('reads every usual encoding', () => {
    const text = readPage('one-day.md').replaceAll('Tomo Kimura', 'Rüya Aydın');
    const names = (content: string | Uint8Array) =>
      opened('page.md', content).record.people.map((person) => person.name);
    expect(names(text)).toContain('Rüya Aydın');
    expect(names(`\ufeff${text}`)).toContain('Rüya Aydın');
    expect(names(utf16(text, true))).toContain('Rüya Aydın');
    expect(names(utf16(text, false))).toContain('Rüya Aydın');
  });

  test('reads an old Windows file and asks to check its accents', () => {
    const bytes = Uint8Array.from(
      '# Review\n\nDate: 9 March 2026\n\n## Agenda\n\n- 09:00 Caf\xe9 \x96 plan',
      (c) => c.charCodeAt(0),
    );
    const { record: read, report } = opened('page.md', bytes);
    expect(read.days[0]?.blocks[0]?.items[0]?.title).toBe('Café – plan');
    expect(report.findings[0]).toMatchObject({ kind: 'encoding' });
  });

  test.each([
    ['nothing', 'page.md', '', 'empty'],
    ['blanks', 'page.html', ' \n\t ', 'empty'],
    ['an empty bundle', 'a.quorum', '', 'empty'],
    ['text that claims to be a bundle', 'a.quorum', 'hello', 'damaged'],
    [
      'a picture',
      'page.md',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
      'binary',
    ],
    ['a letter', 'page.md', 'Dear Ann,\n\nthank you for the cake.\n', 'no-meeting'],
    ['a README', 'README.md', '# Tool\n\n## Install\n\n1. Run it\n\n## Usage\n\nText.\n', 'no-meeting'],
    ['an empty page', 'page.html', '<html><body></body></html>', 'no-meeting'],
    ['a page beyond the limit', 'page.md', new Uint8Array(MAX_PAGE_BYTES + 1).fill(97), 'too-large'],
    ['JSON beyond the limit', 'a.json', new Uint8Array(MAX_JSON_BYTES + 1).fill(32), 'too-large'],
    ['a page of a newer Quorum', 'page.md', '<!-- quorum.meeting 2 -->\n# Review\n', 'newer-version'],
  ])('refuses %s', (_, name, content, code) => {
    expect(refused(name, content)).toBe(code);
  });

  test('brings back the Markdown that Quorum wrote', () => {
    const options = { ...defaultPublishOptions('minutes', NOW), dialIn: true };
    const back = opened('meeting.md', renderMarkdown(record, options));
    expect(back.report.findings).toEqual([]);
    expect(back.report.counts).toEqual(importFixture('spring-review.md').report.counts);
    expect(renderMarkdown(back.record, options)).toBe(renderMarkdown(record, options));
  });
});

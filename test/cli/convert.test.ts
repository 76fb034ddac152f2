import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeBundle } from '../../shared/publish/write-bundle.ts';
import { writeMeetingJson } from '../../shared/publish/write-meeting-json.ts';
import { sampleRecord } from '../shared/publish/sample-record.ts';
import { pagesOf } from './pdf-reading.ts';
import { type Ran, runQuorum } from './run-quorum.ts';

let folder: string;
let input: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quorum-cli-'));
  input = file('meeting.json', writeMeetingJson(sampleRecord()));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const out = (name: string): string => join(folder, name);
const listed = (): readonly string[] => readdirSync(folder).sort();

/** Refused with one line that says why, and nothing written. */
function expectRefused(run: Ran, reason: RegExp, files: readonly string[]): void {
  expect(run.stderr).toMatch(reason);
  expect(run.stderr.match(/\n/gu)).toHaveLength(1);
  expect(run.stderr).toMatch(/^quorum: /u);
  expect(run.stderr).not.toMatch(/\bat .*:\d+:\d+|Error:/u);
  expect(run.stdout).toBe('');
  expect(run.code).toBe(2);
  expect(listed()).toEqual(files);
}

describe('convert', () => {
  test('json to json is the same meeting, byte for byte, on standard output and in a file', () => {
    const toOutput = runQuorum(['convert', input, '-', '--to', 'json']);
    expect(toOutput).toMatchObject({ code: 0, stdout: readFileSync(input, 'utf8') });
    expect(toOutput.stderr).toMatch(
      /^Platform leads, spring review: 2 days, 8 items, 6 action items, 3 decisions, /u,
    );
    const toFile = runQuorum(['convert', input, out('copy.json')]);
    expect(toFile).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(out('copy.json'), 'utf8')).toBe(readFileSync(input, 'utf8'));
  });

  test('writes each format, and leaves nothing beside it', () => {
    for (const name of ['a.md', 'a.html', 'a.quorum', 'a.markdown']) {
      expect(runQuorum(['convert', input, out(name)])).toMatchObject({ code: 0, stdout: '' });
    }
    expect(readFileSync(out('a.md'), 'utf8')).toMatch(/^<!-- quorum\.meeting 1 -->/u);
    expect(readFileSync(out('a.html'), 'utf8')).toMatch(
      /^<!doctype html>[\s\S]*@font-face[\s\S]*Search index trial/u,
    );
    expect(listed()).toEqual(['a.html', 'a.markdown', 'a.md', 'a.quorum', 'meeting.json']);
  });

  test('a bundle goes through: the meeting and its files', () => {
    const bundle = file('a.quorum', writeBundle(sampleRecord(), new Map()));
    expect(runQuorum(['convert', bundle, '-', '--to', 'json'])).toMatchObject({
      code: 0,
      stdout: readFileSync(input, 'utf8'),
    });
  });

  test('prints a PDF', () => {
    expect(runQuorum(['convert', input, out('a.pdf'), '--paper', 'letter'])).toMatchObject({
      code: 0,
      stdout: '',
    });
    expect(pagesOf(out('a.pdf'))[0]).toContain('Platform leads, spring review');
  });

  test('flags choose agenda, days, zone, status and what is left out', () => {
    const html = runQuorum([
      'convert',
      input,
      '-',
      '--to',
      'html',
      '--days',
      '2',
      '--status',
      'Minutes v2',
      '--zone',
      'Asia/Tokyo',
      '--no-preparation',
    ]).stdout;
    expect(html).toContain('Minutes v2');
    expect(html).toContain('Tokyo');
    expect(html).not.toContain('Slides are attached');
    expect(html).not.toContain('Welcome');
    const agenda = runQuorum(['convert', input, '-', '--to', 'md', '--agenda', '--no-dial-in']).stdout;
    expect(agenda).toContain('*Agenda, ');
    expect(agenda).not.toContain('##### Minutes');
    expect(agenda).not.toContain('PIN 815');
  });

  test('the same page gives the same file', () => {
    const page = file(
      'page.md',
      '# Leads\n\n## Agenda\n\n### Day 1: 2026-03-10\n\nTime\tTopic\tCoordinator\tNotes\n09:00\tWelcome\tAda Ames\t<p>Hello</p>\n09:30\tBudget\tBo Berg\t<p>Costs</p>\n10:00\tClose\t\t\n',
    );
    const environment = { SOURCE_DATE_EPOCH: '1773100000' };
    const [one, two] = [1, 2].map(() =>
      runQuorum(['convert', page, '-', '--to', 'json', '--zone', 'Europe/Oslo'], environment),
    );
    expect(one).toMatchObject({ code: 0 });
    expect(one?.stdout).toContain('"Budget"');
    expect(one?.stdout).toBe(two?.stdout);
  });

  test('an existing output is replaced whole, through a link too', () => {
    const real = file('real.json', 'old');
    symlinkSync(real, out('link.json'));
    expect(runQuorum(['convert', input, out('link.json')]).code).toBe(0);
    expect(readFileSync(real, 'utf8')).toBe(readFileSync(input, 'utf8'));
  });

  test('a replaced file keeps its permissions', () => {
    const secret = file('secret.json', 'old');
    chmodSync(secret, 0o600);
    expect(runQuorum(['convert', input, secret]).code).toBe(0);
    expect(statSync(secret).mode & 0o777).toBe(0o600);
  });

  test('a moment beyond the calendar is passed over', () => {
    const environment = { SOURCE_DATE_EPOCH: '1e20' };
    expect(runQuorum(['convert', input, out('x.html')], environment).code).toBe(0);
  });

  test('a title cannot steer the terminal', () => {
    const record = sampleRecord();
    const title = `\u001b[31mred\u202e ${'long '.repeat(100)}`;
    const hostile = file('h.json', writeMeetingJson({ ...record, meta: { ...record.meta, title } }));
    const { stderr, code } = runQuorum(['convert', hostile, out('h.md')]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^\[31mred long long (?:(?!\p{Cc}|\u202e).){0,80}…: 2 days/u);
  });

  test('help and version are answers', () => {
    expect(runQuorum(['--help']).stdout).toContain('convert IN OUT');
    expect(runQuorum(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });
});

describe('bad input', () => {
  const cases: readonly (readonly [string, () => readonly string[], RegExp])[] = [
    ['a missing file', () => ['convert', out('none.md'), out('x.json')], /none\.md: there is no such file/u],
    ['an empty file', () => ['convert', file('e.md', ''), out('x.json')], /e\.md: .*empty/iu],
    [
      'a binary file',
      () => ['convert', file('b.md', new Uint8Array([0, 1, 2, 255, 254, 0, 7])), out('x.json')],
      /b\.md: /u,
    ],
    [
      'a page without a meeting',
      () => ['convert', file('n.md', 'Nothing of the kind.\n'), out('x.json')],
      /n\.md: No meeting/u,
    ],
    ['broken json', () => ['convert', file('j.json', '{"format": '), out('x.md')], /j\.json: /u],
    ['json of something else', () => ['convert', file('o.json', '{"a": 1}'), out('x.md')], /o\.json: /u],
    [
      'json of a newer version',
      () => ['convert', file('v.json', '{"format":"quorum.meeting","version":99}'), out('x.md')],
      /v\.json: .*newer/u,
    ],
    ['a bundle that is no zip', () => ['convert', file('z.quorum', 'no zip'), out('x.md')], /z\.quorum: /u],
    [
      'an unknown ending',
      () => ['convert', file('d.docx', 'x'), out('x.json')],
      /d\.docx: cannot read this kind/u,
    ],
    ['a PDF as input', () => ['convert', file('d.pdf', 'x'), out('x.json')], /cannot read this kind/u],
    ['an unknown output', () => ['convert', input, out('x.docx')], /x\.docx: cannot write this kind/u],
    [
      'a directory',
      () => ['convert', folder.concat('/dir.md'), out('x.json')],
      /dir\.md: this is a directory/u,
    ],
    [
      'an output directory',
      () => ['convert', input, folder.concat('/dir.md')],
      /dir\.md: this is a directory/u,
    ],
    ['a missing output folder', () => ['convert', input, out('no/x.json')], /folder .* does not exist/u],
    ['the input as output', () => ['convert', input, input], /same file/u],
    [
      'the input as output by another name',
      () => ['convert', input, `${folder}/./meeting.json`],
      /same file/u,
    ],
    ['no format for standard output', () => ['convert', input, '-'], /--to/u],
    ['an unknown format', () => ['convert', input, '-', '--to', 'docx'], /'docx' is not known/u],
    [
      'an unknown zone',
      () => ['convert', input, '-', '--to', 'json', '--zone', 'Mars/Olympus'],
      /no time zone/u,
    ],
    ['an unknown paper', () => ['convert', input, out('x.html'), '--paper', 'A0'], /A4 or Letter/u],
    ['a day that is not there', () => ['convert', input, out('x.html'), '--days', '7'], /no day 7/u],
    ['an unknown flag', () => ['convert', input, out('x.html'), '--colour'], /--colour/u],
    ['an unknown command', () => ['print', input], /no command 'print'/u],
    ['no command', () => [], /Nothing to do/u],
    ['one file only', () => ['convert', input], /two files/u],
  ];

  test.each(cases)('%s is one clear line and exit code 2', (_name, args, reason) => {
    mkdirSync(out('dir.md'));
    const given = args();
    const files = listed();
    expectRefused(runQuorum(given), reason, files);
  });

  test.runIf(existsSync('/dev/full'))(
    'a standard output that takes nothing is told, not passed off as done',
    () => {
      const full = openSync('/dev/full', 'w');
      const run = runQuorum(['convert', input, '-', '--to', 'json'], {}, full);
      closeSync(full);
      expect(run.stderr).toMatch(/^quorum: standard output could not be written: .*ENOSPC.*\n$/u);
      expect(run.code).toBe(2);
    },
  );

  test.skipIf(process.platform === 'win32')('a pipe is neither waited for nor replaced', () => {
    const pipe = out('pipe.json');
    execFileSync('mkfifo', [pipe]);
    expectRefused(runQuorum(['convert', pipe, out('x.json')]), /a pipe or a device/u, listed());
    expectRefused(runQuorum(['convert', input, pipe]), /a pipe or a device/u, listed());
    expect(statSync(pipe).isFIFO()).toBe(true);
  });

  test('an input that may not be read and a folder that may not be written', () => {
    // Root may read and write anything; a path through a file is refused to everybody.
    expectRefused(runQuorum(['convert', join(input, 'x.md'), out('x.json')]), /not a folder/u, [
      'meeting.json',
    ]);
    if (process.getuid?.() === 0) return;
    const secret = file('secret.md', 'x');
    chmodSync(secret, 0o000);
    expectRefused(runQuorum(['convert', secret, out('x.json')]), /no permission to read/u, [
      'meeting.json',
      'secret.md',
    ]);
  });

  test('without Chromium a PDF is refused in one line, and other formats still work', () => {
    const environment = { QUORUM_CHROMIUM: out('no-such-chromium') };
    expectRefused(runQuorum(['convert', input, out('x.pdf')], environment), /Install Chromium/u, [
      'meeting.json',
    ]);
    expect(runQuorum(['convert', input, out('x.html')], environment).code).toBe(0);
  });

  test('a Chromium that does not start is one line too, and keeps the file that was there', () => {
    const broken = file('chromium', '#!/bin/sh\nexit 1\n');
    chmodSync(broken, 0o755);
    file('x.pdf', 'old');
    const run = runQuorum(['convert', input, out('x.pdf')], { QUORUM_CHROMIUM: broken });
    expectRefused(run, /could not be started/u, ['chromium', 'meeting.json', 'x.pdf']);
    expect(readFileSync(out('x.pdf'), 'utf8')).toBe('old');
    expect(existsSync(input)).toBe(true);
  });
});

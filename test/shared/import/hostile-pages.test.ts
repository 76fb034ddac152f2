// Pages that mean harm or were never pages: nothing throws, nothing hangs, nothing dangerous comes through, no word is lost.
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { checkRichDoc } from '../../../shared/domain/rich-text-check.ts';
import { isLeftOut } from '../../../shared/import/fidelity-report.ts';
import { type ImportResult, importPage } from '../../../shared/import/import-page.ts';
import { openFile } from '../../../shared/import/open-file.ts';
import { allItems, importOptions, importText } from './import-fixture.ts';

const AGENDA =
  '<h2>Agenda</h2><table><tr><th>Time</th><th>Topic</th><th>Notes</th></tr><tr><td>09:00</td><td>Plan</td><td>';

const VECTORS: readonly string[] = [
  '<script>alert(1)</script>words',
  '<img src=x onerror=alert(1)>words',
  '<a href="javascript:alert(1)">words</a>',
  '<a href=" &#1;java&#10;script:alert(1)">words</a>',
  '<a href="data:text/html,<script>alert(1)</script>">words</a>',
  '<a href="file:///etc/passwd">words</a>',
  '<a href="\\\\evil.example\\share">words</a>',
  '<a href="//evil.example/x">words</a>',
  '<a href="https://user:pass@evil.example/">words</a>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>words',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>words',
  '<iframe src="https://evil.example"></iframe>words',
  '<form action="https://evil.example"><input type=image src=https://evil.example/x.png>words</form>',
  '<p style="background:url(https://evil.example);position:fixed">words</p>',
  '<video poster="https://evil.example/x.png">x</video>words',
  '<link rel=stylesheet href=https://evil.example><base href=https://evil.example>words',
  '<div id="__proto__" class="constructor">words</div>',
  '<template><p>x</p></template>words',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">words</p></noscript>words',
  '<p>wo<!-- -->rds words</p>',
  '<table background="https://evil.example/x.png"><tr><td>words</td></tr></table>',
  '<object data="https://evil.example"></object><embed src="https://evil.example">words',
  '<details><summary>words</summary><p>more</p></details>',
  '<select><option>words</option></select>',
  '<plaintext>words</td>',
  '<a href="https://ok.example/\u202egnp.exe">words</a>',
];

function open(name: string, text: string) {
  return openFile(name, strToU8(text), importOptions());
}

describe('a hostile page', () => {
  test.each(VECTORS)('comes out harmless: %j', (vector) => {
    const result = importText('page.html', `${AGENDA}${vector}</td></tr></table>`);
    const [item] = allItems(result.record);
    const json = JSON.stringify(result.record);
    expect(item?.title).toBe('Plan');
    expect(json).toContain('words');
    expect(json).not.toMatch(/javascript:|evil\.example|alert\(1\)|onerror|"href":"(?!https:\/\/ok)/);
    expect(checkRichDoc(item?.prep)).toMatchObject({ ok: true });
  });

  const many = (count: number, make: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => make(index)).join('');

  test.each([
    ['divs nested without end', 'a.html', '<div>'.repeat(1_000_000)],
    [
      'fonts that are opened again in every paragraph',
      'a.html',
      many(20_000, (i) => `<font color=${i}>`) + '<p>x'.repeat(2000),
    ],
    ['a tag with endless attributes', 'a.html', `<h2>Agenda</h2><p ${many(100_000, (i) => ` a${i}`)}>x`],
    ['tables within tables', 'a.html', '<table><tr><td>'.repeat(20_000)],
    [
      'a table without end',
      'a.html',
      `<h2>Agenda</h2><table>${'<tr><td>09:00<td>x<td>Ann Lee'.repeat(20_000)}`,
    ],
    ['brackets without end', 'a.md', `## Agenda\n- 09:00 x\n\n${'['.repeat(400_000)}`],
    ['stars without end', 'a.md', `## Agenda\n- 09:00 x ${'*a '.repeat(200_000)}`],
    ['quotes in quotes', 'a.md', '>'.repeat(400_000)],
    ['lists in lists', 'a.md', many(1500, (i) => `${' '.repeat(i * 2)}- a\n`)],
    ['tabs without end', 'a.md', `${'\t'.repeat(2_000_000)}a`],
    ['cells without end', 'a.md', `a${'\t'.repeat(400_000)}`],
    ['names without end', 'a.md', `## Attendees\n${'Ann Lee, '.repeat(100_000)}`],
    ['dates without end', 'a.md', `## Date\n${'10 Mar '.repeat(100_000)}`],
    ['dashes without end', 'a.md', `## Agenda\n- 09:00 x${' — '.repeat(60_000)}`],
    [
      'ticks without end',
      'a.md',
      `## Agenda\n09:00\tx\t${'✓ Ann Lee — do it. 16 Mar 2026 <br>'.repeat(10_000)}`,
    ],
    ['blanks without end', 'a.html', `${AGENDA}${' '.repeat(500_000)}Getting issue details`],
    ['one long line', 'a.md', `## Agenda\n09:00\tx\t${'a — b. 16 Mar 2026 '.repeat(100_000)}`],
    ['headings without end', 'a.md', `## Agenda\n${'### 09:00 a\n'.repeat(50_000)}`],
    ['JSON lists in lists', 'a.json', '['.repeat(1_000_000)],
    [
      "Quorum's own form, endless",
      'a.md',
      `<!-- quorum.meeting 1 -->\n## Day 1: 2026-03-10\n### Block\n${'#### 1.1 x\n'.repeat(20_000)}`,
    ],
  ])('of %s ends in time', { timeout: 60_000 }, (_, name, text) => {
    expect(['ok', 'too-complex', 'no-meeting', 'damaged']).toContain(codeOf(open(name, text)));
  });
});

function codeOf(result: ReturnType<typeof open>): string {
  return result.ok ? 'ok' : result.error.code;
}

/** Everything that an import says of a page. */
function said({ record, report }: ImportResult): string {
  const leftOut = report.findings.filter(isLeftOut).map((finding) => finding.text);
  return [JSON.stringify(record), ...report.readings.map((reading) => reading.text), ...leftOut]
    .join('\n')
    .toLowerCase();
}

describe('any page', () => {
  let count = 0;
  /** A word that occurs once on the page. */
  const word = fc.constant(null).map(() => {
    count += 1;
    return `zq${count.toString(36)}x`;
  });
  const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
  const glue = fc.constantFrom(
    ' — ',
    ': ',
    ' (',
    ') ',
    ', ',
    ' / ',
    ' 09:30 ',
    ' 16 Mar 2026 ',
    ' ✓ ',
    ' STATUS ',
    ' [x] ',
    ' Decision: ',
    ' & ',
    ' with ',
    ' #',
    ' 2. ',
  );
  const prose = fc.array(fc.oneof(words, glue), { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
  const html: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      prose,
      fc
        .tuple(
          fc.constantFrom(
            'p',
            'div',
            'ul',
            'ol',
            'li',
            'b',
            'del',
            'a',
            'span',
            'h3',
            'blockquote',
            'pre',
            'table',
            'tr',
            'td',
            'code',
            'time',
            'dl',
            'dd',
            'summary',
          ),
          fc.array(tie('node'), { maxLength: 3 }),
        )
        .map(([tag, inner]) => `<${tag}>${inner.join(' ')}</${tag}>`),
      fc.constantFrom(
        '<hr>',
        '<br>',
        '<input type=checkbox checked>',
        '<input type=checkbox>',
        '</div>',
        '<p>',
        '&amp;',
      ),
    ),
  })).node;
  const cell = fc.oneof(
    prose,
    html,
    fc.constantFrom(
      '',
      '09:00',
      '10:30',
      'Break',
      'Close',
      '30 min',
      'Ann Lee',
      'Moderator: Ann Lee',
      'Day 2: 2026-03-11',
    ),
  );
  const row = fc
    .array(cell, { minLength: 1, maxLength: 5 })
    .map((cells) => cells.join('\t').replace(/\n/g, ' '));
  const heading = fc.constantFrom(
    '# ',
    '## Agenda',
    '## Attendees',
    '## Apologies',
    '## Date',
    '## Logistics',
    '## Proposals',
    '## Attachments',
    '## Action items',
    '## Decisions',
    '## Next meetings',
    '## Day 1: 2026-03-10',
    '### 09:00 ',
    '### ',
    '## Location',
    '## Time zone',
    '## Guests',
    '## Minutes by',
    '## Chair',
  );
  const block = fc.oneof(
    fc.tuple(heading, words).map(([head, text]) => (/ $/.test(head) ? head + text : head)),
    row,
    fc
      .tuple(
        fc.constantFrom(
          '- ',
          '1. ',
          '  - ',
          '> ',
          '- [x] ',
          '- 09:00 ',
          '- Ann Lee: ',
          '',
          'Location: ',
          '- Ann Lee — ',
        ),
        prose,
      )
      .map(([mark, text]) => mark + text),
    fc.constantFrom(
      'Time\tTopic\tCoordinator\tNotes',
      'Topic\tRequested by\tTime required\tNotes',
      'File\tModified',
      '| Time | Topic |\n|---|---|',
      '',
      '```',
    ),
    fc
      .array(prose, { minLength: 1, maxLength: 3 })
      .map((cells) => `| ${cells.map((text) => text.replace(/\|/g, '/')).join(' | ')} |`),
    html,
  );
  const page = fc
    .array(block, { minLength: 1, maxLength: 14 })
    .map((blocks) => blocks.join('\n\n'.slice(0, 1 + (blocks.length % 2))));

  test('is refused or imported, with every word in the record or the report, and texts within the schema', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(page, fc.constantFrom('page.md', 'page.html'), (text, name) => {
        const result = importPage({ name, text: `${text}\n\n## Agenda\n\n- 09:00 Plan\n` }, importOptions());
        if (!result.ok) return;
        const found = said(result.value);
        const seen = text.replace(/<time>[\s\S]*?<\/time>/g, ' ').toLowerCase();
        const lost = [...seen.matchAll(/zq[a-z0-9]+?x(?![a-z0-9])/g)]
          .map(([one]) => one)
          .filter((one) => !found.includes(one));
        expect(lost).toEqual([]);
        for (const item of allItems(result.value.record)) {
          expect(checkRichDoc(item.prep)).toMatchObject({ ok: true });
          expect(checkRichDoc(item.minutes)).toMatchObject({ ok: true });
        }
      }),
      { numRuns: 600 },
    );
  });

  test('of any bytes does not make it throw', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('a.md', 'a.html', 'a.json', 'a.quorum', 'a'),
        (bytes, name) => {
          openFile(name, bytes, importOptions());
        },
      ),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom('a.md', 'a.html'),
        (text, name) => {
          importPage({ name, text: `# x\n## Agenda\n- 09:00 a\n${text}` }, importOptions());
        },
      ),
    );
  });
});

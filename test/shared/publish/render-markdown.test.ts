import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { RichBlock, RichInline, RichMark } from '../../../shared/domain/rich-text.ts';
import { renderInlineMarkdown } from '../../../shared/publish/markdown-inline.ts';
import { renderRichMarkdown } from '../../../shared/publish/markdown-rich.ts';
import { defaultPublishOptions } from '../../../shared/publish/publish-options.ts';
import { renderMarkdown } from '../../../shared/publish/render-markdown.ts';
import { action, bullets, emptyRecord, link, NOW, para, point, sampleRecord, text } from './sample-record.ts';

const reader = new MarkdownIt({ html: true });
const options = { ...defaultPublishOptions('minutes', NOW), dialIn: true };
const names = {
  nameOf: (id: string) => `Name of ${id}`,
  decisionNumber: () => 1,
  decisionNumberOf: () => null,
};

type Node = DefaultTreeAdapterMap['node'];

/** What a reader of the Markdown sees: the words, each with the marks around it. */
function seen(markdown: string): string {
  const walk = (node: Node, marks: string): string => {
    if (node.nodeName === '#text' && 'value' in node)
      return marks === '' ? node.value : `${marks}{${node.value}}`;
    if (node.nodeName === 'br') return '\n';
    const mark = { strong: 'B', em: 'I', del: 'S', s: 'S', code: 'C', a: 'L' }[node.nodeName] ?? '';
    const children = 'childNodes' in node ? node.childNodes : [];
    return children.map((child) => walk(child, marks + mark)).join('');
  };
  return walk(parseFragment(reader.render(markdown)), '').trimEnd();
}

describe('renderMarkdown', () => {
  test('writes the whole meeting in its own flavour, first line first', () => {
    const markdown = renderMarkdown(sampleRecord(), options);
    expect(markdown).toMatch(
      /^<!-- quorum\.meeting 1 -->\n# Platform leads, spring review\n\n\*Draft minutes, 11 March 2026 11:36\*\n/u,
    );
    for (const line of [
      '- Time zone: America/Phoenix',
      '- Phone: Dial in — +1 555 0100 — PIN 815',
      '- Place: — room B2 — second floor',
      '- Petra Lund · guest of: 1.2',
      '- Wanda Ferro · remark: not Wed afternoon · apology: Wednesday from 13:00, another meeting',
      '## Day 1: 2026-03-10, Where we stand',
      '### Morning',
      '#### 1.2 Holiday calendars',
      '- Presenter note: if the link holds',
      '  - Count the weeks.',
      '    - Per site.',
      '* [x] Yael Adler — Bring the list of public holidays (done)',
      '* [ ] Yael Adler, Jonas Lindqvist — Ask Nagoya and Lyon for their holiday calendar (due 2026-03-09; helpers: Mara Okafor)',
      '  - 2026-03-10, Jonas Lindqvist: Lyon has answered.',
      '* [ ] — Book a load test (deferred; deferred to: the May meeting; carried from: January)',
      '**Decision D3:** Keep the trial engine; the old index stays until autumn. (replaces D1)',
      '#### 2.2 ~~Night lights in the stacks~~',
      '- Cancelled: presenter unavailable',
      '#### Close:',
      '- Duration: 1 hour?',
      '- State: declined',
      '- Merged into: 1 · Holiday calendars',
      '- Part of: 2 · Bicycle racks',
      '- Seattle · dates: 2026-05-12/14 · mode: in person · note: Remote places are assured.',
    ]) {
      expect(markdown.split('\n')).toContain(line);
    }
  });

  test('what is left out is in no line', () => {
    const markdown = renderMarkdown(sampleRecord(), {
      ...options,
      dialIn: false,
      preparation: false,
      proposals: false,
      attachments: false,
    });
    for (const secret of [
      'PIN 815',
      'passcode',
      '192.0.2.7',
      'Count the weeks',
      'public holidays',
      'Bicycle',
      'The same as above',
      'Costs.xlsx',
    ]) {
      expect(markdown).not.toContain(secret);
    }
  });

  test('an agenda has no minutes', () => {
    const markdown = renderMarkdown(sampleRecord(), { ...defaultPublishOptions('agenda', NOW) });
    expect(markdown).toContain('Count the weeks.');
    expect(markdown).not.toContain('##### Minutes');
    expect(markdown).not.toContain('cost sheet');
  });

  test('an empty meeting is a title', () => {
    const record = emptyRecord();
    expect(renderMarkdown({ ...record, meta: { ...record.meta, title: '' } }, options)).toContain(
      '# Untitled meeting',
    );
  });
});

describe('texts in Markdown', () => {
  test.each([
    '# no heading',
    '- no list',
    '1. no list',
    '12) no list',
    '+ no list',
    '> no quote',
    '    no code',
    '---',
    '===',
    '*no* _mark_ **at** ~~all~~',
    '`code`',
    '[no](http://link.example)',
    '<script>alert(1)</script>',
    '<!-- no comment',
    '&lt;&#60;&copy;',
    '| no | table |',
    'ends with a backslash \\',
    '![no](image)',
    'a\tb',
    '[x] no task',
  ])('%s comes out as words', (words) => {
    expect(seen(renderInlineMarkdown([text(words)], 'paragraph'))).toBe(words);
  });

  test('any text comes back as the same words', () => {
    const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });
    const tricky = fc.stringMatching(/^[a -.0-9#*_`~<>[\]()!&;\\|+=:-]{1,24}$/u);
    fc.assert(
      fc.property(fc.oneof(words, tricky), (raw) => {
        // Line ends become spaces, and a reader of Markdown shows no control characters and no line of spaces alone.
        const clean = raw.replace(/\p{Cc}|\p{Surrogate}|\u2028|\u2029/gu, '');
        fc.pre(clean.trim() !== '');
        expect(seen(renderInlineMarkdown([text(clean)], 'paragraph')).trim()).toBe(clean.trim());
      }),
      { numRuns: 100 },
    );
  });

  test('marks hold at every border: inside words, beside each other and one within another', () => {
    const mark = fc.constantFrom<RichMark>(
      { type: 'bold' },
      { type: 'italic' },
      { type: 'strike' },
      { type: 'code' },
    );
    const run = fc.record({
      words: fc.stringMatching(/^[a-c ,.*_]{1,6}$/u).filter((words) => words.trim() !== ''),
      marks: fc.uniqueArray(mark, { selector: (m) => m.type, maxLength: 3 }),
    });
    const letters = { bold: 'B', italic: 'I', strike: 'S', code: 'C', link: 'L' } as const;
    const order = 'LBISC';
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 5 }), (runs) => {
        const nodes: RichInline[] = [
          text('x'),
          ...runs.map(({ words, marks }) => text(words, ...marks)),
          text('y'),
        ];
        const shown = seen(renderInlineMarkdown(nodes, 'paragraph'));
        const perCharacter = (marked: readonly (readonly [string, string])[]): string[] =>
          marked.flatMap(([marks, words]) => [...words].filter((c) => c !== ' ').map((c) => marks + c));
        const expected = nodes.map((node): readonly [string, string] => {
          if (node.type !== 'text') return ['', ''];
          const marks = (node.marks ?? [])
            .map((m) => letters[m.type])
            .sort((a, b) => order.indexOf(a) - order.indexOf(b));
          return [marks.join(''), node.text];
        });
        const actual = [...shown.matchAll(/([LBISC]+)\{([^}]*)\}|([^LBISC{}]+)/gu)].map(
          ([, marks = '', words, plain]): readonly [string, string] => [marks, words ?? plain ?? ''],
        );
        expect(perCharacter(actual)).toEqual(perCharacter(expected));
      }),
      { numRuns: 100 },
    );
  });

  test('links keep their targets, unsafe ones lose them and keep the words', () => {
    const good = 'https://example.org/a_(b)?x=1&copy;=2';
    const [parsed] = reader.parseInline(renderInlineMarkdown([text('a', link(good))], 'line'), {});
    const open = parsed?.children?.find((token) => token.type === 'link_open');
    expect(new URL(String(open?.attrGet('href'))).href).toBe(new URL(good).href);
    expect(renderInlineMarkdown([text('a', link('javascript:alert(1)'))], 'line')).toBe('a');
  });

  test('neighbouring lists stay two lists, and a rule is no underline', () => {
    const blocks: RichBlock[] = [
      para('line'),
      { type: 'horizontalRule' },
      bullets(point('one')),
      bullets(point('two')),
    ];
    const html = reader.render(renderRichMarkdown(blocks, names));
    expect(html.match(/<ul>/gu)).toHaveLength(2);
    expect(html).toContain('<hr>');
    expect(html).not.toContain('<h2>');
  });

  test('parentheses and dashes of an action are never taken for its facts', () => {
    const markdown = renderRichMarkdown([action('a', 'Ask A — and B (due never)')], names);
    expect(markdown).toBe('* [ ] — Ask A &mdash; and B \\(due never\\)');
  });

  test('a code block holds any backticks', () => {
    const block: RichBlock = {
      type: 'codeBlock',
      attrs: { language: null },
      content: [{ type: 'text', text: '```\nx\n````' }],
    };
    expect(reader.render(renderRichMarkdown([block], names))).toContain('```\nx\n````');
  });
});

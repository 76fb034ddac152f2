import { describe, expect, test } from 'vitest';
import type { RichAttr } from '../../../shared/domain/rich-text-attrs.ts';
import {
  checkRichDoc,
  misplacedChild,
  RICH_MARKS,
  RICH_NODES,
} from '../../../shared/domain/rich-text-check.ts';

const doc = (...content: unknown[]) => ({ type: 'doc', content });
const p = (...content: unknown[]) => ({ type: 'paragraph', ...(content.length > 0 && { content }) });
const t = (text: string, ...marks: unknown[]) => ({ type: 'text', text, ...(marks.length > 0 && { marks }) });

function problemOf(value: unknown): { path: string; problem: string } | null {
  const result = checkRichDoc(value);
  return result.ok ? null : result.error;
}

describe('checkRichDoc', () => {
  test('passes every kind of node and mark as it is', () => {
    const link = { type: 'link', attrs: { href: 'https://example.org/' } };
    const action = {
      id: 'a1',
      assignees: ['p1'],
      helpers: [],
      due: '2026-02-28',
      status: 'in-progress',
      deferredTo: null,
      carriedFrom: 'March',
    };
    const whole = doc(
      { type: 'heading', attrs: { level: 2 }, content: [t('Head')] },
      p(t('a', link, { type: 'bold' }), { type: 'hardBreak' }, t('b', { type: 'code' })),
      { type: 'bulletList', content: [{ type: 'listItem', content: [p(), { type: 'horizontalRule' }] }] },
      { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [p(t('x'))] }] },
      { type: 'blockquote', content: [p(t('q', { type: 'italic' }, { type: 'strike' }))] },
      { type: 'codeBlock', attrs: { language: null }, content: [t('let x;\n')] },
      {
        type: 'actionItem',
        attrs: action,
        content: [p(t('do')), { type: 'progressNote', attrs: { date: '2026-01-01', by: null } }],
      },
      { type: 'decision', attrs: { id: 'd1', replaces: 'd0' }, content: [t('agreed')] },
    );
    expect(checkRichDoc(whole)).toEqual({ ok: true, value: whole });
  });

  test('fills in attributes that are missing and brings a line into its normal form', () => {
    const bold = { type: 'bold' };
    const italic = { type: 'italic' };
    const input = doc({ type: 'heading', content: [t('a', italic, bold), t('b', bold, italic), t('c')] });
    const output = doc({
      type: 'heading',
      attrs: { level: 1 },
      content: [t('ab', bold, italic), t('c')],
    });
    expect(checkRichDoc(input)).toEqual({ ok: true, value: output });
  });

  test.each<[string, unknown, string]>([
    ['no object', 'text', ''],
    ['null', null, ''],
    ['another type', p(), ''],
    ['an empty document', doc(), ''],
    ['an unknown node', doc(p(), { type: 'table' }), 'content[1]'],
    ['a name from the prototype', doc({ type: 'constructor' }), 'content[0]'],
    ['an unknown mark', doc(p(t('a', { type: 'underline' }))), 'content[0].content[0].marks[0]'],
    ['a mark twice', doc(p(t('a', { type: 'bold' }, { type: 'bold' }))), 'content[0].content[0]'],
    ['an empty text', doc(p(t(''))), 'content[0].content[0]'],
    ['a text that is no string', doc(p({ type: 'text', text: 1 })), 'content[0].content[0]'],
    ['an unknown property', doc({ type: 'paragraph', style: 'x' }), 'content[0]'],
    ['an unknown attribute', doc({ type: 'heading', attrs: { level: 1, x: 1 } }), 'content[0].attrs'],
    ['a level that is none', doc({ type: 'heading', attrs: { level: 4 } }), 'content[0].attrs.level'],
    [
      'a day that is none',
      doc({ type: 'actionItem', attrs: { due: '2026-02-30' }, content: [p()] }),
      'content[0].attrs.due',
    ],
    [
      'a script for a link',
      doc(p(t('a', { type: 'link', attrs: { href: 'javascript:x' } }))),
      'content[0].content[0].marks[0].attrs.href',
    ],
    ['a link to nowhere', doc(p(t('a', { type: 'link' }))), 'content[0].content[0].marks[0].attrs.href'],
    ['a block in a line', doc(p(p())), 'content[0].content[0]'],
    ['a list item outside a list', doc({ type: 'listItem', content: [p()] }), 'content[0]'],
    [
      'a list item that starts with a list',
      doc({ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'horizontalRule' }] }] }),
      'content[0].content[0].content[0]',
    ],
    ['an empty list', doc({ type: 'bulletList' }), 'content[0]'],
    ['marks in code', doc({ type: 'codeBlock', content: [t('a', { type: 'bold' })] }), 'content[0]'],
    ['a content that is no list', doc({ type: 'paragraph', content: {} }), 'content[0]'],
  ])('refuses %s and says where', (_, value, path) => {
    expect(problemOf(value)).toMatchObject({ path });
  });

  test('refuses nesting without end, cycles included, instead of running out of stack', () => {
    const quotation: { type: string; content: unknown[] } = { type: 'blockquote', content: [] };
    quotation.content.push(quotation);
    expect(problemOf(doc(quotation))?.problem).toMatch(/deeper/);
  });

  test('refuses a text of more than 100,000 parts', () => {
    expect(problemOf(doc(...Array(100_001).fill(p())))?.problem).toMatch(/more than 100000/);
  });

  test('does not choke on attributes of any kind', () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    expect(problemOf(doc({ type: 'heading', attrs: { level: cycle } }))?.path).toBe('content[0].attrs.level');
  });
});

describe('the tables', () => {
  test('name only nodes and groups that exist', () => {
    const names = new Set([
      ...Object.keys(RICH_NODES),
      ...Object.values(RICH_NODES).map((rule) => rule.group),
    ] as string[]);
    for (const { content } of Object.values(RICH_NODES)) {
      for (const term of content.split(' ').filter(Boolean))
        expect(names).toContain(term.replace(/[*+]$/, ''));
    }
  });

  test('have fallbacks that pass their own check, a link without target excepted', () => {
    for (const { attrs } of [...Object.values(RICH_NODES), RICH_MARKS.bold]) {
      for (const attr of Object.values<RichAttr>(attrs)) expect(attr.check(attr.fallback)).toBe(true);
    }
    expect(RICH_MARKS.link.attrs.href.check('')).toBe(false);
  });
});

describe('misplacedChild', () => {
  test.each<[string, string[], number]>([
    ['paragraph block*', ['paragraph', 'bulletList'], -1],
    ['paragraph block*', ['bulletList'], 0],
    ['paragraph progressNote*', ['paragraph', 'paragraph'], 1],
    ['block+', [], 0],
    ['inline*', [], -1],
    ['', ['text'], 0],
    ['inline*', ['text', 'hardBreak', 'paragraph'], 2],
  ])('in %s of %j is %i', (content, children, index) => {
    expect(misplacedChild(content, children)).toBe(index);
  });
});

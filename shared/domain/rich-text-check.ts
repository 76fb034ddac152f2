// THE schema of the rich texts: which node may hold what, each attribute's check and default. The editor builds its
// schema from these tables, shared/doc tells unknown content apart by them, importers check their output with them.
// Content and groups are written as ProseMirror writes them. Knows neither Yjs nor ProseMirror.

import { fail, ok, type Result } from '../base/result.ts';
import type { RichDoc, RichInline, RichMark } from './rich-text.ts';
import {
  DATE,
  HREF,
  ID,
  LEVEL,
  LIST_START,
  NOTE,
  PEOPLE,
  REFERENCE,
  type RichAttr,
  STATUS,
} from './rich-text-attrs.ts';

export interface RichNodeRule {
  /** A sequence of node or group names, each with `*`, `+` or nothing (exactly one). '' is a leaf. */
  readonly content: string;
  readonly group: 'block' | 'inline' | '';
  readonly marks: boolean;
  readonly attrs: Readonly<Record<string, RichAttr>>;
}

export interface RichMarkRule {
  readonly attrs: Readonly<Record<string, RichAttr>>;
}

const block = { group: 'block', marks: true, attrs: {} } as const;
const inline = { content: '', group: 'inline', marks: true, attrs: {} } as const;
const part = { group: '', marks: true, attrs: {} } as const;

export const RICH_NODES = {
  doc: { ...part, content: 'block+' },
  paragraph: { ...block, content: 'inline*' },
  heading: { ...block, content: 'inline*', attrs: { level: LEVEL } },
  bulletList: { ...block, content: 'listItem+' },
  orderedList: { ...block, content: 'listItem+', attrs: { start: LIST_START } },
  listItem: { ...part, content: 'paragraph block*' },
  blockquote: { ...block, content: 'block+' },
  codeBlock: { ...block, content: 'text*', marks: false, attrs: { language: NOTE } },
  horizontalRule: { ...block, content: '' },
  actionItem: {
    ...block,
    content: 'paragraph progressNote*',
    attrs: {
      id: ID,
      assignees: PEOPLE,
      helpers: PEOPLE,
      due: DATE,
      status: STATUS,
      deferredTo: NOTE,
      carriedFrom: NOTE,
    },
  },
  progressNote: { ...part, content: 'inline*', attrs: { date: DATE, by: REFERENCE } },
  decision: { ...block, content: 'inline*', attrs: { id: ID, replaces: REFERENCE } },
  hardBreak: inline,
  text: inline,
} as const satisfies Record<string, RichNodeRule>;

/** In the order in which a text lists its marks. Each excludes itself only; any may meet any other. */
export const RICH_MARKS = {
  link: { attrs: { href: HREF } },
  bold: { attrs: {} },
  italic: { attrs: {} },
  strike: { attrs: {} },
  code: { attrs: {} },
} as const satisfies Record<string, RichMarkRule>;

export type RichNodeName = keyof typeof RICH_NODES;
export type RichMarkName = keyof typeof RICH_MARKS;

export function nodeRule(name: unknown): RichNodeRule | null {
  return typeof name === 'string' && Object.hasOwn(RICH_NODES, name)
    ? RICH_NODES[name as RichNodeName]
    : null;
}

export function markRule(name: unknown): RichMarkRule | null {
  return typeof name === 'string' && Object.hasOwn(RICH_MARKS, name)
    ? RICH_MARKS[name as RichMarkName]
    : null;
}

/** Index of the first child that has no place in `content` (its length if one is missing at the end), or -1. */
export function misplacedChild(content: string, children: readonly string[]): number {
  let at = 0;
  for (const term of content.split(' ').filter(Boolean)) {
    const most = /[*+]$/.test(term) ? Number.POSITIVE_INFINITY : 1;
    const name = term.replace(/[*+]$/, '');
    const from = at;
    while (at < children.length && at - from < most && belongsTo(children[at], name)) at += 1;
    if (at === from && !term.endsWith('*')) return at;
  }
  return at < children.length ? at : -1;
}

function belongsTo(child: string | undefined, name: string): boolean {
  return child === name || nodeRule(child)?.group === name;
}

/** Joins neighbouring texts with equal marks and orders the marks: the one normal form of a line. */
export function joinTexts(nodes: readonly RichInline[]): RichInline[] {
  const joined: RichInline[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type !== 'text') joined.push(node);
    else if (last?.type === 'text' && sameMarks(last.marks, node.marks)) {
      joined[joined.length - 1] = { ...last, text: last.text + node.text };
    } else if (node.text !== '') joined.push(node);
  }
  return joined;
}

function sameMarks(a: readonly RichMark[] = [], b: readonly RichMark[] = []): boolean {
  return a.length === b.length && a.every((mark, i) => JSON.stringify(mark) === JSON.stringify(b[i]));
}

export function orderMarks(marks: readonly RichMark[]): readonly RichMark[] {
  const names = Object.keys(RICH_MARKS);
  return [...marks].sort((a, b) => names.indexOf(a.type) - names.indexOf(b.type));
}

/** Deeper nesting than anyone writes, or imports from a page. */
export const MAX_RICH_DEPTH = 512;
const MAX_NODES = 100_000;

export interface RichProblem {
  /** Where, as in `content[2].attrs.due`; '' is the text as a whole. */
  readonly path: string;
  readonly problem: string;
}

/** Raised inside `checkRichDoc` only, which turns it into a value. */
class Refusal extends Error {
  readonly path: string;
  constructor(path: string, problem: string) {
    super(problem);
    this.path = path;
  }
}

/**
 * A clean copy of `value` in normal form if it is a rich text through and through; missing attributes get their
 * fallback. Safe on hostile input: bounded in depth and size, and nothing unknown passes.
 */
export function checkRichDoc(value: unknown): Result<RichDoc, RichProblem> {
  const budget = { nodes: MAX_NODES };
  try {
    const doc = checkNode(value, '', 0, budget);
    if (doc.type !== 'doc') throw new Refusal('', 'is not a text of type "doc"');
    return ok(doc as unknown as RichDoc);
  } catch (error) {
    if (error instanceof Refusal) return fail({ path: error.path, problem: error.message });
    throw error;
  }
}

type Shape = Record<string, unknown>;

function checkNode(value: unknown, path: string, depth: number, budget: { nodes: number }): Shape {
  const node = asShape(value, path);
  if (depth > MAX_RICH_DEPTH) throw new Refusal(path, `is nested deeper than ${MAX_RICH_DEPTH}`);
  budget.nodes -= 1;
  if (budget.nodes < 0) throw new Refusal(path, `is one of more than ${MAX_NODES} parts`);
  const rule = nodeRule(node.type);
  if (!rule) throw new Refusal(path, `is of unknown type ${quote(node.type)}`);
  if (node.type === 'text') return checkText(node, path);
  refuseOthers(node, ['type', 'attrs', 'content'], path);
  const attrs = checkAttrs(rule.attrs, node.attrs, `${path}${path && '.'}attrs`);
  const at = (i: number) => `${path}${path && '.'}content[${i}]`;
  const list = node.content ?? [];
  if (!Array.isArray(list)) throw new Refusal(path, 'has a content that is no list');
  const content = list.map((child, i) => checkNode(child, at(i), depth + 1, budget));
  const odd = misplacedChild(
    rule.content,
    content.map((child) => String(child.type)),
  );
  if (odd >= 0 && odd < content.length) throw new Refusal(at(odd), `has no place in ${quote(node.type)}`);
  if (odd >= 0) throw new Refusal(path, `lacks content (${rule.content})`);
  if (!rule.marks && content.some((child) => child.marks)) throw new Refusal(path, 'allows no marks');
  const whole =
    rule.content === 'inline*' || rule.content === 'text*' ? joinTexts(content as never) : content;
  return { type: node.type, ...(attrs && { attrs }), ...(whole.length > 0 && { content: whole }) };
}

function checkText(node: Shape, path: string): Shape {
  refuseOthers(node, ['type', 'text', 'marks'], path);
  if (typeof node.text !== 'string' || node.text === '') throw new Refusal(path, 'is an empty text');
  const list = node.marks ?? [];
  if (!Array.isArray(list)) throw new Refusal(path, 'has marks that are no list');
  const names = new Set(list.map((mark) => mark?.type));
  if (names.size !== list.length) throw new Refusal(path, 'has a mark twice');
  const marks = list.map((entry, i) => {
    const mark = asShape(entry, `${path}.marks[${i}]`);
    const rule = markRule(mark.type);
    if (!rule) throw new Refusal(`${path}.marks[${i}]`, `is of unknown type ${quote(mark.type)}`);
    refuseOthers(mark, ['type', 'attrs'], `${path}.marks[${i}]`);
    const attrs = checkAttrs(rule.attrs, mark.attrs, `${path}.marks[${i}].attrs`);
    return { type: mark.type, ...(attrs && { attrs }) } as RichMark;
  });
  return { type: 'text', text: node.text, ...(marks.length > 0 && { marks: orderMarks(marks) }) };
}

function checkAttrs(rules: Readonly<Record<string, RichAttr>>, value: unknown, path: string): Shape | null {
  const given = value === undefined ? {} : asShape(value, path);
  refuseOthers(given, Object.keys(rules), path);
  const attrs: Shape = {};
  for (const [name, rule] of Object.entries(rules)) {
    const attr = given[name] === undefined ? rule.fallback : given[name];
    if (!rule.check(attr)) throw new Refusal(`${path}.${name}`, `cannot be ${quote(attr)}`);
    attrs[name] = Array.isArray(attr) ? [...attr] : attr;
  }
  return Object.keys(attrs).length > 0 ? attrs : null;
}

function asShape(value: unknown, path: string): Shape {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Shape;
  throw new Refusal(path, 'is no object');
}

function refuseOthers(node: Shape, known: readonly string[], path: string): void {
  const odd = Object.keys(node).find((key) => !known.includes(key) && node[key] !== undefined);
  if (odd !== undefined) throw new Refusal(path, `has the unknown property ${quote(odd)}`);
}

function quote(value: unknown): string {
  if (typeof value === 'string')
    return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value);
  return typeof value === 'object' && value !== null ? 'a structure' : String(value);
}

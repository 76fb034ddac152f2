// Running text: HTML nodes to marked texts, and the cutting and tidying of such lines. Links pass only through safeHref.

import type { RichInline, RichMark } from '../domain/rich-text.ts';
import { joinTexts } from '../domain/rich-text-check.ts';
import { safeHref } from '../domain/safe-href.ts';
import type { ReportDraft } from './fidelity-report.ts';
import { isBlank, textOf } from './html-text.ts';
import type { HtmlNode } from './html-tree.ts';
import { isPersonMark } from './names.ts';

const MARKS: Readonly<Record<string, 'bold' | 'italic' | 'strike' | 'code'>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  dfn: 'italic',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};

/** Lines of one run of inline nodes, split at line breaks. Without `report`, links and pictures go unmentioned. */
export function inlineLines(nodes: readonly HtmlNode[], line: number, report?: ReportDraft): RichInline[][] {
  const lines: RichInline[][] = [[]];
  const push = (text: string, marks: readonly RichMark[]): void => {
    if (text !== '') lines.at(-1)?.push({ type: 'text', text, ...(marks.length > 0 && { marks }) });
  };
  const visit = (node: HtmlNode, marks: readonly RichMark[], at: number): void => {
    if (node.type === 'text') {
      push(node.text.replace(/[\s\u00a0]+/g, ' '), marks);
      return;
    }
    switch (node.tag) {
      case 'br':
        if ('data-soft' in node.attrs) push(' ', marks);
        else lines.push([]);
        return;
      case 'wbr':
        return;
      case 'img':
        push(pictureText(node.attrs, node.line, report), marks);
        return;
      case 'time':
        push(isBlank(node.children) ? (node.attrs.datetime ?? '') : textOf(node.children), marks);
        return;
    }
    const own = ownMark(
      node.tag,
      node.attrs,
      isBlank(node.children) ? '' : textOf(node.children),
      at,
      report,
    );
    const inner = own === null || marks.some((mark) => mark.type === own.type) ? marks : [...marks, own];
    for (const child of node.children) visit(child, inner, node.line);
  };
  for (const node of nodes) visit(node, [], line);
  return lines.map(tidyInline).filter((inline) => inline.length > 0);
}

function ownMark(
  tag: string,
  attrs: Readonly<Record<string, string>>,
  text: string,
  line: number,
  report?: ReportDraft,
): RichMark | null {
  if (Object.hasOwn(MARKS, tag)) return { type: MARKS[tag] ?? 'bold' };
  if (tag !== 'a' || text === '') return null;
  const target = (attrs.href ?? '').trim();
  const href = safeHref(target);
  if (href !== null) return { type: 'link', attrs: { href } };
  if (target !== '' && target !== '#' && !isPersonMark(attrs)) {
    const shown = target.length > 200 ? `${target.slice(0, 199)}…` : target;
    report?.find(
      'link',
      line,
      text,
      `This link leads to no web, mail or phone address (${shown}). Its words are kept.`,
    );
  }
  return null;
}

function pictureText(attrs: Readonly<Record<string, string>>, line: number, report?: ReportDraft): string {
  const text = (attrs.alt ?? attrs.title ?? '').replace(/\s+/g, ' ').trim();
  if (/\b(?:emoticon|emoji)\b/.test(attrs.class ?? '')) return attrs['data-emoji-fallback'] ?? text;
  // An empty alternative text says that the picture is decoration.
  if (attrs.alt === '') return '';
  const source = /^https?:\/\/([^/?#]+)/i.exec(attrs.src ?? '')?.[1] ?? 'the page';
  report?.find(
    'image',
    line,
    text,
    `A picture from ${source} was not loaded. Add it as a file if it is needed.`,
  );
  return text;
}

/** No blank ends, no double spaces, equal neighbours joined. */
export function tidyInline(nodes: readonly RichInline[]): RichInline[] {
  const tidy: RichInline[] = [];
  let blank = true;
  for (const node of nodes) {
    if (node.type !== 'text') {
      tidy.push(node);
      blank = true;
      continue;
    }
    const text: string = (blank ? node.text.replace(/^ +/, '') : node.text).replace(/ {2,}/g, ' ');
    if (text === '') continue;
    blank = text.endsWith(' ');
    tidy.push({ ...node, text });
  }
  const end = tidy.findLastIndex((node) => node.type === 'text' && node.text.trim() !== '');
  return joinTexts(
    tidy
      .slice(0, end + 1)
      .map((node, i) => (i === end && node.type === 'text' ? { ...node, text: node.text.trimEnd() } : node)),
  );
}

/** A hard break counts one character, as in `inlineText`. */
export function sliceInline(
  nodes: readonly RichInline[],
  from: number,
  to = Number.POSITIVE_INFINITY,
): RichInline[] {
  const cut: RichInline[] = [];
  let at = 0;
  for (const node of nodes) {
    const length = node.type === 'text' ? node.text.length : 1;
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, length)];
    at += length;
    if (start >= end) continue;
    cut.push(node.type === 'text' ? { ...node, text: node.text.slice(start, end) } : node);
  }
  return tidyInline(cut);
}

export function inlineText(nodes: readonly RichInline[]): string {
  return nodes.map((node) => (node.type === 'text' ? node.text : '\n')).join('');
}

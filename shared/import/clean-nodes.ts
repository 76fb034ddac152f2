// Takes out of HTML what a wiki put in for its own screen, before it is read: placeholders of tickets, check boxes as form
// fields, glyphs that double a list's own bullets. What is taken is said to the report.

import { contains, isElement, isList, oneLine, textOf } from './html-text.ts';
import type { HtmlElement, HtmlNode } from './html-tree.ts';

export const DONE_MARK = '☑';
export const OPEN_MARK = '☐';

const PLACEHOLDER = 'Getting issue details';
const TICKET = /\b[A-Z][A-Z0-9_]{1,15}-\d{1,7}\b/g;
const BULLET = /^\s*[•◦▪▫‣·∙●○■□⁃]\s+/;
const NUMBER = /^\s*(?:\d{1,3}|[a-z])[.)]\s+/i;

export interface CleanNodes {
  readonly nodes: HtmlNode[];
  /** Keys of tickets that stood before a placeholder. */
  readonly tickets: string[];
  /** The words taken out, each with its line. */
  readonly removed: readonly { readonly line: number; readonly text: string }[];
}

export function cleanNodes(nodes: readonly HtmlNode[], line: number): CleanNodes {
  const tickets: string[] = [];
  const removed: { line: number; text: string }[] = [];
  /** The last ticket seen, and whether a placeholder still waits for its "STATUS". */
  let ticket: string | null = null;
  let waiting = false;

  const visit = (node: HtmlNode, at: number): HtmlNode[] => {
    if (node.type === 'text') return cleanText(node.text, at);
    const key = node.attrs['data-jira-key'];
    if (key !== undefined) return ticketMacro(node, key);
    if (isElement(node, 'input')) {
      const mark = node.attrs.type === 'checkbox' ? ('checked' in node.attrs ? DONE_MARK : OPEN_MARK) : null;
      return mark === null ? [] : [{ type: 'text', text: `${mark} ` }];
    }
    const held = oneLine(textOf([node]));
    if (waiting && held === 'STATUS') {
      waiting = false;
      removed.push({ line: node.line, text: held });
      return [];
    }
    const inline = isElement(node, 'div') && held.includes(PLACEHOLDER) && !hasMark(node);
    const children = node.children.flatMap((child) => visit(child, node.line));
    const whole = {
      ...node,
      children: isElement(node, 'li') ? taskItem(node, stripBullet(children, node)) : children,
    };
    return inline && !contains(whole, isList) ? [{ ...whole, tag: 'span' }] : [whole];
  };

  /** Confluence's ticket macro: its link or key is kept, summary and state are placeholders or out of date. */
  const ticketMacro = (node: HtmlElement, key: string): HtmlNode[] => {
    addTicket(key);
    const link = node.children.find((child) => isElement(child, 'a'));
    const rest = oneLine(
      textOf(node.children.filter((child) => child !== link)).replace(link ? '' : key, ''),
    );
    if (rest !== '') removed.push({ line: node.line, text: rest });
    return link ? visit(link, node.line) : [{ type: 'text', text: key }];
  };

  const cleanText = (text: string, at: number): HtmlNode[] => {
    const match = findPlaceholder(text);
    if (waiting && !match) {
      const status = /^\s*STATUS\b/.exec(text);
      if (status) removed.push({ line: at, text: 'STATUS' });
      if (oneLine(text) !== '') waiting = false;
      if (status) return [{ type: 'text', text: text.slice(status[0].length) }];
    }
    if (!match) {
      ticket = text.match(TICKET)?.at(-1) ?? (oneLine(text) === '' ? ticket : null);
      return [{ type: 'text', text }];
    }
    const before = text.slice(0, match.start);
    const key = before.match(TICKET)?.at(-1) ?? (oneLine(before) === '' ? ticket : null);
    if (key !== null) addTicket(key);
    removed.push({ line: at, text: oneLine(text.slice(match.start, match.end)) });
    waiting = !match.hasStatus;
    return [{ type: 'text', text: before }, ...cleanText(text.slice(match.end), at)];
  };

  const addTicket = (key: string): void => {
    if (/^[A-Z][A-Z0-9_]{1,15}-\d{1,7}$/.test(key) && !tickets.includes(key)) tickets.push(key);
  };

  return { nodes: nodes.flatMap((node) => visit(node, line)), tickets, removed };
}

/** " - Getting issue details... STATUS": the dash before and the state behind go with it. */
function findPlaceholder(text: string): { start: number; end: number; hasStatus: boolean } | null {
  const at = text.indexOf(PLACEHOLDER);
  if (at < 0) return null;
  const start = text.slice(0, at).trimEnd().replace(/[-–]$/, '').trimEnd().length;
  const dots = /^(?:\.\.\.|…)/.exec(text.slice(at + PLACEHOLDER.length))?.[0].length ?? 0;
  const status = /^\s*STATUS\b/.exec(text.slice(at + PLACEHOLDER.length + dots))?.[0].length ?? 0;
  return { start, end: at + PLACEHOLDER.length + dots + status, hasStatus: status > 0 };
}

function hasMark(element: HtmlElement): boolean {
  return contains(element, (inner) => isElement(inner, 'input'));
}

/** Items of Confluence's and GitHub's task lists carry their state in attributes. */
function taskItem(item: HtmlElement, children: readonly HtmlNode[]): readonly HtmlNode[] {
  if (!('data-inline-task-id' in item.attrs)) return children;
  const done = /\bchecked\b/.test(item.attrs.class ?? '');
  return [{ type: 'text', text: `${done ? DONE_MARK : OPEN_MARK} ` }, ...children];
}

/** "• " at the head of an item says twice what the list says already; so does "1. " in a numbered one without numbers. */
function stripBullet(children: readonly HtmlNode[], item: HtmlElement): readonly HtmlNode[] {
  const [first, ...rest] = children;
  if (first === undefined) return children;
  if (first.type === 'text' && oneLine(first.text) === '') return stripBullet(rest, item);
  if (first.type === 'text') return [{ type: 'text', text: first.text.replace(BULLET, '') }, ...rest];
  return [
    { ...first, children: isList(first) ? first.children : stripBullet(first.children, item) },
    ...rest,
  ];
}

/** Numbers that a page wrote into the items of a numbered list whose own numbers it switched off. */
export function stripNumber(text: string): string {
  return text.replace(NUMBER, '');
}

// Next meetings: a section of their own, or the list of places and dates in the item that wraps the meeting up.

import type { NewId, NextMeetingId } from '../domain/ids.ts';
import type { NextMeeting } from '../domain/meeting.ts';
import { findDates, type WrittenDate } from './dates.ts';
import type { ReportDraft } from './fidelity-report.ts';
import { firstLine } from './first-line.ts';
import { isElement, isList, linesOf, oneLine, textOf } from './html-text.ts';
import type { HtmlNode } from './html-tree.ts';
import { linesWithin } from './label-lines.ts';
import type { Placed } from './placed-part.ts';

export function readNextMeetings(parts: readonly Placed[], newId: NewId, report: ReportDraft): NextMeeting[] {
  return parts.flatMap((placed): NextMeeting[] => {
    if (placed.zone !== 'next' || !('under' in placed)) return [];
    const { part } = placed;
    const lines =
      part.kind === 'table'
        ? part.rows.map((row) => ({
            nodes: row.cells.flatMap((cell): HtmlNode[] => [...cell.nodes, { type: 'text', text: ' ' }]),
            line: row.line,
          }))
        : linesWithin(part.nodes, part.line);
    return lines.flatMap(({ nodes, line }) => {
      const meeting = meetingOf(nodes, newId);
      if (meeting) return [meeting];
      report.find(
        'leftover',
        line,
        textOf(nodes),
        'No date was recognised in this line about next meetings. It was not imported.',
      );
      return [];
    });
  });
}

/** From the text of an item that speaks of next meetings; the text keeps its words. */
export function mentionedMeetings(nodes: readonly HtmlNode[], newId: NewId): NextMeeting[] {
  const text = textOf(nodes);
  if (!/\b(?:next|future|upcoming) meetings?\b/i.test(text)) return [];
  return listItems(nodes).flatMap((item) => {
    const { first } = firstLine(item);
    const dates = findDates(first.text);
    const [date] = dates;
    // A line of the list is a meeting when it says little more than a place and a date.
    const others = date
      ? oneLine(first.text.replace(first.text.slice(date.index, date.index + date.length), ' '))
      : '';
    if (dates.length !== 1 || others.split(' ').length > 5 || date?.year === null) return [];
    const meeting = meetingOf(item, newId);
    return meeting ? [meeting] : [];
  });
}

/** Items of the outermost lists. */
function listItems(nodes: readonly HtmlNode[]): (readonly HtmlNode[])[] {
  return nodes.flatMap((node) => {
    if (!isElement(node)) return [];
    if (isList(node)) return node.children.flatMap((item) => (isElement(item, 'li') ? [item.children] : []));
    return listItems(node.children);
  });
}

function meetingOf(nodes: readonly HtmlNode[], newId: NewId): NextMeeting | null {
  const { first, rest } = firstLine(nodes);
  const found = findDates(first.text);
  const [head] = found;
  if (head === undefined) return null;
  const weekday = WEEKDAY.exec(first.text.slice(0, head.index))?.[0] ?? '';
  const end = rangeEnd(first.text, head, found);
  const dates = weekday + first.text.slice(head.index, end);
  const before = trim(first.text.slice(0, head.index - weekday.length));
  const after = trim(first.text.slice(end));
  const isName = before === '' && /^\p{Lu}[^\d]*$/u.test(after);
  const note = [...(isName ? [] : [after]), ...linesOf(rest)].filter((line) => line !== '').join(' ');
  return {
    id: newId() as NextMeetingId,
    title: before !== '' ? before : isName ? after : 'Next meeting',
    dates,
    mode: modeOf(`${before} ${after} ${note}`),
    note,
  };
}

const WEEKDAY = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+$/i;

/** "12 May 2026 to 14 May 2026" are two dates and one range. */
function rangeEnd(text: string, head: WrittenDate, found: readonly WrittenDate[]): number {
  const end = head.index + head.length;
  const next = found[1];
  return next && /^\s*(?:-|–|—|to|until|\/)\s*$/.test(text.slice(end, next.index))
    ? next.index + next.length
    : end;
}

function trim(text: string): string {
  return oneLine(text.replace(/^[\s,:;.()–—-]+|[\s,:;.()–—-]+$/g, ''));
}

function modeOf(text: string): string {
  if (/\bhybrid\b/i.test(text)) return 'hybrid';
  if (/\bin[- ]person\b|\bface[- ]to[- ]face\b|\bon[- ]site\b/i.test(text)) return 'in person';
  return /\bvirtual(?:ly)?\b|\bonline\b|\bremote(?:ly)?\b/i.test(text) ? 'virtual' : '';
}

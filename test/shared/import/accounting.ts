// Counts the visible words of a page and the places where an import put them. Reads pages its own way, with patterns that fit
// the fixtures, so that it cannot repeat a fault of the importer.

import { isLeftOut } from '../../../shared/import/fidelity-report.ts';
import type { ImportResult } from '../../../shared/import/import-page.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
};

/** Words a reader of the page sees, each as often as it is there. */
export function visibleWords(source: string, format: 'markdown' | 'html'): Map<string, number> {
  let text = source.replace(/\r\n?/g, '\n').replace(/<!--[\s\S]*?-->/g, ' ');
  text = text.replace(/<(head|script|style|template|iframe|object|svg)\b[\s\S]*?<\/\1\s*>/gi, ' ');
  text = text.replace(/<[a-z][a-z0-9]*\b[^>]*\bhidden\b[^>]*>[^<]*<\/[a-z]+>/gi, ' ');
  text = text.replace(/<time\s+datetime="([^"]*)"\s*(?:\/>|><\/time>)/gi, '$1 ');
  text = text.replace(/<img\b[^>]*?\balt="([^"]*)"[^>]*>/gi, ' $1 ');
  text = text.replace(/<\/?[a-z!][^>]*>/gi, (tag) =>
    /^<\/?(?:b|i|a|em|strong|code|del|s|span)\b/i.test(tag) ? '' : ' ',
  );
  if (format === 'markdown') {
    text = text.replace(/!?\[((?:\\.|[^\]\\])*)\]\([^)\s]*\)/g, '$1').replace(/\\([^\w\s])/g, '$1');
    text = text.replace(/^\s*\d+[.)] /gm, ' ').replace(/\[[ xX]\] /g, ' ');
  }
  text = text.replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all);
  return countWords([text]);
}

/** Words of the record, of what became structure, and of what the report lists as left out. */
export function accountedWords({ record, report }: ImportResult): Map<string, number> {
  const texts: string[] = [];
  const collect = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (!UNSEEN.has(key)) texts.push(value);
    } else if (Array.isArray(value)) {
      if (!REFERENCES.has(key)) collectTexts(value, key);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) collect(inner, name);
    }
  };
  /** Running text is cut by marks, not by words. */
  const collectTexts = (list: readonly unknown[], key: string): void => {
    const isInline = key === 'content' && list.every(isInlineNode);
    if (isInline) texts.push(list.map((node) => (isText(node) ? node.text : ' ')).join(''));
    else for (const entry of list) collect(entry, '');
  };
  // Next meetings that an item mentions are read from its text and counted there.
  const inItems = JSON.stringify(record.days);
  collect({ ...record, next: record.next.filter((meeting) => !inItems.includes(meeting.dates)) }, '');
  texts.push(...record.attachments.map((file) => file.type));
  for (const reading of report.readings) texts.push(reading.text);
  for (const finding of report.findings) if (isLeftOut(finding)) texts.push(finding.text);
  return countWords(texts);
}

const UNSEEN = new Set([
  'id',
  'type',
  'kind',
  'state',
  'status',
  'href',
  'due',
  'date',
  'start',
  'timeZone',
  'item',
  'deferredTo',
]);
const REFERENCES = new Set([
  'presenters',
  'moderators',
  'requestedBy',
  'assignees',
  'helpers',
  'guestOf',
  'tickets',
]);

function isText(node: unknown): node is { text: string } {
  return typeof node === 'object' && node !== null && 'text' in node && typeof node.text === 'string';
}

function isInlineNode(node: unknown): boolean {
  return (
    typeof node === 'object' &&
    node !== null &&
    'type' in node &&
    (node.type === 'text' || node.type === 'hardBreak')
  );
}

function countWords(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Words of the page that are nowhere, with how many are missing. "and" between names is glue. */
export function missingWords(
  seen: ReadonlyMap<string, number>,
  accounted: ReadonlyMap<string, number>,
): string[] {
  return [...seen]
    .filter(([word, count]) => word !== 'and' && (accounted.get(word) ?? 0) < count)
    .map(([word, count]) => `${word} ${count - (accounted.get(word) ?? 0)}`);
}

/** Words counted more often than they are on the page: a few come from the record's own copies, many would hide a loss. */
export function surplus(seen: ReadonlyMap<string, number>, accounted: ReadonlyMap<string, number>): number {
  let over = 0;
  for (const [word, count] of accounted) over += Math.max(0, count - (seen.get(word) ?? 0));
  return over;
}

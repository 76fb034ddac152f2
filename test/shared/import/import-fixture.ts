import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { NewId, PersonId } from '../../../shared/domain/ids.ts';
import type { MeetingRecord, RecordItem } from '../../../shared/domain/meeting.ts';
import { collectRegisters, plainText } from '../../../shared/domain/registers.ts';
import type { RichBlock } from '../../../shared/domain/rich-text.ts';
import type { Instant, TimeZone } from '../../../shared/domain/time.ts';
import { type ImportResult, importPage } from '../../../shared/import/import-page.ts';
import type { ImportOptions } from '../../../shared/import/read-record.ts';

export const PAGES = fileURLToPath(new URL('../../fixtures/pages/', import.meta.url));
export const SAMPLE = fileURLToPath(
  new URL('../../../../shared/samples/virtual-f2f-page.md', import.meta.url),
);

/** The day before the invented meetings. */
export const NOW = Date.UTC(2026, 2, 9, 16) as Instant;

/** Ids in order, so that the same page gives the same record. */
export function countingIds(prefix = 'id'): NewId {
  let count = 0;
  return () => {
    count += 1;
    return `${prefix}-${count}`;
  };
}

export function importOptions(timeZone: TimeZone | null = null): ImportOptions {
  return { newId: countingIds(), now: NOW, timeZone };
}

export function importText(name: string, text: string, options = importOptions()): ImportResult {
  const result = importPage({ name, text }, options);
  if (!result.ok) throw new Error(`${name}: ${result.error.code} ${result.error.message}`);
  return result.value;
}

export function readPage(name: string): string {
  return readFileSync(`${PAGES}${name}`, 'utf8');
}

export function importFixture(name: string, options = importOptions()): ImportResult {
  return importText(name, readPage(name), options);
}

export function allItems(record: MeetingRecord): readonly RecordItem[] {
  return record.days.flatMap((day) => day.blocks.flatMap((block) => block.items));
}

export function itemNamed(record: MeetingRecord, title: string): RecordItem {
  const item = allItems(record).find((candidate) => candidate.title.startsWith(title));
  if (!item) throw new Error(`No item is called "${title}"`);
  return item;
}

export function namesOf(record: MeetingRecord, ids: readonly PersonId[]): string[] {
  return ids.map((id) => record.people.find((person) => person.id === id)?.name ?? `? ${id}`);
}

/** Action items as one line each: "[x] Names (with Helpers): text | due | remark". */
export function actionLines(record: MeetingRecord, item?: RecordItem): string[] {
  return collectRegisters(record)
    .actions.filter((entry) => item === undefined || entry.item === item.id)
    .map(({ action, text }) => {
      const { assignees, helpers, due, status } = action.attrs;
      const notes = action.content
        .filter((part) => part.type === 'progressNote')
        .map((note) => plainText(note));
      const others = helpers.length > 0 ? ` (with ${namesOf(record, helpers).join(', ')})` : '';
      const remark = notes.length > 0 ? ` | ${notes.join(' / ')}` : '';
      return `${status} ${namesOf(record, assignees).join(', ')}${others}: ${text} | ${due}${remark}`;
    });
}

/** A text as indented lines: "- " for items, "# " for headings, "! " for decisions, "[] " for action items. */
export function outline(blocks: readonly RichBlock[], indent = ''): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'bulletList':
      case 'orderedList':
        return block.content.flatMap((item) => {
          const [first, ...rest] = outline(item.content, `${indent}  `);
          return [`${indent}- ${first?.trimStart() ?? ''}`, ...rest];
        });
      case 'blockquote':
        return outline(block.content, `${indent}> `);
      case 'heading':
        return [`${indent}# ${plainText(block)}`];
      case 'decision':
        return [`${indent}! ${plainText(block)}`];
      case 'actionItem':
        return [`${indent}[] ${plainText(block.content.slice(0, 1))}`];
      case 'horizontalRule':
        return [`${indent}---`];
      default:
        return [`${indent}${plainText(block)}`];
    }
  });
}

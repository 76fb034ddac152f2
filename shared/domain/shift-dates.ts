import type { MeetingRecord, RecordItem } from './meeting.ts';
import type { RichBlock, RichDoc } from './rich-text.ts';
import type { CalendarDate } from './time.ts';
import { addDays } from './zones.ts';

/**
 * The same meeting `by` days later: its days, due dates, progress notes and dates of files. Dates that are words of a
 * text stay as written, and so does the run: it is what happened.
 */
export function shiftDates(record: MeetingRecord, by: number): MeetingRecord {
  const later = <D extends CalendarDate | null>(date: D) => (date === null ? date : (addDays(date, by) as D));
  const shiftText = (text: RichDoc): RichDoc => ({ ...text, content: text.content.map(shiftBlock) });
  const shiftBlock = (block: RichBlock): RichBlock => {
    switch (block.type) {
      case 'bulletList':
      case 'orderedList':
        return {
          ...block,
          content: block.content.map((item) => ({ ...item, content: item.content.map(shiftBlock) })),
        };
      case 'blockquote':
        return { ...block, content: block.content.map(shiftBlock) };
      case 'actionItem':
        return {
          ...block,
          attrs: { ...block.attrs, due: later(block.attrs.due) },
          content: block.content.map((child) =>
            child.type === 'progressNote'
              ? { ...child, attrs: { ...child.attrs, date: later(child.attrs.date) } }
              : child,
          ),
        };
      default:
        return block;
    }
  };
  const shiftItem = (item: RecordItem): RecordItem => ({
    ...item,
    prep: shiftText(item.prep),
    minutes: shiftText(item.minutes),
    slots: item.slots.map(shiftItem),
  });
  return {
    ...record,
    days: record.days.map((day) => ({
      ...day,
      date: later(day.date),
      blocks: day.blocks.map((block) => ({ ...block, items: block.items.map(shiftItem) })),
    })),
    attachments: record.attachments.map((file) => ({ ...file, date: later(file.date) })),
  };
}

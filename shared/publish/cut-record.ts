// What a copy must not contain is taken out of the record before anything is built from it, so no writer can leak it.

import type { Day, JoinWay, MeetingRecord, RecordItem } from '../domain/meeting.ts';
import { agendaItems, plainText } from '../domain/registers.ts';
import { EMPTY_RICH_DOC, type RichDoc } from '../domain/rich-text.ts';
import type { PublishOptions } from './publish-options.ts';

export interface Cut {
  readonly record: MeetingRecord;
  /** What was taken out by the switches, counted, in words: "preparation notes of 17 items". */
  readonly leftOut: readonly string[];
}

/** The record as far as `options` lets it be seen. Minutes are no loss in an agenda, and are not counted there. */
export function cutRecord(record: MeetingRecord, options: PublishOptions): Cut {
  const leftOut: string[] = [];
  const note = (count: number, words: (count: number) => string): void => {
    if (count > 0) leftOut.push(words(count));
  };

  const days = record.days.filter((day) => options.days === null || options.days.includes(day.id));
  note(record.days.length - days.length, (n) => `${n} of ${record.days.length} days`);

  const kept: MeetingRecord = { ...record, days };
  if (!options.preparation) {
    const withPreparation = agendaItems(kept).filter((item) => !isEmptyText(item.prep)).length;
    note(withPreparation, (n) => `preparation notes of ${n} ${n === 1 ? 'item' : 'items'}`);
  }
  const logistics = options.dialIn ? record.logistics : record.logistics.flatMap(withoutAccess);
  if (!options.dialIn) {
    const touched = record.logistics.filter((way) => withoutAccess(way)[0] !== way).length;
    note(touched, () => 'dial-in details');
  }
  if (!options.attachments) note(record.attachments.length, (n) => `${n} attachments`);
  if (!options.proposals && options.what === 'minutes') {
    note(record.proposals.length, (n) => `${n} proposals`);
  }
  if (options.proposals && !options.comments) {
    note(record.comments.length, (n) => `${n} ${n === 1 ? 'comment' : 'comments'} on proposals`);
  }

  return {
    record: {
      ...kept,
      days: days.map((day) => cutDay(day, options)),
      logistics,
      comments: options.proposals && options.comments ? record.comments : [],
      attendance: options.what === 'minutes' ? record.attendance : [],
      run: options.what === 'minutes' && options.actualTimes ? record.run : [],
      attachments: options.attachments ? record.attachments : [],
      proposals: options.proposals ? record.proposals : [],
    },
    leftOut,
  };
}

export function isEmptyText(doc: RichDoc): boolean {
  return plainText(doc).trim() === '' && !doc.content.some((block) => block.type === 'horizontalRule');
}

function cutDay(day: Day<RecordItem>, options: PublishOptions): Day<RecordItem> {
  const cutItem = (item: RecordItem): RecordItem => ({
    ...item,
    prep: options.preparation ? item.prep : EMPTY_RICH_DOC,
    minutes: options.what === 'minutes' ? item.minutes : EMPTY_RICH_DOC,
    slots: item.slots.map(cutItem),
  });
  return { ...day, blocks: day.blocks.map((block) => ({ ...block, items: block.items.map(cutItem) })) };
}

/** A link stays as the place the meeting was held at, but passcodes and the like beside it go. */
function withoutAccess(way: JoinWay): readonly JoinWay[] {
  if (way.kind === 'phone' || way.kind === 'room') return [];
  if (way.kind === 'link' && way.details !== '') return [{ ...way, details: '' }];
  return [way];
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActionId, BlockId, DayId, DecisionId, ItemId } from '../../../shared/domain/ids.ts';
import type { MeetingRecord, RecordItem } from '../../../shared/domain/meeting.ts';
import {
  agendaItems,
  collectRegisters,
  itemNumbers,
  plainText,
  progressNotes,
} from '../../../shared/domain/registers.ts';
import type {
  ActionItemNode,
  DecisionNode,
  RichBlock,
  RichDoc,
  RichInline,
} from '../../../shared/domain/rich-text.ts';
import { EMPTY_RICH_DOC } from '../../../shared/domain/rich-text.ts';
import type { CalendarDate, Instant } from '../../../shared/domain/time.ts';

const words = (text: string): RichInline[] => [{ type: 'text', text }];
const doc = (...content: RichBlock[]): RichDoc => ({ type: 'doc', content });
const paragraph = (text: string): RichBlock => ({ type: 'paragraph', content: words(text) });

function action(id: string, text: string, note?: string): ActionItemNode {
  return {
    type: 'actionItem',
    attrs: {
      id: id as ActionId,
      assignees: [],
      helpers: [],
      due: null,
      status: 'open',
      deferredTo: null,
      carriedFrom: null,
    },
    content: [
      { type: 'paragraph', content: words(text) },
      ...(note === undefined
        ? []
        : [{ type: 'progressNote', attrs: { date: null, by: null }, content: words(note) } as const]),
    ],
  };
}

function decision(id: string, text: string): DecisionNode {
  return { type: 'decision', attrs: { id: id as DecisionId, replaces: null }, content: words(text) };
}

function item(id: string, texts: Partial<Pick<RecordItem, 'prep' | 'minutes' | 'slots'>> = {}): RecordItem {
  return {
    id: id as ItemId,
    kind: texts.slots ? 'round' : 'topic',
    title: id,
    presenters: [],
    presenterNote: '',
    start: null,
    duration: '',
    cancelled: null,
    tickets: [],
    slots: [],
    prep: EMPTY_RICH_DOC,
    minutes: EMPTY_RICH_DOC,
    ...texts,
  };
}

function meeting(...days: RecordItem[][]): MeetingRecord {
  return {
    meta: { title: '', series: '', timeZone: null, state: 'draft', template: false, createdAt: 0 as Instant },
    logistics: [],
    people: [],
    days: days.map((items, index) => ({
      id: `day${index}` as DayId,
      date: `2026-03-1${index}` as CalendarDate,
      title: '',
      blocks: [{ id: `block${index}` as BlockId, title: '', moderators: [], items }],
    })),
    proposals: [],
    comments: [],
    run: [],
    attendance: [],
    attachments: [],
    next: [],
  };
}

describe('collectRegisters', () => {
  test('numbers actions and decisions in agenda order, across days, preparation before minutes', () => {
    const { actions, decisions } = collectRegisters(
      meeting(
        [
          item('one', {
            minutes: doc(action('b', 'second'), decision('x', 'first rule')),
            prep: doc(action('a', 'first')),
          }),
        ],
        [item('two', { minutes: doc(decision('y', 'second rule'), action('c', 'third')) })],
      ),
    );
    expect(actions.map((a) => [a.number, a.action.attrs.id, a.item, a.text])).toEqual([
      [1, 'a', 'one', 'first'],
      [2, 'b', 'one', 'second'],
      [3, 'c', 'two', 'third'],
    ]);
    expect(decisions.map((d) => [d.number, d.item, d.text])).toEqual([
      [1, 'one', 'first rule'],
      [2, 'two', 'second rule'],
    ]);
  });

  test('finds what is nested in lists and quotes, and in the sub-slots of a round', () => {
    const nested: RichBlock = {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [
            { type: 'paragraph', content: words('point') },
            { type: 'blockquote', content: [action('deep', 'do it')] },
          ],
        },
      ],
    };
    const round = item('round', {
      minutes: doc(nested),
      slots: [item('slot', { minutes: doc(decision('d', 'agreed')) })],
    });
    const { actions, decisions } = collectRegisters(meeting([round]));
    expect(actions.map((a) => a.item)).toEqual(['round']);
    expect(decisions.map((d) => d.item)).toEqual(['slot']);
    expect(agendaItems(meeting([round])).map((i) => i.id)).toEqual(['round', 'slot']);
  });

  test('an action says what is to be done in one line; its progress is kept apart', () => {
    const node = action('a', '  write \n the page ', 'half done');
    const [entry] = collectRegisters(meeting([item('one', { minutes: doc(node) })])).actions;
    expect(entry?.text).toBe('write the page');
    expect(progressNotes(node).map((note) => plainText(note))).toEqual(['half done']);
  });

  test('two nodes with one id, as after a copy, are both listed', () => {
    const both = doc(action('same', 'one'), action('same', 'two'));
    expect(collectRegisters(meeting([item('one', { minutes: both })])).actions.map((a) => a.text)).toEqual([
      'one',
      'two',
    ]);
  });
});

describe('itemNumbers', () => {
  test('counts through the blocks of a day, passes over breaks and the close, and goes into rounds', () => {
    const record = meeting(
      [item('a'), { ...item('pause'), kind: 'break' }, item('b', { slots: [item('b1'), item('b2')] })],
      [item('c'), { ...item('end'), kind: 'close' }],
    );
    expect([...itemNumbers(record)]).toEqual([
      ['a', '1.1'],
      ['b', '1.2'],
      ['b1', '1.2.1'],
      ['b2', '1.2.2'],
      ['c', '2.1'],
    ]);
  });
});

describe('plainText', () => {
  test('keeps marked words together and parts blocks and hard breaks by a line end', () => {
    const line: RichBlock = {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'see ' },
        { type: 'text', text: 'this', marks: [{ type: 'bold' }] },
        { type: 'hardBreak' },
        { type: 'text', text: 'page' },
      ],
    };
    expect(plainText(doc(line, { type: 'horizontalRule' }, { type: 'paragraph' }, paragraph('end')))).toBe(
      'see this\npage\nend',
    );
    expect(plainText([])).toBe('');
  });

  test('the text of a list of paragraphs is their texts joined by line ends', () => {
    const texts = fc.array(fc.string({ minLength: 1 }));
    fc.assert(
      fc.property(texts, (list) => {
        expect(plainText(list.map(paragraph))).toBe(list.join('\n'));
      }),
    );
  });
});

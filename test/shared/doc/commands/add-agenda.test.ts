import { describe, expect, test } from 'vitest';
import { type AddedAgenda, addAgenda } from '../../../../shared/doc/commands/add-agenda.ts';
import { addBlock, removeBlock } from '../../../../shared/doc/commands/blocks.ts';
import { removeDay } from '../../../../shared/doc/commands/days.ts';
import { readMeeting } from '../../../../shared/doc/read-meeting.ts';
import { itemText } from '../../../../shared/doc/texts.ts';
import { createUndoManager } from '../../../../shared/doc/undo.ts';
import type { BlockId, DayId, ItemId, PersonId } from '../../../../shared/domain/ids.ts';
import type { Block, RecordItem } from '../../../../shared/domain/meeting.ts';
import { item as anItem, para, person, doc as rich } from '../../publish/sample-record.ts';
import { createScene, date, itemOf, newId, outline, present, updatesOf } from '../peers.ts';

const block = (fields: Partial<Block<RecordItem>>): Block<RecordItem> => ({
  id: 'pasted' as BlockId,
  title: '',
  moderators: [],
  items: [],
  ...fields,
});
const into = (to: AddedAgenda['days'][number]['to'], ...blocks: Block<RecordItem>[]): AddedAgenda => ({
  people: [],
  days: [{ to, blocks }],
});

describe('an agenda added to a meeting', () => {
  test('goes to the end of the day, before its close, in one step', () => {
    const { doc, day, item } = createScene();
    item({ title: 'A' });
    item({ kind: 'close', title: 'End' });
    const updates = updatesOf(doc, () => {
      addAgenda(doc, newId, into(day, block({ items: [anItem('B'), anItem('C')] })));
    });
    expect(updates).toBe(1);
    expect(outline(doc)).toEqual(['Morning: A, B, C, End']);
  });

  test('brings blocks with their moderators, people who are new, guests and preparation', () => {
    const { doc, day, item } = createScene();
    item({ title: 'A' });
    const agenda: AddedAgenda = {
      people: [
        person('nova', 'Nova Lind'),
        person('guest', 'Petra', { kind: 'guest', guestOf: ['B' as ItemId] }),
      ],
      days: [
        {
          to: day,
          blocks: [
            block({
              title: 'Afternoon',
              moderators: ['nova' as PersonId],
              items: [
                anItem('B', {
                  presenters: ['nova' as PersonId],
                  prep: rich(para('Read it.')),
                  tickets: ['T-1'],
                }),
              ],
            }),
          ],
        },
        { to: { date: date('2026-03-11') }, blocks: [block({ items: [anItem('C', { cancelled: '' })] })] },
      ],
    };
    expect(addAgenda(doc, newId, agenda)).toEqual(['B', 'C']);
    expect(outline(doc)).toEqual(['Morning: A', 'Afternoon: B', '-: C']);
    const { people, days } = readMeeting(doc);
    expect(people).toMatchObject([{ name: 'Nova Lind' }, { name: 'Petra', guestOf: ['B'] }]);
    expect(days[0]?.blocks[1]?.moderators).toEqual(['nova']);
    expect(days[1]?.date).toBe('2026-03-11');
    expect(itemOf(doc, 'B' as ItemId)).toMatchObject({ presenters: ['nova'], tickets: ['T-1'] });
    expect(String(itemText(doc, 'B' as ItemId, 'prep'))).toContain('Read it.');
    expect(itemOf(doc, 'C' as ItemId).cancelled).toBe('');
  });

  test('fills an empty block rather than leave it empty', () => {
    const { doc, day, block: morning } = createScene();
    removeBlock(doc, morning);
    present(addBlock(doc, newId, day));
    addAgenda(
      doc,
      newId,
      into(day, block({ title: 'One', items: [anItem('A')] }), block({ title: 'Two', items: [anItem('B')] })),
    );
    expect(outline(doc)).toEqual(['One: A', 'Two: B']);
  });

  test('adds nothing to a day that is gone', () => {
    const { doc, day } = createScene();
    removeDay(doc, day);
    expect(addAgenda(doc, newId, into(day, block({ items: [anItem('A')] })))).toEqual([]);
    expect(addAgenda(doc, newId, into('never' as DayId, block({ items: [anItem('A')] })))).toEqual([]);
    expect(outline(doc)).toEqual([]);
  });

  test('is taken back by one undo', () => {
    const { doc, day, item } = createScene();
    item({ title: 'A' });
    const undo = createUndoManager(doc);
    addAgenda(doc, newId, {
      people: [person('nova', 'Nova Lind')],
      days: [{ to: { date: date('2026-03-11') }, blocks: [block({ items: [anItem('B'), anItem('C')] })] }],
    });
    undo.undo();
    expect(outline(doc)).toEqual(['Morning: A']);
    expect(readMeeting(doc).people).toEqual([]);
    expect(present(readMeeting(doc).days[0]).id).toBe(day);
  });
});

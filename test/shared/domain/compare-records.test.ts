import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addAttachment } from '../../../shared/doc/commands/attachments.ts';
import { addBlock, editBlock, moveBlock } from '../../../shared/doc/commands/blocks.ts';
import { addDay, editDay } from '../../../shared/doc/commands/days.ts';
import * as items from '../../../shared/doc/commands/items.ts';
import { addJoinWay } from '../../../shared/doc/commands/join-ways.ts';
import { editMeta } from '../../../shared/doc/commands/meeting.ts';
import * as people from '../../../shared/doc/commands/people.ts';
import { addProposal, declineProposal } from '../../../shared/doc/commands/proposals.ts';
import { appendRunEvent } from '../../../shared/doc/commands/run.ts';
import { readRecord } from '../../../shared/doc/record.ts';
import { itemText, proposalNotes, writeRichText } from '../../../shared/doc/texts.ts';
import { compareRecords } from '../../../shared/domain/compare-records.ts';
import type { ActionId, DecisionId, EventId, ItemId, NewId, PersonId } from '../../../shared/domain/ids.ts';
import type { RichBlock } from '../../../shared/domain/rich-text.ts';
import type { CalendarDate, Instant, TimeOfDay } from '../../../shared/domain/time.ts';
import { buildBigMeeting } from '../../bench/big-meeting.ts';
import { ACTIONS, act, type Picks } from '../../convergence/actions.ts';
import { createScene, date, newId, present, type Scene, type } from '../doc/peers.ts';

/** What changed while `edit` was done, a line each: `place | kind | before | after`. */
function changesOf(doc: Y.Doc, edit: () => unknown): string[] {
  const before = readRecord(doc);
  edit();
  return compareRecords(before, readRecord(doc)).map(({ place, kind, before: from, after: to }) =>
    [place, kind, from, to].join(' | '),
  );
}

const paragraph = (text: string): RichBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] });

function writeMinutes({ doc }: Scene, item: ItemId, ...content: readonly RichBlock[]): void {
  writeRichText(present(itemText(doc, item, 'minutes')), { type: 'doc', content });
}

describe('two states of a meeting', () => {
  test('that are equal have no changes', () => {
    const scene = createScene();
    scene.item({ title: 'Budget' });
    const record = readRecord(scene.doc);
    expect(compareRecords(record, record)).toEqual([]);
    expect(compareRecords(record, readRecord(scene.doc))).toEqual([]);
  });

  test('show lines of minutes, preparation and proposals', () => {
    const scene = createScene();
    const { doc } = scene;
    const item = scene.item({ title: 'Budget' });
    const proposal = addProposal(doc, newId, { title: 'Roof' });
    writeMinutes(scene, item, paragraph('We begin'), paragraph('The budget is fine'));
    expect(
      changesOf(doc, () => {
        writeMinutes(scene, item, paragraph('We begin'), paragraph('The budget is very fine'));
        type(itemText(doc, item, 'minutes'), 'And a new line');
        type(itemText(doc, item, 'prep'), 'Bring numbers');
        type(proposalNotes(doc, proposal), 'It leaks');
      }),
    ).toEqual([
      'Budget, preparation | added |  | Bring numbers',
      'Budget | changed | The budget is fine | The budget is very fine',
      'Budget | added |  | And a new line',
      'Proposals: Roof | added |  | It leaks',
    ]);
  });

  test('say what is a decision or an action, whose it is, and where a link goes', () => {
    const scene = createScene();
    const { doc } = scene;
    const item = scene.item({ title: 'Budget' });
    const [anna, ben] = [
      people.addPerson(doc, newId, { name: 'Anna' }),
      people.addPerson(doc, newId, { name: 'Ben' }),
    ];
    const action = (
      assignees: readonly PersonId[],
      status: 'open' | 'done',
      due: CalendarDate | null,
    ): RichBlock => ({
      type: 'actionItem',
      attrs: {
        id: 'a1' as ActionId,
        assignees,
        helpers: [],
        due,
        status,
        deferredTo: null,
        carriedFrom: null,
      },
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'Call the bank' }] },
        ...(status === 'done'
          ? [
              {
                type: 'progressNote' as const,
                attrs: { date: date('2026-03-11'), by: ben },
                content: [{ type: 'text' as const, text: 'They agree' }],
              },
            ]
          : []),
      ],
    });
    const decision: RichBlock = {
      type: 'decision',
      attrs: { id: 'd1' as DecisionId, replaces: null },
      content: [{ type: 'text', text: 'We build' }],
    };
    const link: RichBlock = {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [
            {
              type: 'paragraph',
              content: [
                {
                  type: 'text',
                  text: 'Plan',
                  marks: [{ type: 'link', attrs: { href: 'https://a.example' } }],
                },
              ],
            },
          ],
        },
      ],
    };
    writeMinutes(scene, item, action([anna], 'open', null));
    expect(
      changesOf(doc, () =>
        writeMinutes(scene, item, decision, action([anna, ben], 'done', date('2026-04-01')), link),
      ),
    ).toEqual([
      'Budget | added |  | Decision: We build',
      'Budget | changed | Action: Call the bank (Anna) | Action: Call the bank (Anna, Ben, due 2026-04-01, done)',
      'Budget | added |  | Progress 2026-03-11 Ben: They agree',
      'Budget | added |  | Plan (https://a.example)',
    ]);
  });

  test('show what became of items', () => {
    const scene = createScene();
    const { doc, block, day } = scene;
    const [a, b, c] = [
      scene.item({ title: 'A' }),
      scene.item({ title: 'B', duration: '30' }),
      scene.item({ title: 'C' }),
    ];
    const noon = present(addBlock(doc, newId, day, { title: 'Noon' }));
    const anna = people.addPerson(doc, newId, { name: 'Anna' });
    const edit = (run: () => unknown) => changesOf(doc, run);
    expect(edit(() => items.editItem(doc, a, { title: 'Alpha', start: 615 as TimeOfDay }))).toEqual([
      'Alpha | changed | A | Alpha',
      'Alpha | added |  | Start: 10:15',
    ]);
    expect(edit(() => items.editItem(doc, b, { duration: '45', kind: 'break', tickets: ['T-1'] }))).toEqual([
      'B | changed | Kind: topic | Kind: break',
      'B | changed | Duration: 30 | Duration: 45',
      'B | added |  | Tickets: T-1',
    ]);
    expect(edit(() => people.setPresenters(doc, c, [anna]))).toEqual(['C | added |  | Presenters: Anna']);
    expect(edit(() => items.cancelItem(doc, c, ''))).toEqual(['C | added |  | Cancelled: yes']);
    expect(edit(() => items.restoreItem(doc, c))).toEqual(['C | removed | Cancelled: yes | ']);
    expect(edit(() => items.moveItem(doc, c, { block, index: 0 }))).toEqual([
      'C | changed | Place: after B | Place: first',
    ]);
    expect(edit(() => items.moveItem(doc, c, { block: noon }))).toEqual([
      'C | changed | In: Morning, 2026-03-10 | In: Noon, 2026-03-10',
    ]);
    expect(
      edit(() => items.addItem(doc, newId, noon, { title: 'D', duration: '5', presenters: [anna] })),
    ).toEqual(['D | added |  | D (In: Noon, 2026-03-10; Kind: topic; Presenters: Anna; Duration: 5)']);
    type(itemText(doc, a, 'minutes'), 'Words of Alpha');
    expect(edit(() => items.removeItem(doc, a))).toEqual([
      'Alpha | removed | Alpha (In: Morning, 2026-03-10; Kind: topic; Start: 10:15) | ',
      'Alpha | removed | Words of Alpha | ',
    ]);
  });

  test('tell apart what has the same name', () => {
    const { doc, block } = createScene();
    const day = addDay(doc, newId, { date: date('2026-03-10') });
    expect(changesOf(doc, () => moveBlock(doc, block, { day, index: 0 }))).toEqual([
      'Blocks | changed | Morning, Day: 2026-03-10 | Morning, Day: 2026-03-10 (another of that name)',
    ]);
  });

  test('show a new name once, not in everything that says it', () => {
    const scene = createScene();
    const { doc, block, day } = scene;
    const anna = people.addPerson(doc, newId, { name: 'Anna' });
    scene.item({ title: 'A', presenters: [anna] });
    expect(changesOf(doc, () => people.editPerson(doc, anna, { name: 'Anna Berg' }))).toEqual([
      'People | changed | Anna | Anna Berg',
    ]);
    expect(changesOf(doc, () => editBlock(doc, block, { title: 'Early' }))).toEqual([
      'Blocks | changed | Morning | Early',
    ]);
    expect(changesOf(doc, () => editDay(doc, day, { title: 'First day' }))).toEqual([
      'Days | added |  | 2026-03-10, Title: First day',
    ]);
  });

  test('show the other parts of the meeting', () => {
    const scene = createScene();
    const { doc } = scene;
    const item = scene.item({ title: 'Budget' });
    const proposal = addProposal(doc, newId, { title: 'Roof' });
    const press = (event: object) =>
      appendRunEvent(doc, { id: newId() as EventId, at: 1 as Instant, by: 'Anna', ...event } as never);
    expect(
      changesOf(doc, () => {
        editMeta(doc, { title: 'Summer meeting', state: 'open' });
        addJoinWay(doc, newId, { kind: 'link', label: 'Video', value: 'https://v.example' });
        people.addPerson(doc, newId, { name: 'Ben', role: 'chair' });
        addDay(doc, newId, { date: date('2026-03-11') });
        declineProposal(doc, proposal, 'no money');
        addAttachment(doc, newId, { name: 'plan.pdf', item });
      }),
    ).toEqual([
      'Meeting | changed | Title: Spring meeting | Title: Summer meeting',
      'Meeting | changed | State: draft | State: open',
      'Logistics | added |  | Video (Kind: link; Value: https://v.example)',
      'People | added |  | Ben (Listed as: attendee; Role: chair)',
      'Days | added |  | 2026-03-11',
      'Proposals | changed | Roof, State: open | Roof, State: declined',
      'Proposals | added |  | Roof, Reason: no money',
      'Attachments | added |  | plan.pdf (Item: Budget)',
    ]);
    expect(
      changesOf(doc, () => {
        press({ type: 'start', item });
        press({ type: 'extend', item, minutes: 5 });
        press({ id: 'p', type: 'next', from: item, to: item });
        press({ type: 'undo', event: 'p' });
        press({ type: 'end' });
      }),
    ).toEqual([
      'Run | added |  | Started Budget (Anna)',
      'Run | added |  | +5 min for Budget (Anna)',
      'Run | added |  | Moved on to Budget (Anna)',
      'Run | added |  | Took back: Moved on to Budget (Anna)',
      'Run | added |  | Ended the day (Anna)',
    ]);
  });

  test('show every word that came or went, whatever people did', () => {
    const n = fc.nat(1000);
    const step = fc.tuple(fc.nat(ACTIONS.length - 1), fc.tuple(n, n, n, n));
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }), (steps) => {
        const { doc } = createScene();
        let count = 0;
        const ownId: NewId = () => `own-${count++}`;
        const play = (part: readonly (readonly [number, Picks])[], from: number) => {
          for (const [i, [action, picks]] of part.entries())
            act({ doc, picks, newId: ownId, word: `w${from + i}w` }, action);
        };
        play(steps.slice(0, steps.length / 2), 0);
        const before = readRecord(doc);
        play(steps.slice(steps.length / 2), 1_000);
        const after = readRecord(doc);
        const changes = compareRecords(before, after);
        expect(compareRecords(before, after)).toEqual(changes);
        const wordsOf = (value: unknown) => new Set(JSON.stringify(value).match(/w\d+w/g));
        const [old, now] = [wordsOf(before), wordsOf(after)];
        const told = {
          gone: wordsOf(changes.map((c) => c.before)),
          come: wordsOf(changes.map((c) => c.after)),
        };
        for (const word of now) if (!old.has(word)) expect(told.come).toContain(word);
        for (const word of old) if (!now.has(word)) expect(told.gone).toContain(word);
        for (const change of changes) expect(change.before).not.toBe(change.after);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('of a long year are compared in a moment when little differs', () => {
    const { snapshot, items: ids } = buildBigMeeting(36, 5_000);
    const doc = new Y.Doc();
    Y.applyUpdateV2(doc, snapshot);
    const before = readRecord(doc);
    for (const id of ids.slice(0, 5)) type(itemText(doc, id, 'minutes'), 'One more line');
    const after = readRecord(doc);
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      expect(compareRecords(before, after)).toHaveLength(5);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(30);
  }, 30_000);
});

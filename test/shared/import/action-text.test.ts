import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../shared/domain/time.ts';
import { deferral, readActionText } from '../../../shared/import/action-text.ts';

const known = ['Ann Lee', 'Bo Ek'];
const context = { isKnown: (name: string) => known.includes(name), from: '2026-03-10' as CalendarDate };

function read(line: string) {
  const { assignees, helpers, from, to, due, notes, carriedFrom } = readActionText(line, context);
  const remarks = notes.map((note) => line.slice(note.from, note.to).trim());
  return { who: assignees, helpers, text: line.slice(from, to).trim(), due, remarks, carriedFrom };
}

const nothing = { who: [], helpers: [], due: null, remarks: [], carriedFrom: null };

describe('readActionText', () => {
  test.each([
    ['Ann Lee — call Bo Ek. 02 Mar 2020', { who: ['Ann Lee'], text: 'call Bo Ek.', due: '2020-03-02' }],
    [
      'Cy Dot/ Ann Lee — call. 2 March 2026',
      { who: ['Cy Dot', 'Ann Lee'], text: 'call.', due: '2026-03-02' },
    ],
    ['Ann Lee (with Bo Ek) — call', { who: ['Ann Lee'], helpers: ['Bo Ek'], text: 'call' }],
    ['Ann Lee: call by 16 March', { who: ['Ann Lee'], text: 'call', due: '2026-03-16' }],
    ['Ann Lee: call by 2 January', { who: ['Ann Lee'], text: 'call', due: '2027-01-02' }],
    ['Ann Lee - call (due 2026-03-16)', { who: ['Ann Lee'], text: 'call', due: '2026-03-16' }],
    ['Ann Lee and Bo Ek to call the house', { who: ['Ann Lee', 'Bo Ek'], text: 'call the house' }],
    [
      'Ann Lee print the sheets 06 Mar 2026',
      { who: ['Ann Lee'], text: 'print the sheets', due: '2026-03-06' },
    ],
    ['— call. 2 March 2026', { text: 'call.', due: '2026-03-02' }],
    [
      'Ann Lee — call. Done ... DOC-1 30 Mar 2020',
      { who: ['Ann Lee'], text: 'call.', due: '2020-03-30', remarks: ['Done ... DOC-1'] },
    ],
    [
      'Ann Lee — call. 16 Mar 2020 Update: called once.',
      { who: ['Ann Lee'], text: 'call.', due: '2020-03-16', remarks: ['called once.'] },
    ],
    [
      'Ann Lee — call. 16 Mar 2020 (Bo Ek assigned)',
      { who: ['Ann Lee'], text: 'call.', due: '2020-03-16', remarks: ['Bo Ek assigned'] },
    ],
    [
      'Ann Lee — list it (carried from Lyon). 2 Mar 2026',
      { who: ['Ann Lee'], text: 'list it', due: '2026-03-02', carriedFrom: 'Lyon' },
    ],
  ])('takes %j apart', (line, expected) => {
    expect(read(line)).toEqual({ ...nothing, ...expected });
  });

  test.each([
    ['Budget — final numbers', 'a dash in a sentence'],
    ['Load Test Plan: write it', 'a label that is nobody known'],
    ['call before the 10 March observing run of 2020-02-25 starts', 'a date inside a sentence'],
    ['see Lyon, 2020-05-12/14', 'a range'],
    ['Ann Lee was asked for the keys', 'a person the sentence is about'],
  ])('leaves %j whole: %s', (line) => {
    expect(read(line)).toEqual({ ...nothing, text: line });
  });

  test('leaves a line of any length whole that nobody would write', () => {
    const line = `Ann Lee — ${'call '.repeat(2000)}`;
    expect(read(line).who).toEqual([]);
  });
});

describe('deferral', () => {
  test.each([
    ['Report deferred to next DMLT due to reassignment', 'next DMLT'],
    ['moved to the May meeting because of the flood', 'May meeting'],
    ['deferred to the summer review, since Nagoya moves', 'summer review'],
    ['Scheduled for Lyon, 2020-05-12/14', 'Lyon, 2020-05-12/14'],
    ['Igor assigned', null],
  ])('finds in %j %j', (remark, target) => {
    expect(deferral(remark)).toBe(target);
  });
});

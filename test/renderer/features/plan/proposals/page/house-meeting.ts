// An invented meeting at the moment when its agenda is made: two days, a beginning, and what people asked for.
import type * as Y from 'yjs';
import { addBlock } from '../../../../../../shared/doc/commands/blocks.ts';
import { addComment } from '../../../../../../shared/doc/commands/comments.ts';
import { addDay } from '../../../../../../shared/doc/commands/days.ts';
import { addItem } from '../../../../../../shared/doc/commands/items.ts';
import { createMeeting } from '../../../../../../shared/doc/commands/meeting.ts';
import { addPerson } from '../../../../../../shared/doc/commands/people.ts';
import {
  addProposal,
  declineProposal,
  mergeIntoProposal,
  scheduleProposal,
} from '../../../../../../shared/doc/commands/proposals.ts';
import { proposalNotes, writeRichText } from '../../../../../../shared/doc/texts.ts';
import type { NewId, PersonId, ProposalId } from '../../../../../../shared/domain/ids.ts';
import { parseClock } from '../../../../../../shared/domain/plan-times.ts';
import type { CalendarDate, Instant, TimeZone } from '../../../../../../shared/domain/time.ts';

const NAMES = ['Mara Okafor', 'Leila Sato', 'Hugo Brandt', 'Rüya Aydın', 'Ben Osei', 'Yael Adler'] as const;
type Name = (typeof NAMES)[number];

export function writeHouseMeeting(doc: Y.Doc, newId: NewId, amount: 'none' | 'few' | 'many'): void {
  createMeeting(doc, {
    title: 'Platform leads, spring review',
    timeZone: 'America/Phoenix' as TimeZone,
    createdAt: Date.parse('2026-02-01T10:00:00Z') as Instant,
  });
  const people = new Map<Name, PersonId>(NAMES.map((name) => [name, addPerson(doc, newId, { name })]));
  const block = addBlock(doc, newId, addDay(doc, newId, { date: '2026-03-10' as CalendarDate }));
  addBlock(doc, newId, addDay(doc, newId, { date: '2026-03-11' as CalendarDate }));
  if (block === null) throw new Error('no block');
  addItem(doc, newId, block, { title: 'Welcome', duration: '10', start: parseClock('09:00') });
  addItem(doc, newId, block, { title: 'Programme news', duration: '20' });
  addItem(doc, newId, block, { title: 'Close of the day', kind: 'close', duration: '5' });
  if (amount === 'none') return;

  const ask = (title: string, estimate: string, notes: string, ...by: Name[]): ProposalId => {
    const requestedBy = by.flatMap((name) => people.get(name) ?? []);
    const id = addProposal(doc, newId, { title, estimate, requestedBy });
    const text = proposalNotes(doc, id);
    if (text && notes !== '')
      writeRichText(text, {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: notes }] }],
      });
    return id;
  };
  const pipeline = ask('Import pipeline v3: where it stands', '1 hour?', '', 'Hugo Brandt');
  const rota = ask(
    'Volunteer rota: one tool or three?',
    '30 mins+',
    'Every house keeps its own. A short comparison, then a choice.',
    'Leila Sato',
  );
  ask('Archive days for schools', '30 min?', 'Twelve schools asked last autumn.', 'Yael Adler');
  ask('Recovery rehearsals', '45', 'Which building first, and who watches?', 'Rüya Aydın', 'Ben Osei');
  ask('Help texts in four languages', '', '', 'Hugo Brandt');
  const robots = ask('Lending robots, a report', '20', 'What was lent, and what came back.', 'Ben Osei');
  const robots2 = ask('Robots again', '15', '', 'Yael Adler');
  scheduleProposal(doc, newId, pipeline, block, 2);
  mergeIntoProposal(doc, robots2, rota);
  declineProposal(doc, robots, 'a written report is enough');
  const said = (by: string, at: string, text: string) =>
    addComment(doc, newId, rota, { by, at: Date.parse(at) as Instant, text });
  said('Ben Osei', '2026-03-02T09:14:00Z', 'Two of the three are the same program under other names.');
  said('Mara Okafor', '2026-03-02T10:40:00Z', 'Then half an hour is enough.');
  if (amount === 'many')
    for (let n = 1; n <= 12; n += 1)
      ask(
        `Topic ${n}`,
        `${(n % 4) * 10 + 5} min${n % 3 === 0 ? '?' : ''}`,
        '',
        NAMES[n % NAMES.length] ?? 'Ben Osei',
      );
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuickEntry } from '../../../../../renderer/features/plan/logic/quick-entry.ts';
import { person } from '../builders.ts';

const ruya = person('Rüya Aydın');
const ben = person('Ben Osei');
const benita = person('Benita Cruz');
const people = [ruya, ben, benita];

function read(line: string) {
  const entry = parseQuickEntry(line, people);
  return [entry.start, entry.duration, entry.title];
}

describe('a quick entry', () => {
  test('is a start, a length, a title and its presenters', () => {
    expect(parseQuickEntry('10:30 45m Recovery rehearsals  @ruya @ben #DOC-118', people)).toEqual({
      kind: 'topic',
      start: 630,
      duration: '45m',
      title: 'Recovery rehearsals',
      presenters: [ruya.id, ben.id],
      newPeople: [],
      unclear: [],
      tickets: ['DOC-118'],
    });
  });

  test.each([
    ['Recovery rehearsals', null, '', 'Recovery rehearsals'],
    ['45m Recovery', null, '45m', 'Recovery'],
    ['Plans, 15 min', null, '15 min', 'Plans'],
    ['Recovery 45 min?', null, '45 min?', 'Recovery'],
    ['1 h 15 Recovery', null, '1 h 15', 'Recovery'],
    ['half an hour Recovery', null, 'half an hour', 'Recovery'],
    ['10:30 45 Recovery', 630, '45', 'Recovery'],
    ['10:30 60? Recovery', 630, '60?', 'Recovery'],
    ['2:30 pm 30 mins+ Recovery', 870, '30 mins+', 'Recovery'],
    ['10:30-11:15 Recovery', 630, '45', 'Recovery'],
    ['23:30–00:30 Recovery', 1410, '60', 'Recovery'],
    ['9am Welcome', 540, '', 'Welcome'],
    ['3 ways to fail', null, '', '3 ways to fail'],
    ['Plan for 2027', null, '', 'Plan for 2027'],
    ['Top 10', null, '', 'Top 10'],
    ['10:30', 630, '', ''],
    ['mail ben@example.org', null, '', 'mail ben@example.org'],
  ])('%s', (line, start, duration, title) => {
    expect(read(line)).toEqual([start, duration, title]);
  });

  test('a break and the close are known by their names', () => {
    expect(parseQuickEntry('12:30 30m Lunch', people).kind).toBe('break');
    expect(parseQuickEntry('Coffee break 15m', people).kind).toBe('break');
    expect(parseQuickEntry('Closing', people).kind).toBe('close');
    expect(parseQuickEntry('Break the monolith', people).kind).toBe('topic');
  });

  test('a name nobody has is a new person, one several have is unclear', () => {
    const entry = parseQuickEntry('Topic @"Ines Maur" @be @BEN @Yael_Adler', people);
    expect(entry.newPeople).toEqual(['Ines Maur', 'Yael Adler']);
    expect(entry.unclear).toEqual([{ typed: 'be', candidates: [ben, benita] }]);
    expect(entry.presenters).toEqual([ben.id]);
    expect(entry.title).toBe('Topic');
  });

  test('never loses a word of a plain title', () => {
    const words = fc
      .stringMatching(/^[a-zäöü]{3,9}$/)
      .filter((word) => !/^(hour|hrs|min|mins|half)/.test(word));
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), fc.nat(1439), (list, at) => {
        const title = list.join(' ');
        const clock = `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
        expect(read(`${clock} 20m ${title}`)).toEqual([at, '20m', title]);
        expect(read(title)).toEqual([null, '', title]);
      }),
    );
  });
});

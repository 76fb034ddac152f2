import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePastedPeople } from '../../../../../renderer/features/plan/logic/pasted-people.ts';

function read(text: string) {
  return parsePastedPeople(text).map(({ name, email, organisation, role }) =>
    [name, email, organisation, role].join('/').replace(/\/+$/, ''),
  );
}

describe('pasted people', () => {
  test('a column of names', () => {
    expect(read('Rüya Aydın\n\n  Ben Osei \r\n- Ines Maur\n2. Yael Adler\n[x] Hugo Brandt')).toEqual([
      'Rüya Aydın',
      'Ben Osei',
      'Ines Maur',
      'Yael Adler',
      'Hugo Brandt',
    ]);
  });

  test('addresses, organisations and roles beside the names', () => {
    expect(
      read('Rüya Aydın <ruya@example.org>\nBen Osei, Archive\nInes Maur (guest)\nhugo.brandt@example.org'),
    ).toEqual([
      'Rüya Aydın/ruya@example.org',
      'Ben Osei//Archive',
      'Ines Maur//guest',
      'Hugo Brandt/hugo.brandt@example.org',
    ]);
  });

  test('a table with or without a head', () => {
    expect(read('Name\tMail\tTeam\tRole\nBen Osei\tben@example.org\tArchive\tLead')).toEqual([
      'Ben Osei/ben@example.org/Archive/Lead',
    ]);
  });

  test('a list in one line', () => {
    expect(read('Rüya Aydın; Ben Osei')).toEqual(['Rüya Aydın', 'Ben Osei']);
    expect(read('Rüya Aydın, Ben Osei, Ines Maur')).toEqual(['Rüya Aydın', 'Ben Osei', 'Ines Maur']);
  });

  test('a name twice is one person', () => {
    expect(read('Ben Osei\nben osei')).toEqual(['Ben Osei']);
  });

  test('nobody comes without a name', () => {
    fc.assert(
      fc.property(fc.string(), (text) => parsePastedPeople(text).every(({ name }) => name.trim() !== '')),
    );
  });
});

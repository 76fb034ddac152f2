import { describe, expect, test } from 'vitest';
import { initials, peerColour, peerMarks, shownName } from '../../../shared/domain/peer-colour.ts';

describe('an avatar', () => {
  test('shows the first letters of the first and the last name', () => {
    expect(initials('Jonas Lindqvist')).toBe('JL');
    expect(initials('Ana de la Cruz')).toBe('AC');
    expect(initials('  rüya  ')).toBe('R');
    expect(initials('Élodie (online)')).toBe('ÉO');
    expect(initials('42')).toBe('?');
  });

  test('stands for somebody where there is none', () => {
    expect(shownName('  ')).toBe('Somebody');
    expect(shownName('Mara Okafor')).toBe('Mara Okafor');
  });

  test('has the same colour for the same name, however it is typed', () => {
    expect(peerColour('Mara Okafor')).toBe(peerColour(' mara okafor '));
  });

  test('spreads names over all six colours', () => {
    const names = Array.from({ length: 60 }, (_, index) => `Person ${index}`);
    expect(new Set(names.map(peerColour)).size).toBe(6);
  });
});

describe('people who are here together', () => {
  const person = (user: string, name: string) => ({ user, name });

  test('have the colour of their name, and a ring where an earlier one has it', () => {
    const same = Array.from({ length: 60 }, (_, index) => `Person ${index}`).filter(
      (name) => peerColour(name) === peerColour('Mara Okafor'),
    );
    const [twin = ''] = same;
    const marks = peerMarks([person('b', twin), person('a', 'Mara Okafor')]);
    expect(marks.get('a')).toEqual({ colour: peerColour('Mara Okafor'), ringed: false });
    expect(marks.get('b')).toEqual({ colour: peerColour('Mara Okafor'), ringed: true });
  });
});

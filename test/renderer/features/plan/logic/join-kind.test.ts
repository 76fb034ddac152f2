import { expect, test } from 'vitest';
import { guessJoinKind } from '../../../../../renderer/features/plan/logic/join-kind.ts';

test('a way to join is known by what is typed', () => {
  expect(guessJoinKind('https://meet.example.org/48122')).toBe('link');
  expect(guessJoinKind('meet.example.org/48122')).toBe('link');
  expect(guessJoinKind('+1 555 0142,,8812')).toBe('phone');
  expect(guessJoinKind('(030) 555-0142')).toBe('phone');
  expect(guessJoinKind('Dial example.rm, ID 481 220 917')).toBe('room');
  expect(guessJoinKind('sip:house@example.org')).toBe('room');
  expect(guessJoinKind('Room B2, from 08:30')).toBe('place');
});

test('what could be anything is left as it is', () => {
  for (const text of ['', 'Ask Mara', '42', 'mara@example.org']) expect(guessJoinKind(text)).toBeNull();
});

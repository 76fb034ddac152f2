import { matchKeybindingPress, parseKeybinding } from 'tinykeys';
import { describe, expect, test } from 'vitest';
import { findCommands, toBinding } from '../../../renderer/app/commands.ts';

const list = ['All meetings', 'New meeting', 'Meeting of March'].map((label) => ({ label }));
const labels = (text: string) => findCommands(list, text).map(({ label }) => label);

describe('the palette', () => {
  test('finds by words in any order and any case', () => {
    expect(labels('MEETING new')).toEqual(['New meeting']);
    expect(labels('agenda')).toEqual([]);
  });

  test('puts what starts with the words first and shows all before anything is typed', () => {
    expect(labels('meet')).toEqual(['Meeting of March', 'All meetings', 'New meeting']);
    expect(labels('')).toEqual(['All meetings', 'New meeting', 'Meeting of March']);
  });
});

describe('keys as written in menus', () => {
  /** A key press as a browser reports it; only what tinykeys reads. */
  function pressed(keys: string, key: string, held: readonly string[]): boolean {
    const [press] = parseKeybinding(toBinding(keys));
    if (!press) throw new Error(`No key in ${keys}`);
    const event = { key, code: '', getModifierState: (name: string) => held.includes(name) };
    return matchKeybindingPress(event as unknown as KeyboardEvent, press);
  }

  test('match with exactly their modifiers', () => {
    expect(pressed('Ctrl Shift L', 'L', ['Control', 'Shift'])).toBe(true);
    expect(pressed('Ctrl Shift L', 'l', ['Control'])).toBe(false);
    expect(pressed('Ctrl K', 'k', ['Control'])).toBe(true);
    expect(pressed('Ctrl K', 'k', ['Control', 'Alt'])).toBe(false);
  });

  test('match a sign with and without Shift, as keyboards differ', () => {
    expect(pressed('Ctrl /', '/', ['Control'])).toBe(true);
    expect(pressed('Ctrl /', '/', ['Control', 'Shift'])).toBe(true);
    expect(pressed('?', '?', ['Shift'])).toBe(true);
  });

  test('name the arrows', () => {
    expect(pressed('Alt Up', 'ArrowUp', ['Alt'])).toBe(true);
  });
});

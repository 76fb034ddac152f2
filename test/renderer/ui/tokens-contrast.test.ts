// The colours of tokens.css against WCAG 2.2: 4.5:1 for text, 3:1 for what is not text. Pairs as listed in the design.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const css = readFileSync(fileURLToPath(new URL('../../../renderer/ui/tokens.css', import.meta.url)), 'utf8');

function palette(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(selector);
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  return new Map(
    [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/gi)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['bg', 'surface', 'surface-2', 'sunken', 'hover', 'selected', 'chip'];
const SURFACES = ['bg', 'surface', 'surface-2'];
const SOFT = ['accent', 'ok', 'warn', 'over', 'decision'];
const PEERS = [1, 2, 3, 4, 5, 6].map((number) => `peer-${number}`);

type Pair = readonly [ink: string, ground: string, least: number];
const all = (inks: readonly string[], grounds: readonly string[], least: number): Pair[] =>
  inks.flatMap((ink) => grounds.map((ground): Pair => [ink, ground, least]));

const PAIRS: readonly Pair[] = [
  ...all(['text', 'text-2', 'text-3'], GROUNDS, 4.5),
  ...all(SOFT, SURFACES, 4.5),
  ...SOFT.map((name): Pair => [name, `${name}-soft`, 4.5]),
  ...all(['text', 'text-2'], [...SOFT.map((name) => `${name}-soft`), 'action-soft'], 4.5),
  ['text', 'surface', 10],
  ['text', 'action-soft', 10],
  ['text', 'decision-soft', 10],
  ['on-accent', 'accent', 4.5],
  ['on-over', 'over', 4.5],
  ...PEERS.map((peer): Pair => ['on-peer', peer, 4.5]),
  ...all(['focus'], GROUNDS, 3),
  // No control stands on a chip.
  ...all(
    ['edge'],
    GROUNDS.filter((ground) => ground !== 'chip'),
    3,
  ),
  ...all(['accent', 'warn-fill', 'over', 'ok'], SURFACES, 3),
];

describe.each([
  ['light', ':root[data-theme="light"]'],
  ['dark', ':root[data-theme="dark"]'],
])('the %s colours', (_theme, selector) => {
  const colours = palette(selector);
  const colour = (name: string): string => {
    const hex = colours.get(name);
    if (!hex) throw new Error(`No colour --${name} in ${selector}`);
    return hex;
  };

  test('reach the contrast that each pair needs', () => {
    const weak = PAIRS.filter(([ink, ground, least]) => contrast(colour(ink), colour(ground)) < least);
    expect(weak.map(([ink, ground]) => `${ink} on ${ground}`)).toEqual([]);
  });
});

test('the dark colours are the same whether chosen or taken from the system', () => {
  expect(palette(':root:not([data-theme])')).toEqual(palette(':root[data-theme="dark"]'));
});

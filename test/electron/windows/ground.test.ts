import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../../build/scripts/project.ts';
import { GROUND } from '../../../electron/windows/ground.ts';

test('a window opens in the colours of the page that will be in it', () => {
  const tokens = readFileSync(join(ROOT, 'renderer', 'ui', 'tokens.css'), 'utf8');
  const grounds = [...tokens.matchAll(/--bg:\s*(#[0-9a-f]{6})/g)].map((match) => match[1]);
  expect(new Set(grounds)).toEqual(new Set([GROUND.light, GROUND.dark]));
  expect(grounds[0]).toBe(GROUND.light);
});

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../../', import.meta.url).pathname;

test('every rule of the document is named by a test, and every rule a test names exists', () => {
  const rules = readFileSync(`${root}shared/doc/RULES.md`, 'utf8').matchAll(/\*\*(D\d+)\*\*/g);
  const files = globSync('test/{shared/doc,convergence,renderer/editor}/**/*.test.ts', { cwd: root });
  const titles = files.flatMap((file) => readFileSync(root + file, 'utf8').match(/'(?:D\d+[ :])+/g) ?? []);
  const named = new Set(titles.flatMap((title) => title.match(/D\d+/g) ?? []));
  expect([...named].toSorted()).toEqual([...rules].map(([, id]) => id).toSorted());
});

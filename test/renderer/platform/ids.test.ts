import { expect, test } from 'vitest';
import { newId } from '../../../renderer/platform/ids.ts';

test('ids are 22 letters that need no escaping, and never the same', () => {
  const ids = new Set(Array.from({ length: 10_000 }, newId));
  expect(ids.size).toBe(10_000);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
});

import { expect, test } from 'vitest';
import { loadIdentity } from '../../../renderer/session/identity.ts';
import { createSettings } from '../../../renderer/storage/settings.ts';
import { openTestDb } from '../storage/test-db.ts';
import { newId } from './test-session.ts';

test('two windows that start for the first time at once are one person on one computer', async () => {
  const settings = createSettings(await openTestDb());
  const [one, two] = await Promise.all([loadIdentity(settings, newId), loadIdentity(settings, newId)]);
  expect(two).toEqual(one);
  expect(one.user).not.toBe(one.device);
  expect(await loadIdentity(settings, newId)).toEqual(one);
});

test('an identity that cannot be read is made anew', async () => {
  const settings = createSettings(await openTestDb());
  await settings.put('identity', { user: 'not an id', device: 7 });
  const made = await loadIdentity(settings, newId);
  expect(await loadIdentity(settings, newId)).toEqual(made);
});

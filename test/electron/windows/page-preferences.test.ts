import { expect, test } from 'vitest';
import { PAGE_PREFERENCES } from '../../../electron/windows/page-preferences.ts';

test.each([
  ['sandbox', true],
  ['contextIsolation', true],
  ['webSecurity', true],
  ['nodeIntegration', false],
  ['nodeIntegrationInWorker', false],
  ['nodeIntegrationInSubFrames', false],
  ['webviewTag', false],
  ['experimentalFeatures', false],
  ['allowRunningInsecureContent', false],
  ['navigateOnDragDrop', false],
] as const)('a page has %s: %s', (name, value) => {
  expect(PAGE_PREFERENCES[name]).toBe(value);
});

import { expect, test } from 'vitest';
import { createKeepAwake } from '../../../electron/services/keep-awake.ts';

test('a running meeting keeps the screen on and its clock unthrottled, and only it does', () => {
  const running = new Set<number>();
  let made = 0;
  const keepAwake = createKeepAwake({
    start: (kind) => {
      expect(kind).toBe('prevent-display-sleep');
      made += 1;
      running.add(made);
      return made;
    },
    stop: (id) => running.delete(id),
  });
  let throttled = true;
  const contents = {
    setBackgroundThrottling: (allowed: boolean) => {
      throttled = allowed;
    },
  };
  keepAwake(true, contents);
  keepAwake(true, contents);
  expect([running.size, throttled]).toEqual([1, false]);
  keepAwake(false, contents);
  keepAwake(false, contents);
  expect([running.size, throttled]).toEqual([0, true]);
  keepAwake(true, contents);
  expect([running.size, throttled]).toEqual([1, false]);
});

import { describe, expect, test } from 'vitest';
import { createCloseGuard } from '../../../electron/windows/close-guard.ts';

/** A guard whose effects are written down; `answer` is what the user will say. */
function start(answer = false) {
  const did: string[] = [];
  let timeUp = () => {};
  const guard = createCloseGuard({
    askPage: () => did.push('ask page'),
    askUser: async () => {
      did.push('ask user');
      return answer;
    },
    close: () => {
      did.push('close');
      expect(guard.mayClose()).toBe(true);
    },
    stay: () => did.push('stay'),
    later: (f) => {
      timeUp = f;
      return () => {
        timeUp = () => {};
      };
    },
  });
  return { guard, did, timeUp: () => timeUp() };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('closing a window', () => {
  test('with everything saved asks nobody', () => {
    const { guard, did } = start();
    expect(guard.mayClose()).toBe(true);
    guard.setUnsaved(true);
    guard.setUnsaved(false);
    expect(guard.mayClose()).toBe(true);
    expect(did).toEqual([]);
  });

  test('with something unsaved lets the page save it, then closes', () => {
    const { guard, did } = start();
    guard.setUnsaved(true);
    expect(guard.mayClose()).toBe(false);
    expect(guard.mayClose()).toBe(false);
    guard.finish(true);
    expect(did).toEqual(['ask page', 'close']);
  });

  test('when the page cannot save, the user decides: keep', async () => {
    const { guard, did } = start(false);
    guard.setUnsaved(true);
    guard.mayClose();
    guard.finish(false);
    await settled();
    expect(did).toEqual(['ask page', 'ask user', 'stay']);
    expect(guard.mayClose()).toBe(false);
    expect(did.at(-1)).toBe('ask page');
  });

  test('when the page cannot save, the user decides: lose it', async () => {
    const { guard, did } = start(true);
    guard.setUnsaved(true);
    guard.mayClose();
    guard.finish(false);
    await settled();
    expect(did).toEqual(['ask page', 'ask user', 'close']);
  });

  test('when the page does not answer in time, the user decides', async () => {
    const { guard, did, timeUp } = start(true);
    guard.setUnsaved(true);
    guard.mayClose();
    timeUp();
    guard.finish(true);
    await settled();
    expect(did).toEqual(['ask page', 'ask user', 'close']);
  });

  test('an answer in time calls the question to the user off', async () => {
    const { guard, did, timeUp } = start();
    guard.setUnsaved(true);
    guard.mayClose();
    guard.finish(true);
    timeUp();
    await settled();
    expect(did).toEqual(['ask page', 'close']);
  });

  test('an answer that nobody asked for closes nothing', () => {
    const { guard, did } = start();
    guard.finish(true);
    guard.finish(false);
    expect(did).toEqual([]);
  });

  test('a page that died while it was asked holds the window no longer', () => {
    const { guard, did } = start();
    guard.setUnsaved(true);
    guard.mayClose();
    guard.forget();
    expect(did).toEqual(['ask page', 'close']);
  });

  test('what a page said before it died does not count', () => {
    const { guard } = start();
    guard.setUnsaved(true);
    guard.forget();
    expect(guard.mayClose()).toBe(true);
  });
});

// Tests in the laboratory: which of them were asked for, and what becomes of them where there is none.
import { type TestContext, test } from 'vitest';
import { LAB_PROBLEM } from './problem.ts';

/** `npm run test:net` sets `QUORUM_NET=full`: every row of every matrix. Without it the quick ones run, in minutes. */
export const FULL = process.env.QUORUM_NET === 'full';

/** A test in the laboratory. Where there can be none it is skipped, counted as such, and says why. */
export function labTest(name: string, timeout: number, body: (context: TestContext) => Promise<void>): void {
  if (LAB_PROBLEM === null) {
    test(name, { timeout }, body);
    return;
  }
  test(name, ({ skip }) => {
    console.warn(`SKIPPED, no network laboratory here (${LAB_PROBLEM}): ${name}`);
    skip(LAB_PROBLEM ?? '');
  });
}

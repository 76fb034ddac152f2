// Everything `.ci/run` runs: checks, then all tests on the built app. Ends with the line `N passed, N failed[, N skipped]`.
// With arguments it runs only the tests they name (as vitest's filters) and none of the checks.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from './build-app.ts';
import { CHECK_STEPS, runSteps } from './check-steps.ts';
import { bin, run } from './project.ts';
import { ensureTestTools } from './tools.ts';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTotalTests: number;
  readonly success: boolean;
}

const filters = process.argv.slice(2);
try {
  ensureTestTools();
  await ensureBuild();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const steps = filters.length === 0 ? CHECK_STEPS : [];
const failedSteps = await runSteps(steps);
const tests = await runTests();
const passed = steps.length - failedSteps + tests.numPassedTests;
// A run that broke without a failed test (a crash, a file that does not load) is a failure all the same.
const broken = tests.numFailedTests === 0 && !tests.success ? 1 : 0;
const failed = failedSteps + tests.numFailedTests + broken;
const skipped = tests.numPendingTests > 0 ? `, ${tests.numPendingTests} skipped` : '';
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed${skipped}`);

async function runTests(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'quorum-test-'));
  try {
    const file = join(folder, 'report.json');
    const code = await run(bin('vitest'), [
      'run',
      '--config',
      'build/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...filters,
    ]);
    const report: Report = JSON.parse(readFileSync(file, 'utf8'));
    return { ...report, success: report.success && code === 0 && report.numTotalTests > 0 };
  } catch (error) {
    console.error('The test run gave no report:', error);
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTotalTests: 0, success: false };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

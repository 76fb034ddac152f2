// Format, lint, types and layers: what can be known without starting anything.
import { CHECK_STEPS, runSteps } from './check-steps.ts';
import { bin, run } from './project.ts';

const layers = {
  name: 'layers and cycles',
  run: async () =>
    (await run(bin('vitest'), ['run', '--config', 'build/vitest.config.ts', 'test/architecture'])) === 0,
};
process.exitCode = (await runSteps([...CHECK_STEPS, layers])) === 0 ? 0 : 1;

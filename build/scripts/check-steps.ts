// The checks that need no running app: format and lint, then types room by room (each with its own libraries, so that
// shared/ cannot see the DOM and the page cannot see Node).
import { bin, run } from './project.ts';

export interface Step {
  readonly name: string;
  run(): Promise<boolean>;
}

const ROOMS = ['shared', 'electron', 'renderer', 'test'];

export const CHECK_STEPS: readonly Step[] = [
  { name: 'format and lint', run: () => passes(bin('biome'), ['ci', '.']) },
  ...ROOMS.map((room) => ({
    name: `types of ${room}/`,
    run: () => passes(bin('tsc'), ['-p', room]),
  })),
];

/** Runs the steps in order, all of them, and says how each went; gives the number that failed. */
export async function runSteps(steps: readonly Step[]): Promise<number> {
  let failed = 0;
  for (const step of steps) {
    const passed = await step.run();
    console.log(`${passed ? 'ok  ' : 'FAIL'}  ${step.name}`);
    if (!passed) failed += 1;
  }
  return failed;
}

async function passes(command: string, args: readonly string[]): Promise<boolean> {
  return (await run(command, args)) === 0;
}

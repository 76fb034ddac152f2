/** One figure. `goal` is an upper bound in `unit`, `null` where there is none. */
export interface BenchResult {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: number | null;
  readonly met: boolean | null;
}

/** What each file of test/bench/ exports as `bench`. */
export type Bench = () => Promise<readonly BenchResult[]>;

/** Rounds to three digits that say something and compares with the goal. */
export function figure(name: string, value: number, unit: string, goal: number | null = null): BenchResult {
  return { name, value: Number(value.toPrecision(4)), unit, goal, met: goal === null ? null : value <= goal };
}

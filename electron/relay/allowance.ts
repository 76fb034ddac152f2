/** So much at once, and so much a second for long. */
export interface Allowance {
  /** True: taken. False: nothing was taken. `now` in milliseconds, never backwards. */
  take(amount: number, now: number): boolean;
  /** Nothing was taken lately. */
  isWhole(now: number): boolean;
}

export function createAllowance(burst: number, perSecond: number, start: number): Allowance {
  let left = burst;
  let at = start;
  const fill = (now: number) => {
    left = Math.min(burst, left + ((now - at) * perSecond) / 1_000);
    at = now;
  };
  return {
    take: (amount, now) => {
      fill(now);
      if (amount > left) return false;
      left -= amount;
      return true;
    },
    isWhole: (now) => {
      fill(now);
      return left === burst;
    },
  };
}

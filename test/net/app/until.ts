/** Asks again every 30 ms until the answer is not `null` or false; throws with `what` and the last error after `within`. */
export async function until<T>(
  what: string,
  within: number,
  ask: () => Promise<T | null | false>,
): Promise<T> {
  const end = performance.now() + within;
  let failure: unknown = null;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== null && answer !== false) return answer;
    } catch (error) {
      failure = error;
    }
    if (performance.now() > end) throw new Error(`Not within ${within} ms: ${what}`, { cause: failure });
    await passTime(30);
  }
}

/** For what an experiment prescribes: how long a cut lasts, how fast somebody types. Never to wait for an effect. */
export function passTime(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

import { afterEach } from 'vitest';

/** `open`, but what it opens is closed when the test ends, however it ends. Call it at the top of a test file. */
export function closedAfterEach<Arguments extends unknown[], Opened extends { close(): Promise<void> }>(
  open: (...args: Arguments) => Promise<Opened>,
): (...args: Arguments) => Promise<Opened> {
  const opened: Opened[] = [];
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
  });
  return async (...args) => {
    const each = await open(...args);
    opened.push(each);
    return each;
  };
}

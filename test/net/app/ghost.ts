// Somebody who died without a word, as the others see them in the Connection panel.
import type { Peer } from './peer.ts';
import { until } from './until.ts';

/** Milliseconds from now until `watcher` sees that `dead` is in doubt, and until it is called away. */
export function watchGhost(
  watcher: Peer,
  dead: Peer,
): Promise<{ readonly greyMs: number; readonly goneMs: number }> {
  const from = performance.now();
  return watcher.inConnection(async (panel) => {
    const row = panel
      .getByRole('listitem')
      .filter({ has: watcher.page.getByText(dead.name, { exact: true }) });
    const says = (words: RegExp) => async () => words.test((await row.first().textContent()) ?? '');
    await until(`${dead.name} is in doubt`, 30_000, says(/last seen/));
    const greyMs = performance.now() - from;
    await until(`${dead.name} is gone`, 60_000, says(/away/));
    return { greyMs, goneMs: performance.now() - from };
  });
}

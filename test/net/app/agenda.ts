// What somebody does with the agenda in the Plan view, and what it shows of it, day after day.
import type { Peer } from './peer.ts';

const planOf = ({ hash }: Peer): string => hash().replace(/\/(?:plan|run).*$/, '/plan');

async function showDay({ page }: Peer, index: number): Promise<void> {
  // The radio itself is hidden under its label.
  await page.getByText(new RegExp(`^Day ${index + 1} · `)).click();
}

const rows = ({ page }: Peer) => page.locator('[data-item]');

/** Presses `keys` in the row of an item of the first day; they carry it (`renderer/features/plan/days/row-keys.ts`). */
export async function carryItem(peer: Peer, item: string, keys: readonly string[]): Promise<void> {
  await peer.go(planOf(peer));
  await showDay(peer, 0);
  await peer.page.locator(`[data-item="${item}"] [data-cell="title"]`).focus();
  for (const key of keys) await peer.page.keyboard.press(key);
}

/** Deletes an item of the first day by its menu. */
export async function deleteItem(peer: Peer, item: string): Promise<void> {
  await peer.go(planOf(peer));
  await showDay(peer, 0);
  const row = peer.page.locator(`[data-item="${item}"]`);
  await row.getByRole('button', { name: /^Actions for/ }).click();
  await peer.page.getByRole('menuitem', { name: 'Delete' }).click();
  await row.waitFor({ state: 'detached' });
}

/** The ids of all items as they stand, a list a day. */
export async function agendaOf(peer: Peer): Promise<readonly (readonly string[])[]> {
  await peer.go(planOf(peer));
  const count = await peer.page.getByRole('radio', { name: /^Day \d/ }).count();
  const days: string[][] = [];
  for (let index = 0; index < count; index += 1) {
    await showDay(peer, index);
    days.push(await rows(peer).evaluateAll((list) => list.map((row) => row.getAttribute('data-item') ?? '')));
  }
  return days;
}

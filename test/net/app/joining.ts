// Joining a meeting of some megabytes: it is put into the host's library, shared, and another peer joins.
import { putMeeting } from '../../bench/put-meeting.ts';
import { buildLargeMeeting } from './large-meeting.ts';
import type { Peer } from './peer.ts';
import { until } from './until.ts';

export interface Large {
  readonly invite: string;
  readonly item: string;
}

/** The host has it open and shared. */
export async function openLarge(host: Peer, megabytes: number): Promise<Large> {
  const large = buildLargeMeeting(megabytes);
  const id = `large-meeting-${String(megabytes).replace('.', '-')}`.padEnd(22, '0');
  await putMeeting(host.page, id, large.snapshot);
  const item = `#/m/${id}/run/${large.item}`;
  await host.page.reload();
  await host.go(item);
  return { invite: await host.share(), item };
}

/**
 * Milliseconds from the press of Join until all of it is there and the short item is on screen to be written in, where
 * the app itself goes on the day of a meeting.
 */
export async function joinLarge(
  host: Peer,
  guest: Peer,
  { invite }: Large,
  patience: number,
): Promise<number> {
  await guest.pressJoin(invite);
  await guest.page.waitForURL(/#\/m\/[^/]+\/./);
  const pressed = await guest.page.evaluate(() => window.inPage.pressedAt('Join'));
  const amount = await host.page.evaluate(() => window.inPage.amount());
  const at = await guest.page.evaluate(
    async ([amount, patience]) => {
      const end = performance.now() + patience;
      while (window.inPage.text() === null || window.inPage.amount() < amount) {
        if (performance.now() > end) return null;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return performance.timeOrigin + performance.now();
    },
    [amount, patience] as const,
  );
  if (at === null || pressed === null) throw new Error(`Not all there after ${patience} ms`);
  await until('the guest is live', 10_000, async () => (await guest.status()).startsWith('Live'));
  return at - pressed;
}

// Two people with a browser each and one meeting: an invite goes from one to the other, both write, one goes offline, one
// reloads, one leaves. What the screens say of it is true at every step.
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../../build/scripts/project.ts';
import { type ServedApp, serveApp } from '../../build/scripts/serve.ts';
import { type App, startApp } from './support/app.ts';
import { importPage } from './support/import-page.ts';

const PAGE = join(ROOT, 'test', 'fixtures', 'pages', 'spring-review.md');
/** Between browsers of one computer, which has no other network here. */
const LOOPBACK = ['--allow-loopback-in-peer-connection', '--disable-features=WebRtcHideLocalIpsWithMdns'];

let served: ServedApp;
let apps: App[];

beforeEach(async () => {
  served = await serveApp(0);
  apps = await Promise.all([1, 2].map(() => startApp({ served, flags: LOOPBACK })));
});
afterEach(async () => {
  await Promise.all(apps.map((app) => app.close()));
  await served.close();
});

const minutesOf = (page: Page): Locator => page.getByRole('textbox', { name: /^Minutes/ });
const chip = (page: Page, words: RegExp): Locator => page.getByRole('button', { name: words });
const peopleOf = (page: Page): Locator => page.getByRole('complementary').getByText('Ines Maur');

async function write(page: Page, words: string): Promise<void> {
  await minutesOf(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
}

/** The host has it open in Run and shared; gives the invite. */
async function share(page: Page): Promise<string> {
  await importPage(page, PAGE);
  await page.goto(page.url().replace(/plan$/, 'run'));
  await minutesOf(page).waitFor();
  await chip(page, /^Only on this computer/).waitFor();
  await page.getByRole('button', { name: 'Share' }).click();
  const invite = await page.getByRole('textbox', { name: 'Invite link' }).inputValue();
  await page.keyboard.press('Escape');
  await chip(page, /^Nobody else here/).waitFor();
  return invite;
}

async function chooseOffline(page: Page): Promise<void> {
  await page.locator('[data-connection-chip]').click();
  const panel = page.getByRole('dialog', { name: 'Connection' });
  await panel.getByRole('switch', { name: 'Work offline' }).locator('xpath=ancestor::label').click();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
}

/** Gives every title that the page has had since. */
async function noteTitles(page: Page): Promise<() => Promise<readonly string[]>> {
  const noted = await page.evaluateHandle(() => {
    const titles: string[] = [];
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes) titles.push(node.textContent ?? '');
    }).observe(document.querySelector('title') as Node, { childList: true });
    return titles;
  });
  return () => noted.jsonValue();
}

async function accept(page: Page, invite: string, item: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Invite' }).fill(invite);
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ines Maur');
  const titles = await noteTitles(page);
  await page.getByRole('button', { name: 'Join' }).click();
  await chip(page, /^Live with 1/).waitFor();
  // Straight to the view of its day: no other is made on the way.
  const views = (await titles()).flatMap((title) => /, (\w+) - Quorum$/.exec(title)?.slice(1) ?? []);
  expect([...new Set(views)]).toHaveLength(1);
  await page.goto(`${served.url}${item}`);
  await minutesOf(page).waitFor();
}

test('two people write one meeting, and know of each other what is true', async () => {
  const [host, guest] = [await apps[0]?.open(), await apps[1]?.open('#/join')] as [Page, Page];
  const invite = await share(host);
  const { hash } = new URL(host.url());
  await accept(guest, invite, hash);
  await chip(host, /^Live with 1/).waitFor();

  await write(host, 'From the host. ');
  await minutesOf(guest).getByText('From the host.').waitFor();
  await write(guest, 'From the guest. ');
  await minutesOf(host).getByText('From the guest.').waitFor();
  await chip(host, /^Live with 1.*all confirmed/).waitFor();
  await chip(guest, /^Live with 1.*all confirmed/).waitFor();
  await expect.poll(() => peopleOf(host).count()).toBe(1);

  // A reload is the same person, once, and at once.
  await guest.reload();
  await minutesOf(guest).getByText('From the host.').waitFor();
  await chip(guest, /^Live with 1/).waitFor();
  await chip(host, /^Live with 1/).waitFor();
  await expect.poll(() => peopleOf(host).count()).toBe(1);

  // Both write while they hear nothing of each other.
  await chooseOffline(guest);
  await chip(guest, /^Offline/).waitFor();
  await chip(host, /^Nobody else here/).waitFor();
  await write(host, 'While alone, host. ');
  await write(guest, 'While alone, guest. ');
  await chip(guest, /^Offline.*1 change nobody else has yet/).waitFor();
  await chooseOffline(guest);
  await minutesOf(host).getByText('While alone, guest.').waitFor();
  await minutesOf(guest).getByText('While alone, host.').waitFor();
  expect(await minutesOf(guest).textContent()).toBe(await minutesOf(host).textContent());
  await chip(guest, /^Live with 1.*all confirmed/).waitFor();

  await guest.close();
  await chip(host, /^Nobody else here/).waitFor({ timeout: 4_000 });
  expect(apps.flatMap(({ problems }) => problems)).toEqual([]);
}, 120_000);

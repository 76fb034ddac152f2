// `npm run shots`: a picture of every screen, light and dark, in two window sizes, into dist/shots, so that somebody can
// look at all of them. The meeting shown is imported as a user would: the real page where ../shared is, else our own.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { MeetingId } from '../../shared/domain/ids.ts';
import { inviteLink } from '../../shared/invite/find-invite.ts';
import { type App, startApp } from '../../test/e2e/support/app.ts';
import { importPage } from '../../test/e2e/support/import-page.ts';
import { ensureBuild } from './build-app.ts';
import { ROOT } from './project.ts';
import { ensureTestTools } from './tools.ts';

const REAL = join(ROOT, '..', 'shared', 'samples', 'virtual-f2f-page.md');
const OWN = join(ROOT, 'test', 'fixtures', 'pages', 'spring-review.md');
const OUT = join(ROOT, 'dist', 'shots');
/** One minute into the sample meeting's first day, which is the day it is made on; the same in every run. */
const START = '2026-03-10T16:01:00Z';
/** Time given to its first two items, and to the third so far: it runs a little late, with minutes and actions in it. */
const SPENT = ['08:20', '23:10', '31:24'];
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
];

ensureTestTools();
await ensureBuild();
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of SIZES) {
    const app = await startApp({ colorScheme, viewport });
    try {
      await app.context.clock.install({ time: START });
      await shootAll(app, await app.open(), `${colorScheme}-${viewport.width}`);
    } finally {
      await app.close();
    }
  }
}
console.error(`Pictures are in ${OUT}`);

async function shootAll(app: App, page: Page, kind: string): Promise<void> {
  const shoot = async (name: string): Promise<void> => {
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(OUT, `${name}-${kind}.png`), animations: 'disabled' });
  };
  const heading = () => page.getByRole('heading', { level: 1 }).first().waitFor();
  const place = async (hash: string): Promise<void> => {
    await page.goto(page.url().replace(/#.*/, hash));
    await heading();
  };
  const view = (name: string) =>
    page.getByRole('navigation', { name: 'Views of the meeting' }).getByRole('link', { name }).click();
  const minutes = () => page.getByRole('textbox', { name: /^Minutes/ }).waitFor();

  await heading();
  await shoot('library-empty');
  await importPage(page, existsSync(REAL) ? REAL : OWN, { review: () => shoot('import-review') });
  await shoot('plan');
  await view('Run');
  await minutes();
  await shoot('run-before');
  await view('Actions');
  await page.getByRole('table').waitFor();
  await shoot('actions');
  await view('Publish');
  await page.frameLocator('iframe').locator('h1').waitFor();
  await shoot('publish');

  await place('#/');
  await page.getByRole('button', { name: 'New meeting' }).click();
  await heading();
  await shoot('plan-empty');
  await place('#/settings');
  await shoot('settings');
  await page.getByRole('textbox', { name: 'Name' }).fill('Ines Maur');
  await place('#/');
  await sample(page);
  await shoot('sample-plan');
  await view('Run');
  await page
    .getByRole('button', { name: /^Start/ })
    .first()
    .click();
  for (const [index, time] of SPENT.entries()) {
    if (index > 0) await page.getByRole('button', { name: /^Next: / }).click();
    await minutes();
    await page.clock.fastForward(time);
  }
  // Until the offer to undo has gone.
  await page.clock.runFor(12_000);
  await shoot('run-live');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await shoot('palette');
  await page.keyboard.press('Escape');
  await together(app, page, shoot);
  await view('Actions');
  await page.getByRole('table').waitFor();
  await shoot('sample-actions');
  await place('#/');
  await page.getByText('Live now').waitFor();
  await shoot('library');
  await place('#/join');
  await page.getByRole('textbox', { name: 'Invite' }).fill(inviteTo(app));
  await page.getByText('Meets at').waitFor();
  await shoot('join');
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByText('Nobody who has this meeting is online.').waitFor();
  await shoot('join-waiting');
}

/** An invite to a meeting that nobody has. */
function inviteTo(app: App): string {
  const relays = [`${app.url.replace('http', 'ws')}signal`];
  const secret = new Uint8Array(32).fill(7);
  return inviteLink(
    { secret, meeting: 'nowhere' as MeetingId, title: 'Platform leads, spring review', relays },
    app.url,
  );
}

/** Somebody joins with a browser of their own: the invite, the connection, and two in one text. */
async function together(app: App, page: Page, shoot: (name: string) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByRole('textbox', { name: 'Invite link' }).inputValue();
  const guest = await startApp({ served: { url: app.url, close: async () => {} } });
  try {
    await guest.context.clock.install({ time: await page.evaluate(() => Date.now()) });
    const other = await guest.open(new URL(link).hash);
    await other.getByRole('textbox', { name: 'Your name' }).fill('Tomo Kimura');
    await other.getByRole('button', { name: 'Join' }).click();
    await other
      .getByRole('navigation', { name: 'Views of the meeting' })
      .getByRole('link', { name: 'Run' })
      .click();
    await other.getByRole('textbox', { name: /^Minutes/ }).click();
    await other.keyboard.press('Control+End');
    await other.keyboard.type(' Tomo adds a line.');
    await page.getByText('Tomo adds a line.').first().waitFor();
    await page.getByRole('dialog').getByText('Tomo Kimura').waitFor();
    await shoot('share');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Live with 1/ }).waitFor();
    await shoot('run-together');
    await page.keyboard.press('Control+Shift+C');
    await page.getByRole('dialog', { name: 'Connection' }).waitFor();
    await shoot('connection');
    await page.keyboard.press('Escape');
  } finally {
    await guest.close();
  }
}

/** The sample meeting, through the palette, as it is offered wherever the library is not empty. */
async function sample(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('sample');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/m\/[^/]+\/plan$/);
  await page.getByRole('heading', { level: 1, name: /spring review/ }).waitFor();
}

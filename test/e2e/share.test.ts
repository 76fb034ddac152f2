// Sharing, joining and the state of the connection as their user meets them: the screens with others played by a test
// page, and the way in through the app itself.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { MeetingId } from '../../shared/domain/ids.ts';
import { inviteLink } from '../../shared/invite/find-invite.ts';
import { encodeInvite } from '../../shared/invite/invite-code.ts';
import type { Fake } from '../renderer/features/share/page/page.tsx';
import { type App, startApp } from './support/app.ts';
import { type BundledPage, bundlePage } from './support/bundled-page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Half an hour into the live item of the page's meeting. */
const NOW = '2026-03-11T18:29:24Z';
const RELAY = 'wss://relay.example.org/signal';

let bundled: BundledPage;
let page: Page;
let problems: string[];

beforeAll(async () => {
  bundled = await bundlePage('test/renderer/features/share/page');
});
afterAll(async () => {
  await bundled?.close();
});

declare global {
  interface Window {
    readonly fake: Fake;
  }
}

interface Look {
  readonly query?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
  readonly ownRelay?: boolean;
}

async function openMeeting(look: Look = {}): Promise<void> {
  const context = await bundled.browser.newContext({
    viewport: { width: look.width ?? 1440, height: 900 },
    colorScheme: look.colorScheme ?? 'light',
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page = await context.newPage();
  problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.clock.install({ time: NOW });
  if (look.ownRelay === false) await page.routeWebSocket(/signal/, (socket) => socket.close());
  await page.goto(`${bundled.url}${look.query ?? ''}`);
  await button('Share').waitFor();
}

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const dialog = (name: string) => page.getByRole('dialog', { name });
const asked = () => page.evaluate(() => window.fake.asked);
const live = () =>
  page.evaluate(() => window.fake.status({ state: 'live', peers: 2, lastConfirmedAt: null }));
const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

describe('with others played by the test', () => {
  afterEach(async () => {
    expect(problems).toEqual([]);
    await page.context().close();
  });

  describe('Share', () => {
    test('makes an invite at once where the page came from a relay, and copies it', async () => {
      await openMeeting();
      await page.getByRole('button', { name: 'Only on this computer' }).waitFor();
      await button('Share').click();
      const link = dialog('Share this meeting').getByRole('textbox', { name: 'Invite link' });
      const written = await link.inputValue();
      expect(written).toMatch(new RegExp(`^${bundled.url}#/join/v1\\.`));
      expect(await link.getAttribute('readonly')).not.toBeNull();
      await button('Copy').click();
      await button('Copied').waitFor();
      expect(await clipboard()).toBe(written);
      await button('Copy the code alone').click();
      await button('Code copied').waitFor();
      expect(await clipboard()).toBe(written.replace(/.*join\//, ''));
      // Loopback: nobody else gets there, so no camera is asked to, and the dialog says so.
      await page.getByText('Only this computer reaches this address.').waitFor();
      expect(await page.getByRole('img', { name: /invite link/ }).count()).toBe(0);
      expect(await asked()).toEqual([`share ${bundled.url.replace('http', 'ws')}signal`]);
    });

    test.each(['?unnamed', '?unnamed&shared'])('asks who one is where nobody said so: %s', async (query) => {
      await openMeeting({ query });
      await button('Share').click();
      const share = dialog('Share this meeting');
      await share.getByRole('textbox', { name: 'Invite link' }).waitFor();
      await share.getByText('this computer', { exact: true }).waitFor();
      await page.keyboard.type(' Mara Okafor ');
      await page.keyboard.press('Enter');
      await share.getByText('you, this computer').waitFor();
      await share.getByText('Mara Okafor', { exact: true }).waitFor();
      await page.keyboard.press('Escape');
      await button('Share').click();
      await share.getByRole('textbox', { name: 'Invite link' }).waitFor();
      expect(await share.getByRole('textbox', { name: 'Your name' }).count()).toBe(0);
    });

    test('takes the name when the dialog is closed over it', async () => {
      await openMeeting({ query: '?unnamed&shared' });
      await button('Share').click();
      await page.getByRole('textbox', { name: 'Your name' }).fill('Mara Okafor');
      await page.keyboard.press('Escape');
      await button('Share').click();
      await dialog('Share this meeting').getByText('Mara Okafor', { exact: true }).waitFor();
    });

    test('has the link selected where the page may not copy', async () => {
      await openMeeting({ query: '?shared' });
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
        document.execCommand = () => false;
      });
      await button('Share').click();
      await button('Copy').click();
      await page.getByText('This browser does not let pages copy.').waitFor();
      const selected = () =>
        page.getByRole('textbox', { name: 'Invite link' }).evaluate((field: HTMLInputElement) => {
          return field.selectionEnd === field.value.length && field.selectionStart === 0;
        });
      expect(await selected()).toBe(true);
    });

    test('copies without the clipboard interface, which guests over plain http do not have', async () => {
      await openMeeting({ query: '?shared' });
      await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
      await button('Share').click();
      await button('Copy').click();
      await button('Copied').waitFor();
    });

    test('offers the ways to a meeting point where none is known', async () => {
      await openMeeting({ ownRelay: false });
      await button('Share').click();
      await page.getByRole('link', { name: 'Set a relay...' }).waitFor();
      await page.getByText('The desktop app can be the meeting point of its network').waitFor();
      expect(await asked()).toEqual([]);
    });

    test('starts the relay of the desktop app for a network without internet', async () => {
      await openMeeting({ ownRelay: false, query: '?lan' });
      await button('Share').click();
      await button('Share on this network').click();
      const link = page.getByRole('textbox', { name: 'Invite link' });
      expect(await link.inputValue()).toMatch(/^http:\/\/192\.0\.2\.14:4718\/#\/join\/v1\./);
      await page.getByText('Runs here: 192.0.2.14:4718').waitFor();
    });

    test('takes the relay of Settings', async () => {
      await openMeeting({ ownRelay: false, query: `?relay=${encodeURIComponent(RELAY)}` });
      await button('Share').click();
      await page.getByRole('img', { name: /invite link/ }).waitFor();
      expect(await asked()).toEqual([`share ${RELAY}`]);
    });

    test('says what a new invite means before it makes one, and what leaving means before it leaves', async () => {
      await openMeeting({ query: '?shared' });
      await button('Share').click();
      const link = page.getByRole('textbox', { name: 'Invite link' });
      const first = await link.inputValue();
      await button('New invite...').click();
      await page.getByText('stays behind in the old room').waitFor();
      await button('Cancel').click();
      expect(await link.inputValue()).toBe(first);
      await button('New invite...').click();
      await button('Make a new invite').click();
      await page.getByText('New invite made.').first().waitFor();
      expect(await link.inputValue()).not.toBe(first);
      await button('Leave...').click();
      await page.getByText('The meeting stays on this computer').waitFor();
      await button('Leave').click();
      await page.getByRole('button', { name: 'Only on this computer' }).waitFor();
      expect((await asked()).slice(-2)).toEqual(['new invite', 'leave']);
    });
  });

  describe('the chip', () => {
    test('takes back "all confirmed" at once, and names a number only when it stays', async () => {
      await openMeeting({ query: '?shared' });
      await live();
      await button('Live with 2 · all confirmed').waitFor();
      await page.evaluate(() => window.fake.status({ state: 'live', peers: 2, unsent: 3 }));
      await button('Live with 2').waitFor();
      await page.clock.runFor(1_000);
      await button('Live with 2 · 3 changes on their way').waitFor();
      await live();
      await page.clock.runFor(400);
      await button('Live with 2 · all confirmed').waitFor();
    });
  });

  describe('the Connection panel', () => {
    test('opens beside the clock, not over it, and gives the focus back', async () => {
      for (const width of [1440, 1100, 900]) {
        await page?.context().close();
        await openMeeting({ query: '?shared', width });
        await live();
        await button(/^Live with 2/).click();
        const panel = await dialog('Connection').boundingBox();
        const clock = await page.getByRole('timer').first().boundingBox();
        if (!panel || !clock) throw new Error(`Not on screen at ${width}`);
        const apart =
          panel.x + panel.width <= clock.x ||
          panel.y >= clock.y + clock.height ||
          panel.x >= clock.x + clock.width;
        expect(apart, `at ${width}`).toBe(true);
        expect(panel.y + panel.height).toBeLessThanOrEqual(900);
        await page.keyboard.press('Escape');
        await dialog('Connection').waitFor({ state: 'detached' });
        expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
          /^Live with 2/,
        );
      }
    });

    test('leaves the minutes writable while it is open', async () => {
      await openMeeting({ query: '?shared', width: 1440 });
      await live();
      await button(/^Live with 2/).click();
      const minutes = page.getByRole('textbox', { name: /^Minutes/ });
      await minutes.click({ position: { x: 60, y: 12 } });
      await page.keyboard.type('Written beside the panel. ');
      await minutes.getByText(/Written beside the panel\./).waitFor();
      await dialog('Connection').waitFor();
    });

    test('says who has what, and does what it offers', async () => {
      await openMeeting({ query: '?shared' });
      await page.evaluate((relay) => {
        window.fake.status({ state: 'live', peers: 1, unsent: 2, hint: 'peer-dropped' });
        window.fake.people([
          { name: 'Rüya Aydın', path: 'relayed', rttMs: 310, upToDate: false },
          { name: 'Leila Sato', liveness: 'doubtful' },
        ]);
        window.fake.details({
          relays: [{ url: relay, state: 'up', members: 3 }],
          dropped: [{ device: 'device-9', name: 'Tomo Kimura', reason: 'sent data that is not valid' }],
          counters: { strikes: 3 },
        });
      }, RELAY);
      await button('Live with 1 · somebody was dropped').click();
      const panel = dialog('Connection');
      await panel.getByText('Somebody sends what cannot be read.').waitFor();
      await panel.getByText('through the relay, no direct way, catching up').waitFor();
      await panel.getByText(/^last seen \d+ s ago, trying again$/).waitFor();
      await panel.getByText('2 changes only here').waitFor();
      await panel.getByText('Details', { exact: true }).click();
      await panel.getByText('connected, 3 connections to this meeting').waitFor();
      expect(await panel.locator('[data-digest]').textContent()).toMatch(/^[0-9a-f]+$/);
      await button('Listen again').click();
      await button('Try now').click();
      await button('Copy report').click();
      await page.getByText('Report copied').waitFor();
      expect(await clipboard()).toContain('strikes: 3');
      expect(await clipboard()).not.toContain('Tomo');
      await panel.locator('label').filter({ hasText: 'Work offline' }).click();
      expect(await asked()).toEqual([`share ${RELAY}`, 'allow device-9', 'try now', 'offline']);
      expect(await button('Try now').isDisabled()).toBe(true);
    });
  });

  test('calls who gave no name somebody, with a sign instead of letters', async () => {
    await openMeeting({ query: '?shared' });
    await live();
    await page.evaluate(() => window.fake.people([{ user: 'mara', name: '' }]));
    const here = page.getByRole('list', { name: 'People here' });
    await here.getByRole('button', { name: /^Somebody/ }).waitFor();
    expect(await here.locator('svg').count()).toBe(1);
    expect(await here.textContent()).not.toContain('?');
    await page.getByRole('region', { name: 'Here now' }).getByText('Somebody', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Live with 2/ }).click();
    await dialog('Connection').getByText('Somebody', { exact: true }).waitFor();
  });

  test('a repair keeps both states, and each opens as a copy', async () => {
    await openMeeting({ query: '?shared' });
    const more = () => button('More for this meeting').click();
    const entry = page.getByRole('menuitem', { name: 'Kept versions...' });
    await more();
    await page.getByRole('menuitem', { name: 'Duplicate' }).waitFor();
    expect(await entry.count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.evaluate(() => window.fake.spoil());
    await page.clock.runFor(3_000);
    const notice = page.getByRole('region', { name: 'Notice' });
    await notice.getByRole('button', { name: 'Repair' }).click();
    await notice.getByText('Repaired.').waitFor();
    await notice.getByRole('button', { name: 'Kept versions...' }).click();
    const kept = dialog('Kept versions').getByRole('listitem');
    await kept.first().waitFor();
    expect(await kept.count()).toBe(2);
    expect(await kept.last().textContent()).toContain('fields held what they cannot hold');
    await page.keyboard.press('Escape');
    await more();
    await entry.click();
    await kept.filter({ hasText: 'The last good state' }).getByRole('button').click();
    await page.getByRole('heading', { name: 'Elsewhere' }).waitFor();
    expect(page.url()).toMatch(/copied/);
  });

  describe('a strip', () => {
    const offline = () => page.getByText('You are offline.', { exact: true });
    const cut = () => page.evaluate(() => window.fake.status({ state: 'offline', unsent: 12, since: null }));

    test('says that one is offline and leaves after twelve seconds; the chip stays', async () => {
      await openMeeting({ query: '?shared' });
      await live();
      await cut();
      await offline().waitFor();
      await page.getByRole('main', { name: 'Minutes' }).hover();
      await page.clock.runFor(13_000);
      await offline().waitFor({ state: 'detached' });
      await button('Offline · 12 changes nobody else has yet').waitFor();
    });

    test('stays while it is looked at', async () => {
      await openMeeting({ query: '?shared' });
      await live();
      await cut();
      await offline().hover();
      await page.clock.runFor(20_000);
      expect(await offline().count()).toBe(1);
    });

    test('is not pushed in while a key is held down', async () => {
      await openMeeting({ query: '?shared' });
      await live();
      await page.keyboard.down('a');
      await cut();
      await button(/^Offline/).waitFor();
      await page.clock.runFor(1_000);
      expect(await offline().count()).toBe(0);
      await page.keyboard.up('a');
      await offline().waitFor();
    });

    test('does not tell of being offline by choice', async () => {
      await openMeeting({ query: '?shared' });
      await live();
      await button(/^Live/).click();
      await page.locator('label').filter({ hasText: 'Work offline' }).click();
      await cut();
      await button(/^Offline/).waitFor();
      expect(await offline().count()).toBe(0);
    });

    test('leads to what was merged, which is stepped through by keys and leads to the item', async () => {
      await openMeeting({ query: '?shared' });
      await live();
      await page.evaluate(() => window.fake.merge());
      await page
        .getByRole('region', { name: 'Notice' })
        .getByText('Back online. 4 changes from 2 people merged, nothing was lost.')
        .waitFor();
      await button('Show changes').click();
      const panel = dialog('Changes merged');
      await panel.getByText('4 changes from Mara Okafor and Tomo Kimura').waitFor();
      await page.keyboard.press(']');
      await page.keyboard.press(']');
      await panel.getByText('2 of 4').waitFor();
      expect(await panel.locator('[aria-current]').textContent()).toContain('Could half of it run at night');
      await page.keyboard.press('[');
      await panel.getByText('1 of 4').waitFor();
      expect(await panel.locator('[aria-current] del').first().textContent()).toContain('80');
      await panel.getByRole('link', { name: 'Open item' }).click();
      await page.waitForURL(/\/run\/[^/]+$/);
      await panel.waitFor();
    });

    test('is silent about a small merge, which the panel still lists', async () => {
      await openMeeting({ query: '?shared' });
      await live();
      await page.evaluate(() => window.fake.merge({ worthAStrip: false }));
      await button(/^Live/).click();
      await page.getByText('4 changes from Mara Okafor and Tomo Kimura').waitFor();
      expect(await page.getByText('Back online.', { exact: true }).count()).toBe(0);
    });
  });

  describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
    test('axe finds nothing in any of it', async () => {
      await openMeeting({ query: '?shared', colorScheme });
      await page.evaluate((relay) => {
        window.fake.status({ state: 'live', peers: 1, unsent: 2, hint: 'other-version' });
        window.fake.people([
          { name: 'Rüya Aydın', rttMs: 310 },
          { name: 'Leila Sato', liveness: 'doubtful' },
        ]);
        window.fake.details({ relays: [{ url: relay, state: 'up', members: 3 }] });
        window.fake.log('Connected to relay.example.org', 'Rüya Aydın joined');
        window.fake.merge();
      }, RELAY);
      const found: string[] = [];
      const check = async (place: string) => {
        found.push(...(await violations(page)).map((violation) => `${place}: ${violation}`));
      };
      await page.getByText('Back online.', { exact: true }).waitFor();
      await check('merged strip');
      await button(/^Live with 1/).click();
      await dialog('Connection').getByText('Details', { exact: true }).click();
      await check('connection');
      await button('Show changes').click();
      await dialog('Changes merged').waitFor();
      await page.keyboard.press(']');
      await check('merged');
      await button('Share').click();
      await page.getByRole('img', { name: /invite link/ }).waitFor();
      await check('share');
      await button('New invite...').click();
      await page.getByText('Move to a new invite?').waitFor();
      await check('question');
      await button('Cancel').click();
      await page.keyboard.press('Escape');
      await page.evaluate(() => window.fake.status({ state: 'offline', unsent: 1 }));
      await page.getByText('You are offline.', { exact: true }).waitFor();
      await check('offline');
      await page.evaluate(() => {
        location.hash = '#/waiting';
      });
      await page.getByRole('heading', { name: 'Waiting for the others' }).waitFor();
      await check('waiting');
      expect(found).toEqual([]);
    });
  });
});

describe('joining', () => {
  let app: App;
  const invite = (title: string) => ({
    secret: crypto.getRandomValues(new Uint8Array(32)),
    meeting: `meeting-${Math.random().toString(36).slice(2)}` as MeetingId,
    title,
    relays: [`${app.url.replace('http', 'ws')}signal`],
  });

  afterEach(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  test('by a link: the secret goes from the address, the name is asked once, and one waits for the others', async () => {
    app = await startApp();
    const code = encodeInvite(invite('Spring review'));
    page = await app.open(`#/join/${code}`);
    await page.getByText('Spring review').waitFor();
    await page.waitForURL(/#\/join$/);
    expect(await page.getByRole('textbox', { name: 'Invite' }).inputValue()).toContain(code);
    expect(await page.title()).toBe('Join a meeting - Quorum');
    await button('Join').click();
    await page.getByText('Say who you are').waitFor();
    await page.getByRole('textbox', { name: 'Your name' }).fill('Jonas Lindqvist');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Waiting for the others' }).waitFor();
    await page.waitForURL(/#\/m\/meeting-/);
    await page.getByRole('link', { name: 'Back' }).click();
    await page.getByRole('link', { name: /^Jonas Lindqvist/ }).waitFor();
    await page.getByRole('button', { name: 'Join with an invite' }).click();
    expect(await page.getByRole('textbox', { name: 'Invite' }).inputValue()).toBe('');
    expect(await page.getByRole('textbox', { name: 'Your name' }).inputValue()).toBe('Jonas Lindqvist');
  });

  test('says what is wrong with an invite while it is pasted', async () => {
    app = await startApp();
    page = await app.open('#/join');
    const field = page.getByRole('textbox', { name: 'Invite' });
    const link = inviteLink(invite('Spring review'), app.url);
    await field.fill('see you at the meeting');
    await page.getByText('There is no invite in this text.').waitFor();
    await field.fill(link.slice(0, -20));
    await page.getByText('The end of this invite is missing.').waitFor();
    await field.fill(link.slice(0, -4) + (link.endsWith('AAAA') ? 'BBBB' : 'AAAA'));
    await page.getByText('This invite is damaged').waitFor();
    await field.fill(
      `> Hello Jonas,\n> this is the link:\n> ${link.slice(0, 60)}\n> ${link.slice(60)}\n> Ines`,
    );
    await page.getByText('Spring review').waitFor();
    await button('Join').click();
    await page.getByText('Say who you are').waitFor();
  });

  test('by an invite pasted on Home, and again into a meeting that is here', async () => {
    app = await startApp();
    page = await app.open();
    await page.getByRole('button', { name: /^Join with an invite/ }).waitFor();
    const given = invite('Spring review');
    const paste = () =>
      page.evaluate((text) => {
        const data = new DataTransfer();
        data.setData('text/plain', text);
        document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
      }, encodeInvite(given));
    await paste();
    await page.getByRole('textbox', { name: 'Your name' }).fill('Jonas Lindqvist');
    await button('Join').click();
    await page.getByRole('heading', { name: 'Waiting for the others' }).waitFor();
    await page.getByRole('link', { name: 'Back' }).click();
    await page.getByRole('button', { name: /^Join with an invite/ }).waitFor();
    await paste();
    await page.getByText('You are in this meeting already.').waitFor();
    await button('Open the meeting').click();
    await page.getByRole('heading', { name: 'Waiting for the others' }).waitFor();
  });

  test('is reached by the palette, and the panel by its key', async () => {
    app = await startApp();
    page = await app.open();
    await page.getByRole('button', { name: /^New meeting/ }).click();
    await page.getByRole('textbox', { name: 'Title of the meeting' }).fill('Board meeting');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Shift+C');
    await dialog('Connection').getByText('This meeting is only on this computer.').waitFor();
    await page.keyboard.press('Control+Shift+C');
    await dialog('Connection').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('share this');
    await page.keyboard.press('Enter');
    const link = page.getByRole('textbox', { name: 'Invite link' });
    expect(await link.inputValue()).toContain('#/join/v1.');
    await page.keyboard.press('Escape');
    await dialog('Share this meeting').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('join with');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Join a meeting' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('a relay in Settings is asked before it is believed', async () => {
    app = await startApp();
    page = await app.open('#/settings');
    const field = page.getByRole('textbox', { name: 'Relay for new invites' });
    await field.fill('not an address');
    await page.getByText('This is no address of a relay.').waitFor();
    expect(await button('Check').isDisabled()).toBe(true);
    await field.fill(app.url);
    await button('Check').click();
    await page.getByText(/^127\.0\.0\.1:\d+ answers, in \d+ ms\.$/).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    expect(await field.inputValue()).toBe(`${app.url.replace('http', 'ws')}signal`);
    expect(await violations(page)).toEqual([]);
  });
});

async function violations(on: Page): Promise<readonly string[]> {
  // Colours are measured where they stand: nothing may still be fading in.
  await on.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
  );
  await on.evaluate(`${AXE};0`);
  return on.evaluate(async () => {
    const axe = Reflect.get(window, 'axe');
    const { violations: list } = await axe.run(document, { iframes: false });
    return list.flatMap((entry: { id: string; nodes: { html: string }[] }) =>
      entry.nodes.map((node) => `${entry.id} ${node.html.slice(0, 160)}`),
    );
  });
}

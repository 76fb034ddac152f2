// One note-taker: a copy of the app in a browser, driven through what its user sees. Knows the accessible names of the
// screens; of the network only that it may fail.

import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { ROOT } from '../../../build/scripts/project.ts';
import { importPage } from '../../e2e/support/import-page.ts';
import type { Computer } from '../lab/lab.ts';
import { installInPage } from './in-page.ts';
import { until } from './until.ts';

const MEETING = join(ROOT, 'test', 'fixtures', 'pages', 'spring-review.md');

export interface Peer {
  readonly name: string;
  /** Where it runs in the laboratory; `null` on loopback. */
  readonly computer: Computer | null;
  readonly page: Page;
  /** What its pages threw or logged as errors; what a browser itself says of a lost network is none. */
  readonly problems: readonly string[];
  /** The words that this peer has written, each once. */
  readonly words: readonly string[];
  /** From Home: imports the meeting of the fixtures and opens its first item. */
  createMeeting(): Promise<void>;
  /** Gives the invite of the meeting on screen. */
  share(): Promise<string>;
  /** Pastes the invite at Home's "Join with an invite"; resolves when Join is pressed. */
  pressJoin(invite: string): Promise<void>;
  /** After `pressJoin`: resolves when the first copy is there and the minutes of `item` (an address) are on screen. */
  arrive(item: string): Promise<void>;
  /** Both. */
  join(invite: string, item: string): Promise<void>;
  /** The rest of the address of the meeting on screen: "#/m/.../run/...". */
  hash(): string;
  go(hash: string): Promise<void>;
  /** Types words of its own at the keyboard, in its own line. */
  type(count: number): Promise<void>;
  /** Writes words of its own all over the text, one change each, at once. */
  scatter(count: number): Promise<void>;
  /** Writes words of its own at the end of the last line, one change each. */
  append(count: number): Promise<void>;
  text(): Promise<string | null>;
  fingerprint(): Promise<string>;
  /** What the chip in the top bar says. */
  status(): Promise<string>;
  /** As the Connection panel shows it, with the counters beside it. */
  details(): Promise<{ readonly digest: string; readonly counters: Readonly<Record<string, number>> }>;
  /** The text that "Copy report" gives. On pages over plain http only, as those of the laboratory are. */
  report(): Promise<string>;
  /** Acts while the Connection panel is open. */
  inConnection<T>(act: (panel: Locator) => Promise<T>): Promise<T>;
  /** By the switch of the Connection panel. */
  setOffline(offline: boolean): Promise<void>;
  /** Ends the page without a word to the app, as a crash does, and opens the app again where it was. */
  restart(hash: string): Promise<void>;
  close(): Promise<void>;
}

export interface PeerOptions {
  readonly name: string;
  readonly computer: Computer | null;
  /** Address of the served app. */
  readonly url: string;
  readonly start: () => Promise<BrowserContext>;
  /** What this computer's clock is ahead, milliseconds. */
  readonly clockAhead?: number;
}

/** Chromium's own words for what the scenarios do to its network, and for a page that came over plain http. */
const NETWORK_WORDS =
  /WebSocket connection to|net::ERR_|Failed to load resource|Cross-Origin-Opener-Policy header has been ignored/;

export async function openPeer({ name, computer, url, start, clockAhead = 0 }: PeerOptions): Promise<Peer> {
  const random = createRandom(name);
  const problems: string[] = [];
  const words: string[] = [];
  let context = await enter();
  let page = await context.newPage();

  async function enter(): Promise<BrowserContext> {
    const entered = await start();
    await entered.addInitScript(installInPage);
    if (clockAhead !== 0) await entered.addInitScript(setClockAhead, clockAhead);
    entered.on('weberror', (error) => problems.push(`${name}: ${String(error.error())}`));
    entered.on('console', (message) => {
      if (message.type() === 'error' && !NETWORK_WORDS.test(message.text())) {
        problems.push(`${name}: ${message.text()}`);
      }
    });
    return entered;
  }

  const minutes = () => page.getByRole('textbox', { name: /^Minutes/ });
  const chip = () => page.locator('[data-connection-chip]');
  async function inConnection<T>(act: (panel: Locator) => Promise<T>): Promise<T> {
    await chip().click();
    const panel = page.getByRole('dialog', { name: 'Connection' });
    await panel.waitFor().catch((cause: unknown) => {
      throw new Error(`${name}: the Connection panel does not open`, { cause });
    });
    const result = await act(panel);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    return result;
  }

  const newWords = (count: number): readonly string[] => {
    const fresh = Array.from({ length: count }, (_, index) => `${name}${words.length + index};`);
    words.push(...fresh);
    return fresh;
  };
  const hash = () => new URL(page.url()).hash;

  async function go(to: string): Promise<void> {
    await page.goto(url + to);
    if (/\/run\/./.test(to)) await minutes().waitFor();
  }

  async function pressJoin(invite: string): Promise<void> {
    // Going where one is loads the page anew.
    if (hash() !== '#/join') await page.goto(`${url}#/join`);
    await page.getByRole('textbox', { name: 'Invite' }).fill(invite);
    await page.getByRole('textbox', { name: 'Your name' }).fill(name);
    await page.getByRole('button', { name: 'Join' }).click();
  }

  async function arrive(item: string): Promise<void> {
    await chip().waitFor();
    // The app opens a joined meeting at the view of its day, once the first copy has come.
    await until(`${name} sees the item`, 20_000, async () => {
      if (hash() !== item) await page.goto(url + item);
      return (await minutes().isVisible()) && hash() === item;
    });
  }

  await page.goto(`${url}#/`);
  return {
    name,
    computer,
    get page() {
      return page;
    },
    problems,
    words,
    hash,
    go,
    createMeeting: async () => {
      await importPage(page, MEETING);
      await page.goto(page.url().replace(/plan$/, 'run'));
      await page.waitForURL(/\/run\/./);
      await minutes().waitFor();
    },
    share: async () => {
      await page.getByRole('button', { name: 'Share' }).click();
      const dialog = page.getByRole('dialog', { name: 'Share this meeting' });
      const link = dialog.getByRole('textbox', { name: 'Invite link' });
      await link.waitFor();
      const invite = await link.inputValue();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      return invite;
    },
    pressJoin,
    arrive,
    join: async (invite, item) => {
      await pressJoin(invite);
      await arrive(item);
    },
    type: async (count) => {
      await page.evaluate((line) => window.inPage.toLine(line), `${name}: `);
      for (const word of newWords(count)) await page.keyboard.type(`${word} `);
    },
    scatter: async (count) => {
      const fresh = newWords(count);
      const at = fresh.map(random);
      await page.evaluate(([fresh, at]) => window.inPage.scatter(fresh, at), [fresh, at] as const);
    },
    append: (count) => page.evaluate((fresh) => window.inPage.append(fresh), newWords(count)),
    text: () => page.evaluate(() => window.inPage.text()),
    fingerprint: () => page.evaluate(() => window.inPage.fingerprint()),
    status: async () => (await chip().getAttribute('aria-label')) ?? '',
    details: () =>
      inConnection(async (panel) => {
        await panel.locator('summary', { hasText: 'Details' }).click();
        const digest = await panel.locator('[data-digest]').getAttribute('data-digest');
        const counters = await panel.locator('[data-counter]').evaluateAll(readNumbers);
        return { digest: digest ?? '', counters };
      }),
    inConnection,
    report: () =>
      inConnection(async (panel) => {
        await panel.locator('summary', { hasText: 'Details' }).click();
        await panel.getByRole('button', { name: 'Copy report' }).click();
        return until('the report is copied', 5_000, () => page.evaluate(() => window.inPage.copied || null));
      }),
    setOffline: (offline) =>
      inConnection(async (panel) => {
        const choice = panel.getByRole('switch', { name: 'Work offline' });
        if ((await choice.isChecked()) !== offline) await choice.locator('xpath=ancestor::label').click();
      }),
    restart: async (to) => {
      await context.close().catch(() => {});
      context = await enter();
      page = await context.newPage();
      await go(to);
    },
    close: () => context.close(),
  };
}

/** In the page. `Date.now` is the only clock of the calendar that the app reads. */
function setClockAhead(milliseconds: number): void {
  const real = Date.now.bind(Date);
  Date.now = () => real() + milliseconds;
}

/** In the page: the terms of lists whose descriptions are numbers. */
function readNumbers(cells: readonly Element[]): Readonly<Record<string, number>> {
  const counters = cells.map(
    (cell) =>
      [cell.getAttribute('data-counter') ?? '', Number(cell.textContent?.replaceAll(',', ''))] as const,
  );
  return Object.fromEntries(counters);
}

/** The same places in every run: Park and Miller's generator, seeded with the name. */
function createRandom(name: string): () => number {
  let state = [...name].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7) % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

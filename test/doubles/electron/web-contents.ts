// The page of a window: navigations and new windows are put to the app's handlers before Chromium may act on them.

import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type * as Electron from 'electron';
import type { Frame, Page, Request } from 'playwright-core';
import { toChromium, toElectron } from './addresses.ts';
import { dispatch } from './ipc-main.ts';
import { DELIVER, INVOKE, preloadScript } from './preload-script.ts';
import type { FakeSession } from './session.ts';
import { runningChromium } from './state.ts';

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];
type Implemented = Pick<
  Electron.WebContents,
  | 'id'
  | 'send'
  | 'isDestroyed'
  | 'reload'
  | 'getURL'
  | 'setWindowOpenHandler'
  | 'setBackgroundThrottling'
  | 'getBackgroundThrottling'
  | 'printToPDF'
  | 'executeJavaScript'
  | 'forcefullyCrashRenderer'
>;

const all = new Map<Page, FakeWebContents>();
const ownPages = new WeakSet<Page>();
let opening = 0;
let made = 0;

export class FakeWebContents extends EventEmitter implements Implemented {
  readonly id: number;
  readonly session: FakeSession;
  readonly #preferences: Electron.WebPreferences;
  #page: Promise<Page>;
  #expected: string | null = null;
  #openHandler: OpenHandler | null = null;
  #throttled = true;
  #destroyed = false;
  #url = '';

  constructor(session: FakeSession, preferences: Electron.WebPreferences) {
    super();
    made += 1;
    this.id = made;
    this.session = session;
    this.#preferences = preferences;
    session.gate = judgeNavigation;
    this.#page = this.#openPage();
  }

  async load(url: string): Promise<void> {
    const page = await this.#page;
    await this.session.permit(runningChromium(), url);
    this.#expected = url;
    this.#url = url;
    await page.goto(toChromium(url));
    this.emit('did-finish-load');
  }

  /** Puts a navigation that the page began to the app; true lets it happen. */
  allows(url: string, isMainFrame: boolean): boolean {
    if (isMainFrame && this.#expected === url) {
      this.#expected = null;
      return true;
    }
    const event = preventable({ url, isMainFrame });
    this.emit('will-frame-navigate', event);
    if (isMainFrame) this.emit('will-navigate', event);
    return !event.defaultPrevented;
  }

  allowsWindow(url: string): boolean {
    const details = {
      url,
      frameName: '',
      features: '',
      disposition: 'new-window',
    } as Electron.HandlerDetails;
    return (this.#openHandler?.(details).action ?? 'allow') === 'allow';
  }

  send(channel: string, payload: unknown): void {
    void this.#page
      .then((page) =>
        page.evaluate(
          ([deliver, name, value]) =>
            (window as never as Record<string, CallableFunction>)[deliver]?.(name, value),
          [DELIVER, channel, payload] as const,
        ),
      )
      .catch((error: unknown) => {
        if (!this.#destroyed) throw error;
      });
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  getURL(): string {
    return this.#url;
  }

  reload(): void {
    this.#page = this.#page.then(async (page) => {
      const address = page.url();
      const next = this.#crashed.has(page) ? await this.#openPage() : page;
      this.#expected = toElectron(address).replace(/#.*$/, '');
      await next.goto(address);
      if (next !== page) await page.close();
      return next;
    });
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  setBackgroundThrottling(allowed: boolean): void {
    this.#throttled = allowed;
  }

  getBackgroundThrottling(): boolean {
    return this.#throttled;
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const page = await this.#page;
    const cdp = await page.context().newCDPSession(page);
    const { data } = await cdp.send('Page.printToPDF', {
      printBackground: options.printBackground ?? false,
      preferCSSPageSize: options.preferCSSPageSize ?? false,
      generateTaggedPDF: options.generateTaggedPDF ?? false,
      generateDocumentOutline: options.generateDocumentOutline ?? false,
    });
    return Buffer.from(data, 'base64');
  }

  async executeJavaScript(code: string): Promise<unknown> {
    return (await this.#page).evaluate(code);
  }

  forcefullyCrashRenderer(): void {
    void this.#page.then(async (page) => {
      const cdp = await page.context().newCDPSession(page);
      // Its answer never comes: the page that would give it is gone.
      void cdp.send('Page.crash').catch(() => undefined);
    });
  }

  async destroy(): Promise<void> {
    if (this.#destroyed) return;
    this.#destroyed = true;
    const page = await this.#page;
    all.delete(page);
    await page.close();
    this.emit('destroyed');
  }

  readonly #crashed = new WeakSet<Page>();

  async #openPage(): Promise<Page> {
    const scripts = this.#preferences.javascript !== false;
    opening += 1;
    const context = await this.session.context(runningChromium(), scripts);
    const page = await context.newPage();
    ownPages.add(page);
    opening -= 1;
    all.set(page, this);
    page.on('crash', () => {
      this.#crashed.add(page);
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 139 });
    });
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.#url = toElectron(frame.url());
    });
    if (scripts && this.#preferences.preload) {
      await page.exposeBinding(INVOKE, ({ frame }, channel: string, payload: unknown) =>
        dispatch(channel, { sender: this, senderFrame: frameFacts(frame) }, payload),
      );
      await page.addInitScript({ content: preloadScript(readFileSync(this.#preferences.preload, 'utf8')) });
    }
    return page;
  }
}

/** The gate of every session: which page asks for this address, and does the app let it? */
function judgeNavigation(request: Request): 'go' | 'stop' {
  const url = toElectron(request.url());
  const frame = frameOf(request);
  const contents = frame && all.get(frame.page());
  if (frame && contents) return contents.allows(url, frame === frame.page().mainFrame()) ? 'go' : 'stop';
  // A page that no window has: a new window that one of ours wants to open.
  const opener = [...all.values()].at(-1);
  if (!opener || opener.allowsWindow(url)) return 'go';
  setImmediate(closeStrayPages);
  return 'stop';
}

function closeStrayPages(): void {
  if (opening > 0) return;
  for (const [page] of all) {
    for (const other of page.context().pages()) if (!ownPages.has(other)) void other.close();
  }
}

function frameOf(request: Request): Frame | null {
  try {
    return request.frame();
  } catch (error) {
    // Playwright's way to say that the frame of this navigation is not there yet.
    if (error instanceof Error) return null;
    throw error;
  }
}

function frameFacts(frame: Frame): Pick<Electron.WebFrameMain, 'url' | 'parent'> {
  const parent = frame.parentFrame();
  return { url: toElectron(frame.url()), parent: parent && (frameFacts(parent) as Electron.WebFrameMain) };
}

export function preventable<T extends object>(facts: T) {
  const event = {
    ...facts,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}

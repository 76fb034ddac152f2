// Sessions of the stand-in: a context of Chromium each, in which every request is answered here. What a custom scheme's
// handler serves is served; loopback servers of a test are reached; everything else is cut off.

import type * as Electron from 'electron';
import type { BrowserContext, Request as PageRequest, Route } from 'playwright-core';
import { addScheme, customScheme, privilegesOf, toChromium, toElectron } from './addresses.ts';
import type { Chromium } from './chromium.ts';
import { applyPermissions, type PermissionHandlers } from './permissions.ts';
import { state } from './state.ts';

type SchemeHandler = (request: Request) => Response | Promise<Response>;
type BeforeRequest = (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void;

/** Decides on navigations of the session's pages; set by the windows. */
export type NavigationGate = (request: PageRequest) => 'go' | 'stop';

export class FakeProtocol
  implements Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'unhandle' | 'isProtocolHandled'>
{
  readonly handlers = new Map<string, SchemeHandler>();

  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    if (state.isReady)
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const scheme of schemes) addScheme(scheme);
  }

  handle(scheme: string, handler: SchemeHandler): void {
    if (this.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    this.handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    if (!this.handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.handlers.has(scheme);
  }
}

export class FakeSession
  implements
    Pick<
      Electron.Session,
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'isPersistent'
    >
{
  readonly protocol = new FakeProtocol();
  readonly webRequest = {
    onBeforeRequest: (filter: BeforeRequest | null) => {
      this.#beforeRequest = filter;
    },
  };
  gate: NavigationGate = () => 'go';
  readonly #isDefault: boolean;
  readonly #permissions: PermissionHandlers = { request: null, check: null };
  #beforeRequest: BeforeRequest | null = null;
  #context: Promise<BrowserContext> | null = null;

  constructor(isDefault: boolean) {
    this.#isDefault = isDefault;
  }

  isPersistent(): boolean {
    return this.#isDefault;
  }

  setPermissionRequestHandler(handler: Parameters<Electron.Session['setPermissionRequestHandler']>[0]): void {
    this.#permissions.request =
      handler &&
      ((permission, url) =>
        new Promise((resolve) => {
          const details = { requestingUrl: url, isMainFrame: true } as Electron.PermissionRequest;
          handler({} as Electron.WebContents, permission as never, resolve, details);
        }));
  }

  setPermissionCheckHandler(handler: Parameters<Electron.Session['setPermissionCheckHandler']>[0]): void {
    this.#permissions.check =
      handler &&
      ((permission, origin) =>
        handler(null, permission as never, origin, { isMainFrame: true, requestingUrl: origin }));
  }

  setDevicePermissionHandler(): void {
    // Chromium without a screen has no devices to ask for.
  }

  /** The context, made with the first window; `scripts` counts then. */
  context(chromium: Chromium, scripts: boolean): Promise<BrowserContext> {
    this.#context ??= this.#open(chromium, scripts);
    return this.#context;
  }

  /** Tells Chromium what the handlers allow to a page of this address. */
  async permit(chromium: Chromium, address: string): Promise<void> {
    if (!this.#isDefault || customScheme(toChromium(address)) === null) return;
    const { protocol, host } = new URL(address);
    const origin = `${protocol}//${host}/`;
    await applyPermissions(chromium.browser, this.#permissions, origin, new URL(toChromium(address)).origin);
  }

  async #open(chromium: Chromium, scripts: boolean): Promise<BrowserContext> {
    const context = this.#isDefault
      ? chromium.defaultContext
      : await chromium.browser.newContext({ javaScriptEnabled: scripts });
    await context.route('**/*', (route, request) => this.#answer(route, request));
    await context.routeWebSocket(/^/, async (socket) => {
      const url = socket.url();
      if (isLoopback(url) && !(await this.#isCancelled(url))) socket.connectToServer();
      else await socket.close({ code: 3000, reason: 'blocked by client' });
    });
    return context;
  }

  async #answer(route: Route, request: PageRequest): Promise<void> {
    const url = toElectron(request.url());
    const scheme = customScheme(request.url());
    if (request.isNavigationRequest() && this.gate(request) === 'stop') return route.abort('aborted');
    if (await this.#isCancelled(url)) return route.abort('blockedbyclient');
    if (scheme === null) return isLoopback(url) ? route.continue() : route.abort('internetdisconnected');
    const handler = this.protocol.handlers.get(scheme);
    const isFetch = ['fetch', 'xhr'].includes(request.resourceType());
    if (!handler || (isFetch && !privilegesOf(scheme).supportFetchAPI)) return route.abort('failed');
    const response = await handler(
      new Request(url, { method: request.method(), headers: request.headers() }),
    );
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }

  #isCancelled(url: string): Promise<boolean> {
    const filter = this.#beforeRequest;
    if (!filter) return Promise.resolve(false);
    return new Promise((resolve) => filter({ url }, ({ cancel }) => resolve(cancel === true)));
  }
}

function isLoopback(url: string): boolean {
  return ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(url).hostname);
}

export const defaultSession = new FakeSession(true);
const partitions = new Map<string, FakeSession>();

export const session = {
  defaultSession,
  fromPartition: (partition: string) => {
    const known = partitions.get(partition) ?? new FakeSession(false);
    partitions.set(partition, known);
    return known;
  },
};

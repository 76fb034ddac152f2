// A page with nothing but the browser host in it, for test/e2e/browser-host.test.ts.

import { createBrowserHost } from '../../renderer/platform/browser.ts';

Object.assign(window, { host: createBrowserHost() });

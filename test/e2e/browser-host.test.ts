import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ServedApp, serveApp } from '../../build/scripts/serve.ts';
import { CHROMIUM_FLAGS, findChromium } from '../../build/scripts/tools.ts';
import type { Host } from '../../renderer/platform/host.ts';
import { MAX_FILE_BYTES } from '../../shared/ipc/limits.ts';

let folder: string;
let served: ServedApp;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quorum-host-'));
  const site = join(folder, 'site');
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: site,
      lib: {
        entry: join(import.meta.dirname, '..', 'doubles', 'browser-host-page.ts'),
        formats: ['es'],
        fileName: () => 'page.js',
      },
    },
  });
  await writeFile(
    join(site, 'index.html'),
    '<!doctype html><html lang="en"><head><title>Host</title><link rel="stylesheet" href="./page.css" /><script type="module" src="./page.js"></script></head><body></body></html>',
  );
  await writeFile(
    join(site, 'page.css'),
    "@font-face { font-family: 'Inter Variable'; font-weight: 100 900; src: url(./inter.woff2) format('woff2') }",
  );
  const font = '../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';
  await writeFile(join(site, 'inter.woff2'), await readFile(join(import.meta.dirname, font)));
  served = await serveApp(0, site);
  browser = await chromium.launch({ executablePath: findChromium() ?? '', args: [...CHROMIUM_FLAGS] });
});
afterAll(async () => {
  await browser.close();
  await served.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  page = await browser.newPage();
  await page.goto(served.url);
});
afterEach(() => page.close());

type HostWindow = { readonly host: Host };

/** The name and text of what the user opens, or the code of the error. */
function openFile(): Promise<string | null> {
  return page.evaluate(async () => {
    const { host } = window as never as HostWindow;
    try {
      const file = await host.openFile();
      return file && `${file.name}: ${new TextDecoder().decode(file.bytes)}`;
    } catch (error) {
      return `${(error as { code: string }).code}: ${(error as Error).message}`;
    }
  });
}

function saveFile(text: string): Promise<string> {
  return page.evaluate(async (content) => {
    const { host } = window as never as HostWindow;
    const bytes = new TextEncoder().encode(content);
    return host.saveFile({ name: 'minutes.md', type: 'text/markdown', bytes }).catch((error) => error.code);
  }, text);
}

describe('in a browser, opening a file', () => {
  test('gives its name and bytes', async () => {
    await writeFile(join(folder, 'page.md'), '# Größe');
    const chooser = page.waitForEvent('filechooser');
    const opened = openFile();
    await (await chooser).setFiles(join(folder, 'page.md'));
    expect(await opened).toBe('page.md: # Größe');
  });

  test('over the limit is refused in words', async () => {
    await writeFile(join(folder, 'large.md'), '');
    await truncate(join(folder, 'large.md'), MAX_FILE_BYTES + 1);
    const chooser = page.waitForEvent('filechooser');
    const opened = openFile();
    await (await chooser).setFiles(join(folder, 'large.md'));
    expect(await opened).toBe('too-large: large.md is larger than 64 MB, more than Quorum reads.');
  });

  test('that the user cancels gives nothing', async () => {
    await page.evaluate(() => {
      HTMLInputElement.prototype.click = function cancel() {
        this.dispatchEvent(new Event('cancel'));
      };
    });
    expect(await openFile()).toBeNull();
  });
});

describe('in a browser, saving a file', () => {
  test('without a picker is a download', async () => {
    await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
    const download = page.waitForEvent('download');
    expect(await saveFile('Größe')).toBe('saved');
    const file = await download;
    expect(file.suggestedFilename()).toBe('minutes.md');
    expect(await readFile(await file.path(), 'utf8')).toBe('Größe');
  });

  test('with a picker writes the file that was picked', async () => {
    await page.evaluate(async () => {
      const place = await navigator.storage.getDirectory();
      const picker = async (options: { suggestedName: string }) =>
        place.getFileHandle(options.suggestedName, { create: true });
      Object.assign(window, { showSaveFilePicker: picker });
    });
    expect(await saveFile('Größe')).toBe('saved');
    const text = await page.evaluate(async () => {
      const place = await navigator.storage.getDirectory();
      return (await (await place.getFileHandle('minutes.md')).getFile()).text();
    });
    expect(text).toBe('Größe');
  });

  test.each([
    ['AbortError', 'cancelled'],
    ['NotAllowedError', 'saved'],
  ])('with a picker that ends in %s is %s', async (name, outcome) => {
    await page.evaluate((cause) => {
      Object.assign(window, { showSaveFilePicker: () => Promise.reject(new DOMException('no', cause)) });
    }, name);
    expect(await saveFile('x')).toBe(outcome);
  });

  test.each([
    ['NotAllowedError', 'no-permission'],
    ['QuotaExceededError', 'disk-full'],
    ['NotFoundError', 'folder-missing'],
    ['InvalidStateError', 'failed'],
  ])('that ends in %s is told as %s', async (name, code) => {
    await page.evaluate((cause) => {
      const createWritable = () => Promise.reject(new DOMException('no', cause));
      Object.assign(window, { showSaveFilePicker: async () => ({ createWritable }) });
    }, name);
    expect(await saveFile('x')).toBe(code);
  });
});

describe('in a browser, a PDF', () => {
  test('is printed from a frame where no script runs, with its styles and the font of the app', async () => {
    const printed = await page.evaluate(async () => {
      let found: unknown = null;
      // The dialog of a browser cannot be seen by a test: what would be printed can.
      new MutationObserver(([change]) => {
        const frame = change?.addedNodes[0] as HTMLIFrameElement;
        frame.addEventListener('load', () => {
          const view = frame.contentWindow as Window & typeof globalThis;
          view.print = () => {
            const text = view.document.querySelector('p') as HTMLElement;
            const { color, fontFamily } = view.getComputedStyle(text);
            const loaded = [...view.document.fonts]
              .filter((face) => face.status === 'loaded')
              .map((face) => face.family);
            found = { text: text.textContent, color, fontFamily, loaded };
          };
        });
      }).observe(document.body, { childList: true });
      const { host } = window as never as HostWindow;
      const html =
        '<!doctype html><html lang="en"><head><title>Minutes</title><style>p { color: rgb(1, 2, 3); font-family: Inter }</style></head>' +
        '<body><p id="p">as written</p><script>p.textContent = "changed"</script><img src="x" onerror="p.textContent = \'changed\'"></body></html>';
      const outcome = await host.exportPdf({ html, name: 'minutes.pdf', paper: 'A4' });
      return { outcome, found };
    });
    expect(printed).toEqual({
      outcome: 'printed',
      found: { text: 'as written', color: 'rgb(1, 2, 3)', fontFamily: 'Inter', loaded: ['Inter'] },
    });
  });

  test('leaves one frame at most behind', async () => {
    const frames = await page.evaluate(async () => {
      const { host } = window as never as HostWindow;
      const job = { html: '<p>a</p>', name: 'a.pdf', paper: 'A4' } as const;
      for (let count = 0; count < 3; count += 1) await host.exportPdf(job);
      return document.querySelectorAll('iframe').length;
    });
    expect(frames).toBeLessThanOrEqual(1);
  });
});

describe('in a browser, the window', () => {
  test.each([true, false])('asks before it closes over something unsaved (%s)', async (unsaved) => {
    await page.evaluate((value) => {
      (window as never as HostWindow).host.setUnsaved(value);
    }, unsaved);
    const asked = await page.evaluate(() => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    });
    expect(asked).toBe(unsaved);
  });

  test('opens web addresses outside, without a way back, and no others', async () => {
    const opened = await page.evaluate(() => {
      const calls: unknown[] = [];
      window.open = (...args) => {
        calls.push(args);
        return null;
      };
      const { host } = window as never as HostWindow;
      for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'https://example.org/'])
        host.openExternal(url);
      return calls;
    });
    expect(opened).toEqual([['https://example.org/', '_blank', 'noopener,noreferrer']]);
  });
});

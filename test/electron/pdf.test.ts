import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LaunchedApp, launchApp, SHELL_RUNS_ON } from '../doubles/launch-app.ts';
import { type LoopbackServer, startLoopbackServer } from '../doubles/loopback-server.ts';
import { answerSaveDialog, linksOpened, recordLinks } from '../doubles/shell-answers.ts';

let folder: string;
let app: LaunchedApp;
let outside: LoopbackServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quorum-pdf-'));
  outside = await startLoopbackServer();
  app = await launchApp({ renderer: join(import.meta.dirname, 'page') });
});
afterAll(async () => {
  await app.dispose();
  await outside.close();
  await rm(folder, { recursive: true });
});

async function exportPdf(body: string, head = ''): Promise<string> {
  const page = await app.page();
  const html = `<!doctype html><html lang="en"><head><title>Minutes</title>
    <style>@page { size: A4 } body { font-family: Inter }</style>${head}</head><body>${body}</body></html>`;
  return page.evaluate(async (text) => {
    const answer = await window.desktop?.exportPdf({ html: text, name: 'minutes.pdf', paper: 'A4' });
    return answer?.ok ? answer.value : `${answer?.error.code}`;
  }, html);
}

describe('saving a PDF', () => {
  test('prints the page with tags, bookmarks and the fonts of the app', async () => {
    const path = join(folder, 'minutes.pdf');
    await answerSaveDialog(app, path);
    const body = '<h1>Spring review</h1><h2 id="a">Archive formats</h2><p>Decided: größer – λ</p>';
    expect(await exportPdf(`<nav><a href="#a">Archive formats</a></nav>${body}`)).toBe('saved');
    const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Page size:\s+59\d(\.\d+)? x 84\d(\.\d+)? pts \(A4\)/);
    expect(execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' })).toContain('Decided: größer – λ');
    expect(execFileSync('pdffonts', [path], { encoding: 'utf8' })).toMatch(/\+Inter/);
    expect(await readFile(path, 'latin1')).toMatch(/^%PDF-1\.\d/);
    expect(bookmarks(path)).toContain('Archive formats');
  });

  test('has the fonts that only the paper asks for', async () => {
    const path = join(folder, 'paper.pdf');
    await answerSaveDialog(app, path);
    const only =
      '<style>body { font-family: monospace } @media print { body { font-family: "Noto Sans Hebrew", Inter } }';
    expect(await exportPdf('<p>שלום and words</p>', `${only}</style>`)).toBe('saved');
    const fonts = execFileSync('pdffonts', [path], { encoding: 'utf8' });
    expect(fonts).toMatch(/\+NotoSansHebrew/);
    expect(fonts).toMatch(/\+Inter/);
    expect(fonts).not.toMatch(/mono/i);
  });

  test('runs nothing that is in it and asks nobody for anything', async () => {
    const path = join(folder, 'hostile.pdf');
    await answerSaveDialog(app, path);
    await recordLinks(app);
    const url = outside.url;
    const saved = await exportPdf(
      `<p id="p">as written</p>
      <script>document.getElementById('p').textContent = 'changed by a script'</script>
      <img src="${url}/image.png" onerror="document.getElementById('p').textContent = 'changed by a handler'">
      <iframe src="${url}/frame"></iframe><object data="${url}/object"></object>
      <video src="${url}/video" poster="${url}/poster"></video><svg><image href="${url}/svg"/></svg>
      <p style="background: url(${url}/background)">end</p>
      <iframe src="app://quorum/index.html"></iframe><iframe src="file:///etc/hostname"></iframe>`,
      `<link rel="stylesheet" href="${url}/style.css"><link rel="prefetch" href="${url}/prefetch">
      <style>@import url(${url}/import.css); @font-face { font-family: x; src: url(${url}/font) } p { font-family: x }</style>
      <meta http-equiv="refresh" content="0; url=${url}/refresh"><base href="${url}/">`,
    );
    expect(saved).toBe('saved');
    const text = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' });
    expect(text).toContain('as written');
    expect(text).not.toMatch(/changed|Small page/);
    expect(outside.hits).toEqual([]);
    expect(await linksOpened(app)).toEqual([]);
  });

  test.runIf(SHELL_RUNS_ON === 'stand-in')(
    'happens in a window that nobody sees and that runs no script',
    async () => {
      await app.evaluate(({ app: running }) => {
        running.once('browser-window-created', (_event, window) => {
          const { options } = window as never as { options: { show: boolean; webPreferences: object } };
          const { show, webPreferences } = options;
          const isOwn = !window.webContents.session.isPersistent();
          Object.assign(globalThis, {
            madeFor: { show, ...webPreferences, session: isOwn ? 'own' : 'default' },
          });
        });
      }, null);
      await answerSaveDialog(app, join(folder, 'quiet.pdf'));
      await exportPdf('<p>quiet</p>');
      const made = await app.evaluate(() => (globalThis as never as { madeFor: object }).madeFor, null);
      expect(made).toMatchObject({
        show: false,
        javascript: false,
        sandbox: true,
        contextIsolation: true,
        session: 'own',
      });
      expect(made).not.toHaveProperty('preload');
    },
  );

  test('that the user cancels prints and writes nothing', async () => {
    await answerSaveDialog(app, null);
    expect(await exportPdf('<p>never</p>')).toBe('cancelled');
  });

  test('to a place that is gone says so and leaves nothing', async () => {
    const path = join(folder, 'gone', 'minutes.pdf');
    await answerSaveDialog(app, path);
    expect(await exportPdf('<p>lost</p>')).toBe('folder-missing');
    expect(existsSync(path)).toBe(false);
  });

  test('leaves no window and no session behind', async () => {
    const windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null);
    expect(windows).toBe(1);
  });
});

/** The titles of the bookmarks, as poppler's converter lists them. */
function bookmarks(path: string): string {
  const xml = execFileSync('pdftohtml', ['-xml', '-stdout', '-i', path], { encoding: 'utf8' });
  return /<outline>[\s\S]*<\/outline>/.exec(xml)?.[0] ?? '';
}

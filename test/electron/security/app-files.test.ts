import { isAbsolute, join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAppFile, readAppFile } from '../../../electron/security/app-files.ts';

const ROOT = join(import.meta.dirname, '..', 'page');

describe('the file that an address names', () => {
  test.each([
    ['/', 'index.html', 'text/html; charset=utf-8'],
    ['/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['/assets/app-1.js', 'assets/app-1.js', 'text/javascript; charset=utf-8'],
    ['/a%20b.css', 'a b.css', 'text/css; charset=utf-8'],
    ['/fonts/Inter.WOFF2', 'fonts/Inter.WOFF2', 'font/woff2'],
  ])('%s is %s', (pathname, name, type) => {
    expect(findAppFile(ROOT, pathname)).toEqual({ path: join(ROOT, name), type });
  });

  test.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/..%2f..%2fpackage.json',
    '/..%5cpackage.json',
    '/.vite/manifest.json',
    '/%00index.html',
    '/%zz.html',
    '/C:/Windows/a.html',
    '/page.exe',
    '/folder',
  ])('%s is none', (pathname) => {
    expect(findAppFile(ROOT, pathname)).toBeNull();
  });

  test('is always inside the built page', () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '%5c',
      '/',
      '//',
      'a',
      '.html',
      'index.html',
      '%00',
      '~',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const file = findAppFile(ROOT, `/${parts.join('')}`);
        if (!file) return;
        const inside = relative(ROOT, file.path);
        expect(inside.startsWith('..') || isAbsolute(inside)).toBe(false);
      }),
    );
  });

  test('that is not there reads as nothing', async () => {
    expect(await readAppFile(join(ROOT, 'missing.html'))).toBeNull();
    expect(await readAppFile(ROOT)).toBeNull();
    expect(await readAppFile(join(ROOT, 'page.css'))).not.toBeNull();
  });
});

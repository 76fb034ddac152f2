import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newNonce } from '../../../electron/security/app-answer.ts';
import { answerAppRequest, registerAppScheme } from '../../../electron/security/app-protocol.ts';

const ROOT = join(import.meta.dirname, '..', 'page');
const get = (url: string, method = 'GET') => answerAppRequest({ url, method }, ROOT, () => 'n0nce');

describe('the scheme', () => {
  test('is standard, secure and nothing that weakens it', () => {
    const registered: unknown[] = [];
    registerAppScheme({ registerSchemesAsPrivileged: (schemes) => registered.push(...schemes) });
    expect(registered).toEqual([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
      },
    ]);
  });
});

describe('a request for the app', () => {
  test('gets the page with its policy and its nonce', async () => {
    const response = await get('app://quorum/');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("'nonce-n0nce'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toContain('<meta property="csp-nonce" nonce="n0nce">');
  });

  test('gets other files as they are', async () => {
    const response = await get('app://quorum/page.css');
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(await response.text()).toContain('rgb(1, 2, 3)');
  });

  test.each([
    ['another host', 'app://print/index.html', 'GET', 403],
    ['a host that only begins so', 'app://quorum.example.org/index.html', 'GET', 403],
    ['a name and password before the host', 'app://a:b@quorum/index.html', 'GET', 403],
    ['another scheme', 'http://quorum/index.html', 'GET', 403],
    ['a form', 'app://quorum/', 'POST', 405],
    ['a file that is not there', 'app://quorum/missing.js', 'GET', 404],
    ['a way out', 'app://quorum/..%2f..%2fpackage.json', 'GET', 404],
  ])('for %s is refused, with the policy', async (_what, url, method, status) => {
    const response = await get(url, method);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).toBe('');
  });

  test('gets a nonce that nobody can guess', () => {
    const nonces = new Set(Array.from({ length: 100 }, newNonce));
    expect(nonces.size).toBe(100);
    for (const nonce of nonces) expect(nonce).toMatch(/^[\w-]{22}$/);
  });
});

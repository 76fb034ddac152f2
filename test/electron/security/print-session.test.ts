import { describe, expect, test } from 'vitest';
import { DOCUMENT_URL, sealPrintSession } from '../../../electron/security/print-session.ts';

type Sealed = Parameters<typeof sealPrintSession>[0];
type Answer = (request: { url: string }) => Response;
type Filter = (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void;

function sealed() {
  const found: { answer?: Answer; filter?: Filter; permissions: boolean[] } = { permissions: [] };
  sealPrintSession(
    {
      protocol: { handle: (_scheme: string, handler: Answer) => Object.assign(found, { answer: handler }) },
      webRequest: { onBeforeRequest: (filter: Filter) => Object.assign(found, { filter }) },
      setPermissionRequestHandler: (handler: (a: null, b: string, answer: (yes: boolean) => void) => void) =>
        handler(null, 'notifications', (yes) => found.permissions.push(yes)),
      setPermissionCheckHandler: (handler: () => boolean) => found.permissions.push(handler()),
    } as unknown as Sealed,
    '<p>minutes</p>',
  );
  return found;
}

describe('the session of a page to be printed', () => {
  test('gives the page at its one address', async () => {
    const response = sealed().answer?.({ url: DOCUMENT_URL });
    expect(await response?.text()).toBe('<p>minutes</p>');
    expect(response?.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(sealed().answer?.({ url: 'app://print/other.html' }).status).toBe(404);
  });

  test.each([
    'https://example.org/a.png',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'app://quorum/index.html',
    'ws://a/',
  ])('refuses %s', (url) => {
    let cancelled: boolean | undefined;
    sealed().filter?.({ url }, ({ cancel }) => {
      cancelled = cancel;
    });
    expect(cancelled).toBe(true);
  });

  test('permits nothing', () => {
    expect(sealed().permissions).toEqual([false, false]);
  });
});

// The app's own scheme: `app://quorum/` is the built page, whole and read-only. Nothing else has that origin, and the
// page has no other.

import { randomBytes } from 'node:crypto';
import type { CustomScheme, Protocol } from 'electron';
import { findAppFile, readAppFile } from './app-files.ts';
import { APP_SCHEME, isAppUrl } from './app-origin.ts';
import { contentSecurityPolicy, withNonce } from './csp.ts';

export const APP_SCHEMES: CustomScheme[] = [
  {
    scheme: APP_SCHEME,
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
  },
];

/** Must run before the app is ready. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged(APP_SCHEMES);
}

/** Serves the files of `root` on the scheme, in the session that `protocol` belongs to. */
export function serveApp(protocol: Pick<Protocol, 'handle'>, root: string): void {
  protocol.handle(APP_SCHEME, (request) => answerAppRequest(request, root, newNonce));
}

export function newNonce(): string {
  return randomBytes(16).toString('base64url');
}

export async function answerAppRequest(
  request: Pick<Request, 'url' | 'method'>,
  root: string,
  makeNonce: () => string,
): Promise<Response> {
  const nonce = makeNonce();
  if (!isAppUrl(request.url)) return refuse(403, nonce);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, nonce);
  const file = findAppFile(root, new URL(request.url).pathname);
  const bytes = file && (await readAppFile(file.path));
  if (!file || !bytes) return refuse(404, nonce);
  const isPage = file.type.startsWith('text/html');
  const body = isPage ? new TextEncoder().encode(withNonce(new TextDecoder().decode(bytes), nonce)) : bytes;
  return new Response(body, { status: 200, headers: { ...headers(nonce), 'Content-Type': file.type } });
}

function refuse(status: number, nonce: string): Response {
  return new Response('', { status, headers: { ...headers(nonce), 'Content-Type': 'text/plain' } });
}

function headers(nonce: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
  };
}

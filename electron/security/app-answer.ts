// What a request for the built page gets, the same in the shell (app-protocol.ts) and from the relay over HTTP: which
// files, which policy. Knows neither Electron nor sockets.

import { randomBytes } from 'node:crypto';
import { findAppFile, readAppFile } from './app-files.ts';
import { contentSecurityPolicy, withNonce } from './csp.ts';

export interface AppAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

const NOTHING = new Uint8Array(0);

export function newNonce(): string {
  return randomBytes(16).toString('base64url');
}

/** `pathname` as it stands in the URL. `read` gives `null` for a file that is not there. */
export async function answerForApp(
  method: string,
  pathname: string,
  root: string,
  nonce: string,
  read: typeof readAppFile = readAppFile,
): Promise<AppAnswer> {
  if (method !== 'GET' && method !== 'HEAD') return refuse(405, nonce);
  const file = findAppFile(root, pathname);
  const bytes = file && (await read(file.path));
  if (!file || !bytes) return refuse(404, nonce);
  const isPage = file.type.startsWith('text/html');
  return {
    status: 200,
    headers: {
      ...policyHeaders(nonce),
      'Content-Type': file.type,
      // Files under assets/ carry a hash of their content in their name.
      'Cache-Control': pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
    body: isPage ? new TextEncoder().encode(withNonce(new TextDecoder().decode(bytes), nonce)) : bytes,
  };
}

export function refuse(status: number, nonce: string): AppAnswer {
  const headers = { ...policyHeaders(nonce), 'Content-Type': 'text/plain', 'Cache-Control': 'no-cache' };
  return { status, headers, body: NOTHING };
}

function policyHeaders(nonce: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
}

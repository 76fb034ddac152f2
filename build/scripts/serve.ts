// Serves dist/renderer on a loopback port, by the same rules as the shell's own scheme (which files, which policy): for
// `npm start` where Electron's binary is missing, and for the tests.
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { findAppFile, readAppFile } from '../../electron/security/app-files.ts';
import { contentSecurityPolicy, withNonce } from '../../electron/security/csp.ts';
import { ROOT } from './project.ts';

export interface ServedApp {
  readonly url: string;
  close(): Promise<void>;
}

/** Port 0 takes any free one. Rejects with the system's error (`EADDRINUSE`) when `port` is taken. */
export async function serveApp(port: number, folder = join(ROOT, 'dist', 'renderer')): Promise<ServedApp> {
  const server = createServer((request, response) => {
    answer(folder, request, response).catch((error: unknown) => {
      console.error(`Could not serve ${request.url}:`, error);
      response.destroy();
    });
  });
  await listen(server, port);
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pathname = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
  const file = request.method === 'GET' || request.method === 'HEAD' ? findAppFile(folder, pathname) : null;
  const bytes = file && (await readAppFile(file.path));
  const nonce = randomBytes(16).toString('base64url');
  const headers = {
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
  if (!file || !bytes) {
    response.writeHead(404, headers).end();
    return;
  }
  // Files under assets/ carry a hash of their content in their name.
  const caching = pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  response.writeHead(200, { ...headers, 'Content-Type': file.type, 'Cache-Control': caching });
  response.end(file.type.startsWith('text/html') ? withNonce(new TextDecoder().decode(bytes), nonce) : bytes);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

// The app's own scheme: `app://quorum/` is the built page, whole and read-only. Nothing else has that origin, and the
// page has no other.

import type { CustomScheme, Protocol } from 'electron';
import { answerForApp, newNonce, refuse } from './app-answer.ts';
import { APP_SCHEME, isAppUrl } from './app-origin.ts';

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

export async function answerAppRequest(
  request: Pick<Request, 'url' | 'method'>,
  root: string,
  makeNonce: () => string,
): Promise<Response> {
  const nonce = makeNonce();
  const { status, headers, body } = isAppUrl(request.url)
    ? await answerForApp(request.method, new URL(request.url).pathname, root, nonce)
    : refuse(403, nonce);
  return new Response(body, { status, headers });
}

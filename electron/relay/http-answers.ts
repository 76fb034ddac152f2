// What the relay says over plain HTTP: the built app, where it serves one, and whether it is well.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { answerForApp, newNonce, refuse } from '../security/app-answer.ts';
import { readAppFile } from '../security/app-files.ts';

const compress = promisify(gzip);
const WORTH_COMPRESSING = /^(?:text\/|application\/json|image\/svg)/;
const SMALL = 1_024;

export interface Answerer {
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** `app`: folder of the built page, or `null`. `health`: counts, and nothing that names anybody. */
export function createAnswerer(app: string | null, health: () => Readonly<Record<string, number>>): Answerer {
  /**
   * Hashed files stay in memory once asked for: a thousand guests who take one slowly share the same bytes. They are as
   * many as the build has.
   */
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer> | null>>();
  const compressed = new WeakMap<Uint8Array, Promise<Uint8Array>>();

  const read = (path: string): Promise<Uint8Array<ArrayBuffer> | null> => {
    if (!path.includes(`${sep}assets${sep}`)) return readAppFile(path);
    const reading = kept.get(path) ?? readAppFile(path);
    kept.set(path, reading);
    const forget = () => kept.delete(path);
    reading.then((bytes) => bytes ?? forget(), forget);
    return reading;
  };

  const shrink = (body: Uint8Array): Promise<Uint8Array> => {
    const shrinking = compressed.get(body) ?? compress(body);
    compressed.set(body, shrinking);
    return shrinking;
  };

  return {
    answer: async (request, response) => {
      const pathname = (request.url ?? '').split(/[?#]/, 1)[0] ?? '';
      if (pathname === '/health') {
        response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
        response.end(`${JSON.stringify(health())}\n`);
        return;
      }
      const nonce = newNonce();
      const {
        status,
        headers: all,
        body,
      } = app ? await answerForApp(request.method ?? '', pathname, app, nonce, read) : refuse(404, nonce);
      const headers = isTrustworthy(request) ? all : withoutOpener(all);
      const mayShrink =
        body.length > SMALL &&
        WORTH_COMPRESSING.test(headers['Content-Type'] ?? '') &&
        /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
      const sent = mayShrink ? await shrink(body) : body;
      const encoding = mayShrink ? { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' } : {};
      response.writeHead(status, { ...headers, ...encoding, 'Content-Length': sent.length });
      response.end(request.method === 'HEAD' ? undefined : sent);
    },
  };
}

/**
 * As a browser sees it (W3C Secure Contexts): over TLS, here or in front of a proxy, or on this computer. Anybody may claim
 * the proxy's header; it decides on nothing but one line in that one's own console.
 */
function isTrustworthy({ socket, headers }: IncomingMessage): boolean {
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  return (
    'encrypted' in socket ||
    headers['x-forwarded-proto'] === 'https' ||
    /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(host)
  );
}

/** Elsewhere Chromium ignores this header, and says so as an error in the console of each guest. */
function withoutOpener(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { 'Cross-Origin-Opener-Policy': _, ...others } = headers;
  return others;
}

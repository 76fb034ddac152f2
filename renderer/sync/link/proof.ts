// Two ends show each other that they know the room's secret before anything else is let through: each sends who it is
// with a fresh nonce, and answers with an HMAC over both of these and both DTLS certificates. Who only carries the
// signals, or answers us with our own words, cannot make it.

import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Hello } from './link-types.ts';

export interface Handshake {
  /** To be sent first. */
  readonly ownHello: Uint8Array;
  /** `answer`: send `proof()` now. `refused`: of another version, malformed, or out of turn. */
  takeHello(bytes: Uint8Array): 'answer' | 'refused';
  proof(): Uint8Array;
  takeProof(bytes: Uint8Array): 'proven' | 'refused';
  /** What the other end says of itself; to be believed once proven. */
  readonly theirs: Hello | null;
  readonly proven: boolean;
}

export interface HandshakeOptions {
  readonly hello: Hello;
  readonly proofKey: Uint8Array;
  /** Certificates of both ends, from the descriptions that DTLS has verified them against. */
  readonly fingerprints: { readonly local: string; readonly remote: string };
  readonly nonce: Uint8Array;
}

const LABEL = utf8ToBytes('quorum/link-proof/v1');
export const NONCE_BYTES = 32;
const MAX_NAME = 200;
const MAX_ID = 100;

export function createHandshake({ hello, proofKey, fingerprints, nonce }: HandshakeOptions): Handshake {
  const ownHello = encodeHello(hello, nonce);
  let theirHello: Uint8Array | null = null;
  let theirs: Hello | null = null;
  let proven = false;

  return {
    ownHello,
    takeHello: (bytes) => {
      const read = decodeHello(bytes);
      if (!read || theirHello || read.protocol !== hello.protocol) return 'refused';
      // An end that says our own words back, certificate included, is our own echo.
      if (fingerprints.local === fingerprints.remote || equalBytes(bytes, ownHello)) return 'refused';
      theirHello = bytes.slice();
      theirs = read;
      return 'answer';
    },
    proof: () => {
      if (!theirHello) throw new Error('A proof answers a hello, and none came');
      return tag(proofKey, fingerprints.local, ownHello, fingerprints.remote, theirHello);
    },
    takeProof: (bytes) => {
      if (!theirHello || proven) return 'refused';
      const expected = tag(proofKey, fingerprints.remote, theirHello, fingerprints.local, ownHello);
      proven = equalBytes(bytes, expected);
      return proven ? 'proven' : 'refused';
    },
    get theirs() {
      return theirs;
    },
    get proven() {
      return proven;
    },
  };
}

/** Each part with its length before it, so that no two divisions give the same input; the prover's come first. */
function tag(
  key: Uint8Array,
  ownPrint: string,
  ownHello: Uint8Array,
  otherPrint: string,
  otherHello: Uint8Array,
): Uint8Array {
  const parts = [LABEL, utf8ToBytes(ownPrint), ownHello, utf8ToBytes(otherPrint), otherHello];
  const framed = parts.flatMap((part) => {
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, part.length);
    return [length, part];
  });
  return hmac(sha256, key, concatBytes(...framed));
}

function encodeHello(hello: Hello, nonce: Uint8Array): Uint8Array {
  const { protocol, schema, user, device, session, client } = hello;
  const name = hello.name.slice(0, MAX_NAME);
  const text = JSON.stringify({ protocol, schema, user, device, session, client, name });
  return concatBytes(nonce, utf8ToBytes(text));
}

/** Never throws; a name that is too long was not cut by an app of ours. */
export function decodeHello(bytes: Uint8Array): Hello | null {
  if (bytes.length <= NONCE_BYTES) return null;
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(NONCE_BYTES)));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { protocol, schema, user, device, session, client, name } = value as Record<string, unknown>;
  if (!isCount(protocol) || !isCount(schema) || !isCount(client)) return null;
  if (!isText(user, 1, MAX_ID) || !isText(device, 1, MAX_ID) || !isText(session, 1, MAX_ID)) return null;
  if (!isText(name, 0, MAX_NAME)) return null;
  return { protocol, schema, user, device, session, client, name };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 0xffffffff;
}

function isText(value: unknown, shortest: number, longest: number): value is string {
  return typeof value === 'string' && value.length >= shortest && value.length <= longest;
}

/** In a time that says nothing of where two differ. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i += 1) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}

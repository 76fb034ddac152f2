// Closes what goes through the relay and opens what comes from it, with the room's key: the relay sees noise and can
// neither forge, nor move a message to another room, nor deliver one twice. Works without crypto.subtle, which a page
// from a plain http address does not have.

import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { fromBase64Url, toBase64Url } from '../../../shared/invite/base64url.ts';

const NONCE_BYTES = 24;
const TAG_BYTES = 16;

/** Letters of one sealed message; the relay passes on less than 64 KB. */
export const MAX_SEALED_LENGTH = 64_000;

/** How many messages are remembered, so that they are not let in again. Only members of the room can fill it. */
const REMEMBERED = 8_192;

export type Opened = { readonly value: unknown } | 'replayed' | 'not-ours';

export interface Seal {
  /** `null`: too large for the relay. */
  close(value: unknown): string | null;
  open(sealed: string): Opened;
}

/** `key`: 32 bytes. Own messages that come back count as replayed. */
export function createSeal(topic: string, key: Uint8Array): Seal {
  const about = new TextEncoder().encode(topic);
  const seen = new Set<string>();

  const remember = (nonce: string) => {
    seen.add(nonce);
    if (seen.size <= REMEMBERED) return;
    for (const oldest of seen) {
      seen.delete(oldest);
      break;
    }
  };

  return {
    close: (value) => {
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const text = new TextEncoder().encode(JSON.stringify(value));
      const closed = xchacha20poly1305(key, nonce, about).encrypt(text);
      const sealed = new Uint8Array(NONCE_BYTES + closed.length);
      sealed.set(nonce);
      sealed.set(closed, NONCE_BYTES);
      const letters = toBase64Url(sealed);
      if (letters.length > MAX_SEALED_LENGTH) return null;
      remember(toBase64Url(nonce));
      return letters;
    },
    open: (sealed) => {
      if (sealed.length > MAX_SEALED_LENGTH) return 'not-ours';
      const bytes = fromBase64Url(sealed);
      if (bytes === null || bytes.length <= NONCE_BYTES + TAG_BYTES) return 'not-ours';
      // 24 bytes are 32 whole letters, so the same nonce is always the same text.
      const nonce = sealed.slice(0, (NONCE_BYTES * 4) / 3);
      if (seen.has(nonce)) return 'replayed';
      const text = decrypt(key, bytes, about);
      if (text === null) return 'not-ours';
      remember(nonce);
      return parse(text);
    },
  };
}

function decrypt(key: Uint8Array, bytes: Uint8Array, about: Uint8Array): Uint8Array | null {
  try {
    return xchacha20poly1305(key, bytes.subarray(0, NONCE_BYTES), about).decrypt(bytes.subarray(NONCE_BYTES));
  } catch (error) {
    // The library's only word for a wrong tag is an Error; the lengths were checked before.
    if (error instanceof Error) return null;
    throw error;
  }
}

/** A member may send anything, so that even what opens may be no JSON. */
function parse(text: Uint8Array): Opened {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text)) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return 'not-ours';
    throw error;
  }
}

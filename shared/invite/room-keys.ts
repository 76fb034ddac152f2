// Everything that a room needs, from its one secret (HKDF-SHA256, RFC 5869). What the relay sees of it is noise.

import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { toBase64Url } from './base64url.ts';

export interface RoomKeys {
  /** The room's name at the relay: 22 letters. */
  readonly topic: string;
  /** Encrypts what goes through the relay; 32 bytes, like all that follow. */
  readonly signalKey: Uint8Array;
  /** Proves on an open link that the other end knows the secret. */
  readonly proofKey: Uint8Array;
  /** Wraps the keys of files. */
  readonly blobKey: Uint8Array;
}

const SALT = utf8ToBytes('quorum/sync/v1');

/** `secret` is 32 random bytes. */
export function deriveRoomKeys(secret: Uint8Array): RoomKeys {
  const derive = (info: string, length: number) => hkdf(sha256, secret, SALT, utf8ToBytes(info), length);
  return {
    topic: toBase64Url(derive('topic', 16)),
    signalKey: derive('signal', 32),
    proofKey: derive('member-proof', 32),
    blobKey: derive('blob', 32),
  };
}

// Bytes of attachments, by their content: the same file in ten meetings is kept once.

import { sha256 as sha256Here } from '@noble/hashes/sha2.js';
import type { LibraryDb } from './library-db.ts';

export interface StoredBlob {
  /** Lowercase hex. */
  readonly sha256: string;
  readonly size: number;
}

export async function putBlob(
  db: LibraryDb,
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
): Promise<StoredBlob> {
  const sha256 = await sha256Of(bytes);
  await db.blobs.put({ sha256, size: bytes.length, type, bytes });
  return { sha256, size: bytes.length };
}

/** `null` when it is not here, or no longer what its name says. */
export async function getBlob(db: LibraryDb, sha256: string): Promise<Blob | null> {
  const row = await db.blobs.get(sha256);
  if (!row) return null;
  const bytes = new Uint8Array(row.bytes);
  return (await sha256Of(bytes)) === sha256 ? new Blob([bytes], { type: row.type }) : null;
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // Only a secure context has `subtle`, which does not keep the page waiting.
  const subtle: SubtleCrypto | undefined = crypto.subtle;
  const digest = subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : sha256Here(bytes);
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

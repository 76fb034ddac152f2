import type { Page } from 'playwright-core';
import { crc32 } from '../../renderer/storage/checksum.ts';

/** Puts the document down as a verified snapshot, as the compactor leaves it after that many edits. */
export async function putMeeting(page: Page, meeting: string, snapshot: Uint8Array): Promise<void> {
  const bytes = Buffer.from(snapshot).toString('base64');
  const row = { bytes, crc: crc32(snapshot), id: meeting, at: Date.now() };
  await page.evaluate(async ({ bytes, crc, id, at }) => {
    const open = indexedDB.open('quorum');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const transaction = db.transaction(['meetings', 'snapshots', 'snapshotBytes'], 'readwrite');
    const binary = Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0));
    transaction.objectStore('meetings').put({ id, createdAt: at, deletedAt: null });
    const head = { meeting: id, through: 1, kind: 'rolling', at, verified: 1, floor: 0, crc };
    const added = transaction.objectStore('snapshots').add(head);
    added.onsuccess = () => {
      transaction.objectStore('snapshotBytes').add({ id: added.result, bytes: binary });
    };
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
    });
    db.close();
  }, row);
}

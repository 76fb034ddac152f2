import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { createUpdateLog, type UpdateLog } from '../../../renderer/storage/update-log.ts';
import type { Instant } from '../../../shared/domain/time.ts';

const now = () => 1_000 as Instant;

/** A disk that answers when the test says so. */
function slowDisk() {
  const rows: Uint8Array[] = [];
  const pending: { bytes: Uint8Array; resolve: () => void; reject: (error: Error) => void }[] = [];
  return {
    rows,
    pending,
    write: (bytes: Uint8Array) =>
      new Promise<void>((resolve, reject) => {
        pending.push({ bytes, resolve, reject });
      }),
    async finish(): Promise<void> {
      const next = pending.shift();
      if (!next) throw new Error('Nothing is being written');
      rows.push(next.bytes);
      next.resolve();
      await Promise.resolve();
      await Promise.resolve();
    },
    async refuse(name = 'QuotaExceededError'): Promise<void> {
      const next = pending.shift();
      if (!next) throw new Error('Nothing is being written');
      next.reject(new DOMException('refused by the test', name));
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

/** Types into a document whose updates go to the log. */
function writer(log: UpdateLog) {
  const doc = new Y.Doc();
  doc.on('update', (update: Uint8Array) => log.append(update));
  const text = doc.getText('t');
  return { type: (letters: string) => text.insert(text.length, letters), text: () => text.toString() };
}

function textOf(rows: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  for (const row of rows) Y.applyUpdate(doc, row);
  return doc.getText('t').toString();
}

describe('the update log', () => {
  test('collects what is typed during a write and puts it down as one row', async () => {
    const disk = slowDisk();
    const log = createUpdateLog({ write: disk.write, now });
    const { type } = writer(log);
    for (const letter of 'abcdefgh') type(letter);
    expect(disk.pending).toHaveLength(1);
    await disk.finish();
    expect(disk.pending).toHaveLength(1);
    await disk.finish();
    expect(disk.rows).toHaveLength(2);
    expect(textOf(disk.rows)).toBe('abcdefgh');
  });

  test('says saved only when the last letter is durable', async () => {
    const disk = slowDisk();
    const log = createUpdateLog({ write: disk.write, now });
    const states: string[] = [];
    log.onStatus(({ state }) => states.push(state));
    const { type } = writer(log);
    type('a');
    type('b');
    await disk.finish();
    expect(log.status.state).toBe('saving');
    await disk.finish();
    expect(log.status).toEqual({ state: 'saved', problem: null, savedAt: 1_000 });
    expect(states).toEqual(['saving', 'saved']);
  });

  test('keeps everything in memory when the disk is full, and says so', async () => {
    const disk = slowDisk();
    const log = createUpdateLog({ write: disk.write, now });
    const { type } = writer(log);
    type('a');
    type('b');
    await disk.refuse();
    type('c');
    expect(log.status.state).toBe('failed');
    expect(log.status.problem).toMatchObject({ code: 'disk-full', message: 'Not saved: the disk is full.' });
    expect(disk.pending).toHaveLength(0);
    log.retry();
    await disk.finish();
    expect(log.status.state).toBe('saved');
    expect(textOf(disk.rows)).toBe('abc');
  });

  test('tries again by itself', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const disk = slowDisk();
      const log = createUpdateLog({ write: disk.write, now, retryEvery: 5_000 });
      writer(log).type('a');
      await disk.refuse();
      vi.advanceTimersByTime(5_000);
      expect(disk.pending).toHaveLength(1);
      await disk.refuse();
      expect(disk.pending).toHaveLength(0);
      vi.advanceTimersByTime(5_000);
      await disk.finish();
      expect(log.status.state).toBe('saved');
    } finally {
      vi.useRealTimers();
    }
  });

  test('is still failed while it tries again, until everything is down', async () => {
    const disk = slowDisk();
    const log = createUpdateLog({ write: disk.write, now });
    const { type } = writer(log);
    type('a');
    await disk.refuse();
    log.retry();
    expect(log.status.state).toBe('failed');
    type('b');
    await disk.finish();
    expect(log.status.state).toBe('saving');
    await disk.finish();
    expect(log.status.state).toBe('saved');
  });

  test('in a hurry does not wait for the write in flight', async () => {
    const disk = slowDisk();
    const log = createUpdateLog({ write: disk.write, now });
    const { type } = writer(log);
    type('a');
    type('b');
    log.hurry();
    expect(disk.pending).toHaveLength(2);
    await disk.finish();
    expect(log.status.state).toBe('saving');
    await disk.finish();
    expect(log.status.state).toBe('saved');
    expect(textOf(disk.rows)).toBe('ab');
  });

  test('settles when nothing is in flight, also when the disk refuses', async () => {
    const disk = slowDisk();
    const log = createUpdateLog({ write: disk.write, now });
    expect((await log.settled()).state).toBe('saved');
    writer(log).type('a');
    const settled = log.settled();
    await disk.refuse('UnknownError');
    expect((await settled).problem?.code).toBe('storage-broken');
    log.retry();
    await disk.finish();
  });

  test('loses nothing and never lies in any interleaving of typing, writes and failures', async () => {
    const step = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          do: fc.constant('type' as const),
          letters: fc.string({ minLength: 1, maxLength: 3 }),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          do: fc.constantFrom('finish' as const, 'refuse' as const, 'retry' as const, 'hurry' as const),
        }),
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const disk = slowDisk();
        const log = createUpdateLog({ write: disk.write, now });
        const { type, text } = writer(log);
        for (const next of steps) {
          if (next.do === 'type') type(next.letters);
          else if (next.do === 'retry') log.retry();
          else if (next.do === 'hurry') log.hurry();
          else if (disk.pending.length > 0) await disk[next.do]();
          if (log.status.state === 'saved') expect(textOf(disk.rows)).toBe(text());
        }
        log.retry();
        while (disk.pending.length > 0) {
          await disk.finish();
          log.retry();
        }
        expect(log.status.state).toBe('saved');
        expect(textOf(disk.rows)).toBe(text());
      }),
    );
  });
});

import { describe, expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { watchHealth } from '../../../renderer/session/health.ts';
import { createMeeting, editMeta } from '../../../shared/doc/commands/meeting.ts';
import type { Instant } from '../../../shared/domain/time.ts';

/** A meeting that somebody spoils in three steps, and the document here that gets them. */
function start() {
  vi.useFakeTimers();
  const there = new Y.Doc();
  createMeeting(there, { title: 'Planning', timeZone: null, createdAt: 0 as Instant });
  const here = new Y.Doc();
  Y.applyUpdate(here, Y.encodeStateAsUpdate(there));
  const found: string[] = [];
  const health = watchHealth(
    here,
    () => true,
    (problem) => found.push(problem),
  );
  // It looks once by itself.
  vi.advanceTimersByTime(1);
  onTestFinished(() => {
    health.dispose();
    vi.useRealTimers();
  });
  const step = (write: () => void): Uint8Array => {
    let update: Uint8Array = new Uint8Array();
    there.once('update', (bytes: Uint8Array) => {
      update = bytes;
    });
    write();
    return update;
  };
  const title = (value: unknown) => step(() => there.getMap('meta').set('title', value));
  return { there, here, found, title, step };
}

describe('the health of a document', () => {
  test('is looked at a second after something came in', () => {
    const { here, found, title } = start();
    Y.applyUpdate(here, title(42));
    vi.advanceTimersByTime(900);
    expect(found).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(found).toEqual(['fields held what they cannot hold']);
  });

  test('is not judged while something that came builds on what has not', () => {
    const { here, there, found, title, step } = start();
    const [spoilt, between] = [title(42), title('Whole')];
    const last = step(() => editMeta(there, { series: 'A' }));
    Y.applyUpdate(here, spoilt);
    Y.applyUpdate(here, last);
    vi.advanceTimersByTime(5_000);
    Y.applyUpdate(here, between);
    vi.advanceTimersByTime(20_000);
    expect(found).toEqual([]);
  });

  test('is judged in the end, though somebody sends what builds on nothing', () => {
    const { here, there, found, title, step } = start();
    Y.applyUpdate(here, title(42));
    title('Whole');
    Y.applyUpdate(
      here,
      step(() => editMeta(there, { series: 'A' })),
    );
    vi.advanceTimersByTime(12_000);
    expect(found).toEqual(['fields held what they cannot hold']);
  });
});

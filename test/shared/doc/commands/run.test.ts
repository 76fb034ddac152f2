import { describe, expect, test } from 'vitest';
import { appendRunEvent } from '../../../../shared/doc/commands/run.ts';
import { readMeeting } from '../../../../shared/doc/read-meeting.ts';
import { runOf } from '../../../../shared/doc/schema.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import type { RunEvent } from '../../../../shared/domain/run-event.ts';
import { createScene } from '../peers.ts';

describe('the run', () => {
  const event = (id: string, extra: object): RunEvent =>
    ({ id, at: 1, by: 'Anna', ...extra }) as unknown as RunEvent;

  test('D50: is a log that passes over what it does not know and counts an id once', () => {
    const { doc } = createScene();
    const start = event('1', { type: 'start', item: 'x' as ItemId });
    expect(appendRunEvent(doc, start)).toBe(true);
    expect(appendRunEvent(doc, start)).toBe(false);
    const odd = [
      null,
      3,
      [],
      { type: 'dance', id: 'd', at: 1, by: '' },
      { ...start, id: '' },
      { ...start, id: '2', item: 'no id' },
      { type: 'toString' },
    ];
    const broken = [
      event('2', { type: 'next', from: 'x' }),
      event('3', { type: 'extend', item: 'x', minutes: '5' }),
    ];
    runOf(doc).push([...odd, ...broken, { ...start, by: 'twice' }, event('4', { type: 'pause', extra: 1 })]);
    expect(readMeeting(doc).run).toEqual([start, event('4', { type: 'pause' })]);
    expect(runOf(doc).length).toBe(12);
  });
});

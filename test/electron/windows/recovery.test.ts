import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { recoverWindow } from '../../../electron/windows/recovery.ts';

class FakeContents extends EventEmitter {
  reloads = 0;
  reload(): void {
    this.reloads += 1;
  }
}

function start(answer: boolean) {
  const contents = new FakeContents();
  const did: string[] = [];
  let time = 0;
  const ask = (question: string) => async () => {
    did.push(question);
    return answer;
  };
  recoverWindow(contents as never, {
    log: (event, details) => did.push(`${event} ${JSON.stringify(details)}`),
    now: () => time,
    onGone: () => did.push('gone'),
    askAfterDeaths: ask('ask after deaths'),
    askUnresponsive: ask('ask unresponsive'),
    giveUp: () => did.push('give up'),
  });
  const die = async (after: number, reason = 'crashed') => {
    time += after;
    contents.emit('render-process-gone', {}, { reason, exitCode: 5 });
    await settled();
  };
  return { contents, did, die };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a page that dies', () => {
  test('is loaded again, and logged without an address', async () => {
    const { contents, did, die } = start(true);
    await die(0);
    expect(contents.reloads).toBe(1);
    expect(did).toEqual(['page-gone {"reason":"crashed","exitCode":5}', 'gone']);
  });

  test('now and then is always loaded again', async () => {
    const { contents, did, die } = start(false);
    for (let count = 0; count < 10; count += 1) await die(61_000);
    expect(contents.reloads).toBe(10);
    expect(did).not.toContain('ask after deaths');
  });

  test('again and again is a question to the user', async () => {
    const { contents, did, die } = start(false);
    for (let count = 0; count < 3; count += 1) await die(1_000);
    expect(contents.reloads).toBe(2);
    expect(did.slice(-2)).toEqual(['ask after deaths', 'give up']);
  });

  test('because it was closed is left alone', async () => {
    const { contents, did, die } = start(true);
    await die(0, 'clean-exit');
    expect([contents.reloads, did]).toEqual([0, []]);
  });
});

describe('a page that does not answer', () => {
  test('is loaded again when the user says so', async () => {
    const { contents, did } = start(true);
    contents.emit('unresponsive');
    await settled();
    expect(contents.reloads).toBe(1);
    expect(did).toEqual(['page-unresponsive {}', 'ask unresponsive', 'gone']);
  });

  test('is waited for when the user says so, and asked about once at a time', async () => {
    const { contents, did } = start(false);
    contents.emit('unresponsive');
    contents.emit('unresponsive');
    await settled();
    expect(contents.reloads).toBe(0);
    expect(did.filter((each) => each === 'ask unresponsive')).toHaveLength(1);
  });
});

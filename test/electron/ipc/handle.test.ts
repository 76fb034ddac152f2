import { describe, expect, test } from 'vitest';
import { answerRequest, type Handlers, handleRequests } from '../../../electron/ipc/handle.ts';
import { ok } from '../../../shared/base/result.ts';
import { PAYLOAD_CHECKS } from '../../../shared/ipc/payload-checks.ts';

interface Frame {
  readonly url: string;
  readonly parent: Frame | null;
}

const APP: Frame = { url: 'app://quorum/index.html#/m/1/run', parent: null };

/** What came to the handler, and what the window was told. */
async function ask(frame: Frame | null, payload: unknown) {
  const handled: unknown[] = [];
  const reported: unknown[] = [];
  const answer = await answerRequest(
    'window:keep-awake',
    (value) => {
      handled.push(value);
      return ok(null);
    },
    { senderFrame: frame, sender: {} } as never,
    payload,
    (event) => reported.push(event),
  );
  return { answer, handled, reported };
}

describe('a message to the main process', () => {
  test('from the app comes to its handler', async () => {
    const { answer, handled } = await ask(APP, true);
    expect(answer).toEqual({ ok: true, value: null });
    expect(handled).toEqual([true]);
  });

  test.each<[string, Frame | null]>([
    ['a page of the web', { url: 'https://example.org/?app://quorum/', parent: null }],
    ['a page that names the app as a user', { url: 'https://app://quorum/', parent: null }],
    ['a file', { url: 'file:///app/quorum/index.html', parent: null }],
    ['the page that is printed', { url: 'app://print/document.html', parent: null }],
    ['an empty frame', { url: 'about:blank', parent: null }],
    ['a frame inside the app, even of the app itself', { url: 'app://quorum/', parent: APP }],
    ['a frame that is gone', null],
  ])('from %s is refused before it is read', async (_who, frame) => {
    const { answer, handled } = await ask(frame, true);
    expect(answer).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(handled).toEqual([]);
  });

  test.each([undefined, null, 'true', 1, {}, []])('with the payload %j is refused', async (payload) => {
    const { answer, handled } = await ask(APP, payload);
    expect(answer).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(handled).toEqual([]);
  });

  test('whose handler throws gets a plain answer; the reason stays here', async () => {
    const reported: unknown[] = [];
    const answer = await answerRequest(
      'window:keep-awake',
      () => {
        throw new Error('secret place');
      },
      { senderFrame: APP, sender: {} } as never,
      true,
      (event, error) => reported.push([event, String(error)]),
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'failed' } });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(reported).toEqual([['window:keep-awake', 'Error: secret place']]);
  });
});

test('every channel of the contract is answered, and no other', () => {
  const channels: string[] = [];
  const handlers = Object.fromEntries(
    Object.keys(PAYLOAD_CHECKS).map((channel) => [channel, () => ok(null)]),
  ) as unknown as Handlers;
  handleRequests({ handle: (channel) => void channels.push(channel) }, handlers, () => {});
  expect(channels.sort()).toEqual(Object.keys(PAYLOAD_CHECKS).sort());
});

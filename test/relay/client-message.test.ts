import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readClientMessage } from '../../electron/relay/client-message.ts';

const TOPIC = 'AbCdEfGhIjKlMnOpQrStU_';
const read = (value: unknown) => readClientMessage(JSON.stringify(value), 8);

describe('a message from a client', () => {
  test.each([
    { type: 'ping' },
    { type: 'subscribe', topics: [TOPIC] },
    { type: 'unsubscribe', topics: [] },
    { type: 'publish', topic: TOPIC, data: 'abc-_123' },
  ])('%j is read as it is', (message) => {
    expect(read(message)).toEqual(message);
  });

  test('loses what does not belong to it', () => {
    expect(read({ type: 'publish', topic: TOPIC, data: 'abc', from: 'me', type2: 1 })).toEqual({
      type: 'publish',
      topic: TOPIC,
      data: 'abc',
    });
  });

  test.each([
    ['a readable payload', { type: 'publish', topic: TOPIC, data: { type: 'announce', from: 'a' } }],
    ['a payload that would break out of its quotes', { type: 'publish', topic: TOPIC, data: '","x":"' }],
    ['an empty payload', { type: 'publish', topic: TOPIC, data: '' }],
    ['a topic somebody can read', { type: 'publish', topic: 'weekly-meeting-of-team', data: 'abc!' }],
    ['a short topic', { type: 'subscribe', topics: ['abc'] }],
    ['a topic with more after it', { type: 'subscribe', topics: [`${TOPIC}\n`] }],
    ['too many topics', { type: 'subscribe', topics: Array(9).fill(TOPIC) }],
    ['topics that are none', { type: 'subscribe', topics: { length: 1, 0: TOPIC } }],
    ['an unknown type', { type: 'members', topic: TOPIC, count: 1 }],
    ['a list', [{ type: 'ping' }]],
    ['nothing', null],
  ])('with %s is refused', (_what, value) => {
    expect(read(value)).toBeNull();
  });

  test.each(['', '{', '{"type":"ping"', '\u0000', '['.repeat(100_000), '{"__proto__":{"type":"ping"}}'])(
    'that is no JSON of ours is refused (case %#)',
    (text) => {
      expect(readClientMessage(text, 8)).toBeNull();
    },
  );

  test('never throws, and what it lets through has only the fields of its kind', () => {
    const near = fc.record(
      {
        type: fc.constantFrom('ping', 'publish', 'subscribe', 'unsubscribe', 'x'),
        topic: fc.oneof(fc.constant(TOPIC), fc.string()),
        topics: fc.oneof(fc.array(fc.oneof(fc.constant(TOPIC), fc.anything())), fc.anything()),
        data: fc.oneof(fc.string(), fc.anything()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          near.map((value) => JSON.stringify(value)),
        ),
        (text) => {
          const message = readClientMessage(text, 8);
          if (message?.type === 'publish') {
            expect(Object.keys(message)).toEqual(['type', 'topic', 'data']);
            expect(`${message.topic}${message.data}`).toMatch(/^[\w-]{23,}$/);
          } else if (message && message.type !== 'ping') {
            expect(message.topics.every((topic) => /^[\w-]{22}$/.test(topic))).toBe(true);
          }
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPeerMessage } from '../../../../renderer/sync/signal/peer-message.ts';
import { readRelayMessage } from '../../../../renderer/sync/signal/relay-message.ts';

describe('what a peer sends', () => {
  const signal = { n: 'a', g: 0 };

  test.each([
    { type: 'announce', from: 'a' },
    { type: 'signal', from: 'a', to: 'b', signal },
  ])('%j is read', (message) => {
    expect(readPeerMessage({ ...message, token: 1, more: 'x' })).toEqual(message);
  });

  test.each([
    [
      'an offer as simple-peer has it',
      { type: 'signal', from: 'a', to: 'b', signal: { type: 'offer', sdp: '' } },
    ],
    ['an answer for nobody', { type: 'signal', from: 'a', to: 'b', signal: { type: 'answer' } }],
    ['a signal to nobody', { type: 'signal', from: 'a', signal }],
    ['no signal', { type: 'signal', from: 'a', to: 'b', signal: null }],
    ['a signal of letters', { type: 'signal', from: 'a', to: 'b', signal: 'offer' }],
    ['a list of signals', { type: 'signal', from: 'a', to: 'b', signal: [signal] }],
    ['no sender', { type: 'announce' }],
    ['a sender without end', { type: 'announce', from: 'a'.repeat(65) }],
    ['a sender that is a number', { type: 'announce', from: 7 }],
    ['another type', { type: 'toString', from: 'a' }],
    ['a list', [{ type: 'announce', from: 'a' }]],
    ['nothing', null],
  ])('with %s is not', (_what, value) => {
    expect(readPeerMessage(value)).toBeNull();
  });

  test('of any other kind never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => void readPeerMessage(value)));
  });
});

describe('what the relay says', () => {
  const read = (value: unknown) => readRelayMessage(JSON.stringify(value));
  const turn = { urls: ['turn:t.example:3478?transport=udp'], username: '1:a', credential: 'b' };

  test.each([
    { type: 'pong' },
    { type: 'publish', topic: 't', data: 'abc' },
    { type: 'members', topic: 't', count: 3 },
    { type: 'ice', servers: [{ urls: ['stun:[2001:db8::1]:3478'] }, turn] },
    { type: 'refused', reason: 'room-full', topic: 't' },
  ])('%j is read', (message) => {
    expect(read({ ...message, more: 1 })).toEqual(message);
  });

  test('without a topic is a refusal of the whole connection', () => {
    expect(read({ type: 'refused', reason: 'busy' })).toEqual({
      type: 'refused',
      reason: 'busy',
      topic: null,
    });
  });

  test.each([
    ['an address that would make RTCPeerConnection throw', { type: 'ice', servers: [{ urls: 'http://a' }] }],
    [
      'a port that is none, at which it throws',
      { type: 'ice', servers: [{ urls: ['stun:a', 'stun:a:65536'] }] },
    ],
    ['port 0', { type: 'ice', servers: [{ ...turn, urls: 'turn:a:0?transport=tcp' }] }],
    ['a TURN server without a password', { type: 'ice', servers: [{ urls: turn.urls }] }],
    ['a server without an address', { type: 'ice', servers: [{ urls: [] }] }],
    ['servers without end', { type: 'ice', servers: Array(9).fill(turn) }],
    ['a count below nothing', { type: 'members', topic: 't', count: -1 }],
    ['a count that is none', { type: 'members', topic: 't', count: '3' }],
    ['readable data', { type: 'publish', topic: 't', data: {} }],
    ['another type', { type: 'subscribe' }],
  ])('with %s is not', (_what, value) => {
    expect(read(value)).toBeNull();
  });

  test.each([undefined, new ArrayBuffer(3), '', '{', 'null', '7', `"${'x'.repeat(200_000)}"`])(
    'that is no message (case %#) is not',
    (text) => {
      expect(readRelayMessage(text)).toBeNull();
    },
  );
});

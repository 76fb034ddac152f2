import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RequestChannel } from '../../../shared/ipc/contract.ts';
import { MAX_FILE_BYTES, MAX_LINK_LENGTH } from '../../../shared/ipc/limits.ts';
import { checkPayload, PAYLOAD_CHECKS } from '../../../shared/ipc/payload-checks.ts';

const file = (change: object) => ({
  name: 'a.md',
  type: 'text/markdown',
  bytes: new Uint8Array(1),
  ...change,
});
const job = (change: object) => ({ html: '<p>', name: 'a.pdf', paper: 'A4', ...change });

describe('a payload from a window', () => {
  test.each<[RequestChannel, unknown]>([
    ['file:open', null],
    ['file:save', file({})],
    ['file:save', file({ name: 'Minutes, 10–12 März (final).md', bytes: new Uint8Array(0) })],
    ['pdf:export', job({})],
    ['pdf:export', job({ paper: 'Letter' })],
    ['link:open', 'https://example.org/'],
    ['window:set-unsaved', true],
    ['window:keep-awake', false],
    ['relay:allow', ['wss://relay.example.org/signal', 'ws://192.168.1.20:4718/signal']],
    ['lan:start', null],
  ])('%s takes what the contract says', (channel, payload) => {
    expect(checkPayload(channel, payload)).toEqual({ payload });
  });

  test.each<[string, RequestChannel, unknown]>([
    ['something where nothing is meant', 'file:open', { path: '/etc/passwd' }],
    ['a name that leads to another folder', 'file:save', file({ name: '../a.md' })],
    ['a name with a Windows folder in it', 'file:save', file({ name: 'C:\\a.md' })],
    ['a name that is a folder', 'file:save', file({ name: '..' })],
    ['a name with a control character', 'file:save', file({ name: 'a\u0000.md' })],
    ['no name', 'file:save', file({ name: '' })],
    ['a name no disk takes', 'file:save', file({ name: 'a'.repeat(256) })],
    ['bytes that are no bytes', 'file:save', file({ bytes: [1, 2, 3] })],
    ['bytes of another kind', 'file:save', file({ bytes: new Float64Array(1) })],
    ['too many bytes', 'file:save', file({ bytes: new Uint8Array(MAX_FILE_BYTES + 1) })],
    ['a type that is none', 'file:save', file({ type: 'text/html\r\nX: y' })],
    ['a field that is not in the contract', 'file:save', file({ path: '/tmp/x' })],
    ['a paper nobody has', 'pdf:export', job({ paper: 'A0' })],
    ['a page that is no text', 'pdf:export', job({ html: { toString: () => '<p>' } })],
    ['an endless address', 'link:open', `https://example.org/${'a'.repeat(MAX_LINK_LENGTH)}`],
    ['a word for yes', 'window:set-unsaved', 'true'],
    ['a relay that is a web page', 'relay:allow', ['https://example.org/signal']],
    ['no relay', 'relay:allow', []],
    ['relays without end', 'relay:allow', Array(17).fill('wss://a/signal')],
    ['a port', 'lan:start', 80],
  ])('%s is refused', (_what, channel, payload) => {
    expect(checkPayload(channel, payload)).toBeNull();
  });

  test('of any other form is refused, on every channel', () => {
    const channels = fc.constantFrom(...(Object.keys(PAYLOAD_CHECKS) as RequestChannel[]));
    const anything = fc.oneof(fc.object(), fc.integer(), fc.array(fc.anything()), fc.constant(undefined));
    fc.assert(
      fc.property(channels, anything, (channel, payload) => {
        expect(checkPayload(channel, payload)).toBeNull();
      }),
    );
  });
});

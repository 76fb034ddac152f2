import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDescription } from '../../../../renderer/sync/link/description.ts';
import { SDP } from './sdp.ts';

const read = (sdp: string) => readDescription({ type: 'offer', sdp });

test('what negotiation goes by is read', () => {
  expect(read(SDP)).toEqual({
    type: 'offer',
    sdp: SDP,
    version: 2,
    ufrag: 'aBcD',
    fingerprint: 'sha-256 aa:bb:cc',
    mid: '0',
    candidates: [
      'candidate:1 1 udp 2113937151 10.77.1.2 53135 typ host generation 0 network-cost 999',
      'candidate:2 1 udp 2113942271 fd00::2 47513 typ host generation 0 network-cost 999',
    ],
  });
});

test.each([
  ['no data channel', SDP.replace('m=application', 'm=audio')],
  ['a second section', `${SDP}m=video 9 UDP/TLS/RTP/SAVPF 96\r\n`],
  ['two certificates', `${SDP}a=fingerprint:sha-256 DD\r\n`],
  ['no certificate', SDP.replace('a=fingerprint', 'a=x')],
  ['two user fragments', `${SDP}a=ice-ufrag:zzzz\r\n`],
  ['no version', SDP.replace('o=-', 'o=')],
  ['endless candidates', SDP + 'a=candidate:9\r\n'.repeat(100)],
  ['endless text', SDP + 'a=x\r\n'.repeat(5_000)],
])('a description with %s is none of a link', (_, sdp) => {
  expect(read(sdp)).toBeNull();
});

test('a type that is neither offer nor answer, and any other value, is none', () => {
  expect(readDescription({ type: 'rollback', sdp: SDP })).toBeNull();
  fc.assert(fc.property(fc.anything(), (value) => readDescription(value) === null));
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SDP.split('\r\n')), { maxLength: 40 }), (lines) => {
      read(lines.join('\n'));
    }),
  );
});

import { expect, test } from 'vitest';
import { judgePath } from '../../../../renderer/sync/link/path.ts';

test.each([
  ['host 192.168.1.5', 'host 192.168.1.77', 'local'],
  ['host 10.77.1.2', 'prflx 10.77.2.2', 'direct'],
  ['host 127.0.0.1', 'host 192.168.1.5', 'local'],
  ['host ::1', 'host ::1', 'local'],
  ['host fe80::1', 'host fe80::abcd', 'local'],
  ['host fd00:1:2:3::5', 'host fd00:1:2:3:aa::', 'local'],
  ['host fd00::5', 'host fd00:0:0:1::5', 'direct'],
  ['srflx 203.0.113.5', 'srflx 203.0.113.9', 'direct'],
  ['relay 192.168.1.5', 'host 192.168.1.7', 'relayed'],
  ['host 192.168.1.5', 'relay 198.51.100.1', 'relayed'],
  ['host -', 'host 10.0.0.1', 'direct'],
] as const)('%s to %s is %s', (here, there, path) => {
  const end = (text: string) => {
    const [type = 'host', address = ''] = text.split(' ');
    return { type: type as RTCIceCandidateType, address: address === '-' ? null : address };
  };
  expect(judgePath(end(here), end(there))).toBe(path);
});

import { describe, expect, test } from 'vitest';
import { isRelayAddress } from '../../../shared/invite/relay-address.ts';

describe('an address of a relay', () => {
  test.each([
    'ws://localhost:8787/signal',
    'wss://relay.example.org',
    'wss://relay.example.org./signal?room=1',
    'ws://192.168.1.20:8787/signal',
    'ws://[fe80::1]:8787/',
    'ws://[2001:db8:0:0:0:0:0:1]',
    'WSS://Relay.Example',
  ])('may be %s', (text) => {
    expect(isRelayAddress(text)).toBe(true);
    expect(URL.canParse(text)).toBe(true);
  });

  test.each([
    '',
    'relay.example.org',
    'http://relay.example.org',
    'javascript:alert(1)',
    'ws:relay.example.org',
    'wss:\\\\relay.example.org',
    'wss://user:secret@relay.example.org',
    'wss://relay.example.org#fragment',
    'wss://relay.example.org/a b',
    'wss://',
    'wss://-relay.example',
    'wss://relay..example',
    'wss://relay.example:0',
    'wss://relay.example:70000',
    'ws://2130706433',
    'ws://0x7f.1',
    'ws://256.1.1.1',
    'ws://[::1::2]',
    'ws://[1:2:3]',
    'ws://[:::]',
    ' ws://localhost',
    'ws://localhost\n',
    `ws://localhost/${'a'.repeat(190)}`,
  ])('is not %j', (text) => {
    expect(isRelayAddress(text)).toBe(false);
  });
});

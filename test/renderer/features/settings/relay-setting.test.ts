import { describe, expect, test } from 'vitest';
import { readRelaySetting } from '../../../../renderer/features/settings/relay-setting.ts';

const relay = (text: string) => {
  const read = readRelaySetting(text);
  return read.ok ? read.relay : null;
};

describe('the address of a relay, as people write it', () => {
  test('may be a name, a page or the socket itself', () => {
    for (const text of [
      'relay.example.org',
      'https://relay.example.org/',
      ' wss://relay.example.org/signal ',
    ])
      expect(relay(text)).toBe('wss://relay.example.org/signal');
    expect(relay('http://192.168.1.20:4718')).toBe('ws://192.168.1.20:4718/signal');
    expect(relay('relay.example.org:8443')).toBe('wss://relay.example.org:8443/signal');
    expect(relay('wss://relay.example.org/other')).toBe('wss://relay.example.org/other');
  });

  test('may be none', () => {
    expect(relay('  ')).toBe('');
  });

  test('is refused with an example where it can be none', () => {
    for (const text of [
      'wss://',
      'ftp://relay.example.org',
      'wss://user:word@relay.example.org',
      'a b',
      'wss://999.1.1.1',
    ])
      expect(relay(text)).toBeNull();
  });
});

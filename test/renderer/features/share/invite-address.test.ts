import { describe, expect, test } from 'vitest';
import { addressOfInvite, isOnlyLocal } from '../../../../renderer/features/share/invite-address.ts';
import { relayOfPage } from '../../../../renderer/platform/relay-places.ts';
import type { MeetingId } from '../../../../shared/domain/ids.ts';
import { decodeInvite } from '../../../../shared/invite/find-invite.ts';
import type { Invite } from '../../../../shared/invite/invite.ts';

const invite = (...relays: string[]): Invite => ({
  secret: new Uint8Array(32).fill(7),
  meeting: 'meeting-1' as MeetingId,
  title: 'Spring review',
  relays,
});
const page = (...relays: string[]) => addressOfInvite(invite(...relays), null).replace(/#.*/, '');
const LOCAL = 'ws://127.0.0.1:4717/signal';

describe('the address of an invite', () => {
  test('is the page that the relay serves, and leads back to the invite', () => {
    const link = addressOfInvite(invite('wss://relay.example.org/signal'), null);
    expect(link).toMatch(/^https:\/\/relay\.example\.org\/#\/join\/v1\./);
    const read = decodeInvite(link);
    expect(read.ok && read.value).toEqual(invite('wss://relay.example.org/signal'));
  });

  test('is one that others reach, where there is one', () => {
    expect(page(LOCAL, 'ws://192.168.1.20:4718/signal')).toBe('http://192.168.1.20:4718/');
    expect(page(LOCAL)).toBe('http://127.0.0.1:4717/');
    expect(isOnlyLocal(invite(LOCAL))).toBe(true);
    expect(isOnlyLocal(invite(LOCAL, 'wss://relay.example.org/signal'))).toBe(false);
  });

  test('is this page where its own server is a relay of the room', () => {
    const own = { relay: 'wss://meet.example.org/q/signal', page: 'https://meet.example.org/q/' };
    const link = addressOfInvite(invite('wss://relay.example.org/signal', own.relay), own);
    expect(link).toMatch(/^https:\/\/meet\.example\.org\/q\/#\/join\//);
    expect(addressOfInvite(invite('wss://relay.example.org/signal'), own)).toMatch(/^https:\/\/relay\./);
  });

  test('is for the app alone where no relay serves a page', () => {
    const link = addressOfInvite(invite('wss://relay.example.org/other'), null);
    expect(link).toMatch(/^quorum:/);
    expect(decodeInvite(link).ok).toBe(true);
  });

  test("of a page's own relay stands beside the page", () => {
    const at = (href: string) => relayOfPage(new URL(href) as unknown as Location);
    expect(at('http://192.168.1.20:4718/')).toBe('ws://192.168.1.20:4718/signal');
    expect(at('https://meet.example.org/q/index.html')).toBe('wss://meet.example.org/q/signal');
    expect(at('app://quorum/index.html')).toBeNull();
  });
});

import fc from 'fast-check';
import type { MeetingId } from '../../../shared/domain/ids.ts';
import type { Invite } from '../../../shared/invite/invite.ts';

export const INVITE: Invite = {
  secret: Uint8Array.from({ length: 32 }, (_, i) => (i * 37 + 11) & 0xff),
  meeting: 'q7Zk2_spring-meeting' as MeetingId,
  title: 'Spring meeting – Größe',
  relays: ['wss://relay.example.org/signal', 'ws://192.168.1.20:8787/signal'],
};

const relay = fc
  .tuple(
    fc.constantFrom('ws', 'wss'),
    fc.constantFrom('relay.example', 'localhost', '10.0.0.7', '[fe80::1]', 'a-b.c_d.example.org'),
    fc.constantFrom('', ':1', ':8787', ':65535'),
    fc.constantFrom('', '/', '/signal', '/a/b?token=x%20y'),
  )
  .map(([scheme, host, port, path]) => `${scheme}://${host}${port}${path}`);

export const anyInvite: fc.Arbitrary<Invite> = fc.record({
  secret: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  meeting: fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/) as fc.Arbitrary<MeetingId>,
  title: fc.stringMatching(/^(?:[a-zA-Zäöß日本語😀][ a-zA-Zäöß日本語😀]{0,20}[a-zäß日😀])?$/u),
  relays: fc.array(relay, { minLength: 1, maxLength: 8 }),
});

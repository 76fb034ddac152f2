import { isRelayAddress } from '../../../shared/invite/relay-address.ts';

export type RelaySetting =
  | { readonly ok: true; readonly relay: string }
  | { readonly ok: false; readonly problem: string };

/**
 * A relay's address as people write it: `relay.example.org` is meant as `wss://relay.example.org/signal`, and the address
 * of the page that it serves as the relay beside that page. '' is no relay.
 */
export function readRelaySetting(text: string): RelaySetting {
  const plain = text.trim();
  if (plain === '') return { ok: true, relay: '' };
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(plain) ? plain : `wss://${plain}`;
  const socket = withScheme.replace(/^http(s?):/i, 'ws$1:').replace(/#.*$/s, '');
  const relay = /^wss?:\/\/[^/]+\/?$/i.test(socket) ? `${socket.replace(/\/$/, '')}/signal` : socket;
  if (isRelayAddress(relay)) return { ok: true, relay };
  return {
    ok: false,
    problem: 'This is no address of a relay. It looks like wss://relay.example.org/signal.',
  };
}

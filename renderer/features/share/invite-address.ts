import { inviteLink } from '../../../shared/invite/find-invite.ts';
import type { Invite } from '../../../shared/invite/invite.ts';
import { isLoopback, relayPage } from '../../platform/relay-places.ts';

/** Where this page came from, when that server is one of the room's relays. */
export interface OwnPage {
  readonly relay: string;
  readonly page: string;
}

/**
 * The invite as a link that opens in a browser: at this page's own server if it is a relay of the room, else at the first
 * relay that others can reach. With no such page the app itself opens it (`quorum:`).
 */
export function addressOfInvite(invite: Invite, own: OwnPage | null): string {
  const { relays } = invite;
  if (own && relays.includes(own.relay) && !isLoopback(own.relay)) return inviteLink(invite, own.page);
  const reached =
    relays.find((relay) => !isLoopback(relay) && relayPage(relay) !== null) ?? relays.find(relayPage);
  return inviteLink(invite, (reached && relayPage(reached)) ?? 'quorum:');
}

/** Nobody on another computer gets anywhere with it. */
export function isOnlyLocal(invite: Invite): boolean {
  return invite.relays.every(isLoopback);
}

// Under which addresses others on the same network reach this computer. Pure.

import type { NetworkInterfaceInfo } from 'node:os';

/** Names of interfaces that lead to machines inside this one or through a tunnel. */
const UNLIKELY =
  /^(?:docker|veth|br-|virbr|vmnet|vboxnet|vethernet|tun|tap|utun|wg|zt|tailscale|ham|llw|awdl)/i;

/** An IPv6 network outside the link: global (2000::/3) or the site's own (fc00::/7). */
const WIDER_THAN_LINK = /^(?:[23][0-9a-f]{3}|f[cd][0-9a-f]{2}):/i;

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** Hosts as they stand in a URL, the most likely first. */
export function lanHosts(interfaces: Interfaces): string[] {
  return Object.entries(interfaces)
    .flatMap(([name, infos]) => (infos ?? []).map((info) => ({ name, info })))
    .filter(({ info }) => !info.internal && (info.family === 'IPv4' || WIDER_THAN_LINK.test(info.address)))
    .map(({ name, info }) => ({ host: hostOf(info), rank: rank(name, info) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ host }) => host);
}

function hostOf({ family, address }: NetworkInterfaceInfo): string {
  return family === 'IPv4' ? address : `[${address}]`;
}

function rank(name: string, { family, address }: NetworkInterfaceInfo): number {
  const tunnel = UNLIKELY.test(name) ? 10 : 0;
  if (family !== 'IPv4') return tunnel + 3;
  // What a computer gives itself when nobody else does.
  if (address.startsWith('169.254.')) return tunnel + 4;
  return tunnel + (/^(?:192\.168\.|10\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(address) ? 1 : 2);
}

// How the packets of a connection travel, as ICE chose.

import type { LinkPath } from './link-types.ts';

/** Never throws; `unknown` where the browser does not say (yet). */
export function readPath(pc: RTCPeerConnection): LinkPath {
  const transport = pc.sctp?.transport?.iceTransport;
  const pair = transport?.getSelectedCandidatePair?.();
  return pair?.local && pair.remote ? judgePath(pair.local, pair.remote) : 'unknown';
}

type End = Pick<RTCIceCandidate, 'type' | 'address'>;

/** `local`: both ends have an address of one subnet, or are this computer. */
export function judgePath(local: End, remote: End): LinkPath {
  if (local.type === 'relay' || remote.type === 'relay') return 'relayed';
  const [here, there] = [subnet(local.address), subnet(remote.address)];
  if (here === LOOPBACK || there === LOOPBACK) return 'local';
  return here !== null && here === there ? 'local' : 'direct';
}

const LOOPBACK = 'loopback';

/** Of a private or loopback address, what its neighbours share (/24, /64); else `null`. */
function subnet(address: string | null): string | null {
  if (!address) return null;
  if (/^127\.|^::1$/.test(address)) return LOOPBACK;
  if (/^(?:10|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(address))
    return address.split('.', 3).join('.');
  if (!address.includes(':')) return null;
  if (/^fe80:/i.test(address)) return 'fe80';
  const [head = '', tail = ''] = address.toLowerCase().split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail.split(':').filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0');
  return [...groups, ...(address.includes('::') ? zeros : []), ...rest].slice(0, 4).join(':');
}

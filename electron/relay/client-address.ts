// Whom a connection counts for. Addresses are held only while they are connected, and written nowhere.

import { isIP } from 'node:net';

/**
 * The address that limits are counted by. Behind a proxy it is the last one of X-Forwarded-For, which the proxy wrote
 * itself; the ones before it are the client's own claim. Without a proxy the header is never looked at.
 */
export function clientAddress(remote: string | undefined, forwarded: string | undefined): string {
  const named = forwarded?.split(',').at(-1)?.trim() ?? '';
  return network(isIP(named) ? named : (remote ?? ''));
}

/** An IPv6 client has a whole /64 to choose its address from. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIP(plain) !== 6) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const zeros = plain.includes('::')
    ? Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0')
    : [];
  return [...groups, ...zeros, ...after].slice(0, 4).join(':');
}

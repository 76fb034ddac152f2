// Which addresses of relays are taken from invites and settings: plain WebSocket ones. Names no server by itself and
// asks none.

/** Letters of an address, at most. */
export const MAX_RELAY_LENGTH = 200;

const ADDRESS =
  /^wss?:\/\/(\[[0-9a-f:.]{2,45}\]|[a-z0-9._-]{1,190})(?::([0-9]{1,5}))?(?:[/?][!$%&'()*+,./0-9:;=?@A-Z_a-z~-]*)?$/i;
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i;

/** `ws:` or `wss:`, a host, perhaps a port and a path: no user and password, no fragment, nothing a browser would mend. */
export function isRelayAddress(text: string): boolean {
  if (text.length > MAX_RELAY_LENGTH) return false;
  const [, host, port] = ADDRESS.exec(text) ?? [];
  if (host === undefined || (port !== undefined && (Number(port) < 1 || Number(port) > 65_535))) return false;
  return host.startsWith('[') ? isIpv6(host.slice(1, -1)) : isName(host);
}

function isName(host: string): boolean {
  const labels = host.replace(/\.$/, '').split('.');
  if (!labels.every((label) => LABEL.test(label))) return false;
  // A name whose last label is a number is an IPv4 address to a browser, in whatever odd form.
  if (!/^(?:0x[0-9a-f]*|[0-9]+)$/i.test(labels.at(-1) ?? '')) return true;
  return (
    labels.length === 4 && labels.every((label) => /^(?:0|[1-9][0-9]{0,2})$/.test(label) && +label < 256)
  );
}

function isIpv6(host: string): boolean {
  const [head = '', tail, ...more] = host.split('::');
  if (more.length > 0) return false;
  const groups = [head, tail ?? ''].flatMap((side) => (side === '' ? [] : side.split(':')));
  const wellFormed = groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group));
  return wellFormed && (tail === undefined ? groups.length === 8 : groups.length < 8);
}

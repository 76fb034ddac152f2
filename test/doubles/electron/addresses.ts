// Chromium knows no scheme of ours, so `app://quorum/x` is `http://quorum.app.localhost/x` to it. `localhost` makes that
// a secure context; a scheme that was not registered as standard and secure gets a host that is none.

import type { CustomScheme } from 'electron';

const schemes = new Map<string, NonNullable<CustomScheme['privileges']>>();

export function addScheme({ scheme, privileges }: CustomScheme): void {
  schemes.set(scheme, privileges ?? {});
}

export function privilegesOf(scheme: string): NonNullable<CustomScheme['privileges']> {
  return schemes.get(scheme) ?? {};
}

/** The address that Chromium is given for one of Electron's. */
export function toChromium(address: string): string {
  const url = new URL(address);
  const scheme = url.protocol.slice(0, -1);
  const { standard, secure } = privilegesOf(scheme);
  if (['http', 'https', 'data', 'about', 'blob', 'file'].includes(scheme)) return address;
  return address.replace(
    `${scheme}://${url.host}`,
    `http://${url.host}.${scheme}.${standard && secure ? 'localhost' : 'test'}`,
  );
}

/** Electron's address for one of Chromium's. */
export function toElectron(address: string): string {
  return address.replace(/^http:\/\/([^./]+)\.([^./]+)\.(?:localhost|test)(?=[/?#]|$)/, '$2://$1');
}

/** The custom scheme of one of Chromium's addresses, or `null`. */
export function customScheme(address: string): string | null {
  const scheme = new URL(toElectron(address)).protocol.slice(0, -1);
  return toElectron(address) === address ? null : scheme;
}

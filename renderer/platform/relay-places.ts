// What the address of a relay says about the place it is at.

/** The host and port of a relay's address: what people know it by. */
export function relayName(url: string): string {
  return /^wss?:\/\/([^/?]+)/i.exec(url)?.[1] ?? url;
}

/** Only programs on this computer reach such an address. */
export function isLoopback(url: string): boolean {
  return /^wss?:\/\/(?:127\.|localhost[:/]|localhost$|\[::1\])/i.test(url);
}

/**
 * The page that our relay at `url` serves beside its `signal`, where an invite opens in a browser; `null` for an address
 * of another form, which may belong to a relay without pages.
 */
export function relayPage(url: string): string | null {
  const [, secure, rest] = /^ws(s?):\/\/(.*\/)signal(?:\?.*)?$/i.exec(url) ?? [];
  return rest === undefined ? null : `http${secure}://${rest}`;
}

/** The relay of the server that this page came from; `null` in the desktop app and for pages from a file. */
export function relayOfPage({ protocol, host, pathname }: Location): string | null {
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  return `${protocol.replace('http', 'ws')}//${host}${pathname.replace(/[^/]*$/, '')}signal`;
}

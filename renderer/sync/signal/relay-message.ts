// What the relay says, read from its text. The relay is not trusted: what has not the exact form is `null`.

const MAX_TEXT = 128 * 1024;
const MAX_SERVERS = 8;
const MAX_URLS = 8;
const MAX_WORD = 512;

/** Why the relay does not let us in: the whole connection, or one room of it. */
export interface Refusal {
  readonly reason: string;
  readonly topic: string | null;
}

export type RelayMessage =
  | { readonly type: 'pong' }
  | { readonly type: 'publish'; readonly topic: string; readonly data: string }
  | { readonly type: 'members'; readonly topic: string; readonly count: number }
  | { readonly type: 'ice'; readonly servers: readonly RTCIceServer[] }
  | ({ readonly type: 'refused' } & Refusal);

export function readRelayMessage(text: unknown): RelayMessage | null {
  if (typeof text !== 'string' || text.length > MAX_TEXT) return null;
  const value = parse(text);
  if (typeof value !== 'object' || value === null) return null;
  const { type, topic, data, count, reason, servers } = value as Readonly<Record<string, unknown>>;
  switch (type) {
    case 'pong':
      return { type };
    case 'publish':
      return isWord(topic) && typeof data === 'string' ? { type, topic, data } : null;
    case 'members':
      return isWord(topic) && Number.isSafeInteger(count) && (count as number) >= 0
        ? { type, topic, count: count as number }
        : null;
    case 'ice': {
      const read = readServers(servers);
      return read && { type, servers: read };
    }
    case 'refused':
      return isWord(reason) ? { type, reason, topic: isWord(topic) ? topic : null } : null;
    default:
      return null;
  }
}

/** One server that is not well-formed spoils the list: RTCPeerConnection would throw at it. */
function readServers(value: unknown): RTCIceServer[] | null {
  if (!Array.isArray(value) || value.length > MAX_SERVERS) return null;
  const servers = value.map(readServer);
  return servers.every((server) => server !== null) ? servers : null;
}

function readServer(value: unknown): RTCIceServer | null {
  if (typeof value !== 'object' || value === null) return null;
  const { urls, username, credential } = value as Readonly<Record<string, unknown>>;
  const list = typeof urls === 'string' ? [urls] : urls;
  if (!Array.isArray(list) || list.length === 0 || list.length > MAX_URLS || !list.every(isIceUrl))
    return null;
  if (list.every((url) => /^stuns?:/.test(url))) return { urls: list };
  return isWord(username) && isWord(credential) ? { urls: list, username, credential } : null;
}

/** RFC 7064 and 7065, host or address with a port and a transport. */
function isIceUrl(value: unknown): value is string {
  if (!isWord(value)) return false;
  const port = /:(\d{1,5})(?:\?|$)/.exec(value)?.[1];
  return (
    (port === undefined || (Number(port) >= 1 && Number(port) <= 65_535)) &&
    /^(?:stuns?:(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?|turns?:(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?(?:\?transport=(?:udp|tcp))?)$/i.test(
      value,
    )
  );
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= MAX_WORD;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

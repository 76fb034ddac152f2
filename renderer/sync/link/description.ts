// Reads the few lines of a session description that negotiation goes by, and refuses what a link never sends: other media
// than one data channel section, several certificates, endless lists.

export interface Description {
  readonly type: 'offer' | 'answer';
  readonly sdp: string;
  /** Grows with each description that one peer connection makes. */
  readonly version: number;
  /** ICE user fragment: a new one with each gathering of candidates. */
  readonly ufrag: string;
  /** Of the certificate: algorithm and digest, lower case. */
  readonly fingerprint: string;
  readonly mid: string;
  readonly candidates: readonly string[];
}

const MAX_SDP = 16 * 1024;
const MAX_CANDIDATES = 64;

/** `null`: no description that a link could have sent. */
export function readDescription(value: unknown): Description | null {
  if (typeof value !== 'object' || value === null) return null;
  const { type, sdp } = value as Record<string, unknown>;
  if (type !== 'offer' && type !== 'answer') return null;
  if (typeof sdp !== 'string' || sdp.length > MAX_SDP) return null;
  const lines = sdp.split(/\r?\n/);
  const all = (prefix: string) =>
    lines.filter((line) => line.startsWith(prefix)).map((line) => line.slice(prefix.length));
  const media = all('m=');
  const version = Number(/^\S+ \d+ (\d{1,15}) /.exec(all('o=')[0] ?? '')?.[1] ?? Number.NaN);
  const [ufrag, otherUfrag] = all('a=ice-ufrag:');
  const [fingerprint, otherFingerprint] = all('a=fingerprint:');
  const candidates = all('a=candidate:');
  if (media.length !== 1 || !media[0]?.startsWith('application ') || Number.isNaN(version)) return null;
  if (!ufrag || otherUfrag !== undefined || !fingerprint || otherFingerprint !== undefined) return null;
  if (candidates.length > MAX_CANDIDATES) return null;
  return {
    type,
    sdp,
    version,
    ufrag,
    fingerprint: fingerprint.trim().toLowerCase(),
    mid: all('a=mid:')[0] ?? '0',
    candidates: candidates.map((candidate) => `candidate:${candidate}`),
  };
}

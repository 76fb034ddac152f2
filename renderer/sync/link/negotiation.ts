// Perfect negotiation (W3C WebRTC 1.0, 10.7) over signals that may be lost, doubled and reordered: what is published is
// always the whole local description with the candidates so far, so each one makes up for all before it. Operations run
// one after the other, which leaves no half-made offer to collide with. Knows nothing of nonces and generations.

import { type Description, readDescription } from './description.ts';

export interface Negotiation {
  /** Makes an offer with freshly gathered candidates, in place of one that is not answered yet. */
  offer(): void;
  receive(description: Description, answers: string | undefined): void;
  /** Says again what stands. */
  publish(): void;
  /** The other end has said something on this peer connection. */
  readonly heard: boolean;
  /** `performance.now()` of the offer that waits for its answer; `null`: none does. */
  readonly waitingSince: number | null;
  /** Calls once the certificates are known: a channel may open before the browser has said that the answer is in force. */
  settle(to: (fingerprints: { local: string; remote: string }) => void): void;
  close(): void;
}

export interface NegotiationOptions {
  readonly pc: RTCPeerConnection;
  readonly polite: () => boolean;
  readonly publish: (description: Description, answers: string | undefined) => void;
  /** An operation of the browser failed: what the other sent does not fit, or the connection is gone. */
  readonly onError: (error: unknown) => void;
}

/** So long candidates are waited for before a description goes out without them. */
const COLLECT_MS = 8;
/** An offer that old and unanswered was lost with the network; its candidates may be of an adapter that went. */
const OLD_OFFER_MS = 2_000;
const MAX_ADDED = 256;

export function createNegotiation({ pc, polite, publish, onError }: NegotiationOptions): Negotiation {
  let tail: Promise<void> = Promise.resolve();
  let remote: Description | null = null;
  let added = new Set<string>();
  let offeredAt: number | null = null;
  let collecting: ReturnType<typeof setTimeout> | null = null;
  let closed = false;

  const run = (operation: () => Promise<void>): void => {
    tail = tail
      .then(() => (closed ? undefined : operation()))
      .catch((error: unknown) => {
        if (!closed) onError(error);
      });
  };
  const local = () => readDescription(pc.localDescription);
  const waiting = () => pc.signalingState === 'have-local-offer';

  const publishNow = (): void => {
    if (collecting !== null) clearTimeout(collecting);
    collecting = null;
    const description = local();
    if (closed || !description) return;
    publish(description, description.type === 'answer' ? remote?.ufrag : undefined);
  };
  const publishSoon = (): void => {
    if (!closed) collecting ??= setTimeout(publishNow, COLLECT_MS);
  };

  const makeOffer = async (): Promise<void> => {
    await pc.setLocalDescription(await pc.createOffer({ iceRestart: true }));
    offeredAt = performance.now();
    publishSoon();
  };

  const apply = async (description: Description): Promise<void> => {
    await pc.setRemoteDescription({ type: description.type, sdp: description.sdp });
    remote = description;
    added = new Set(description.candidates);
    if (description.type === 'offer') {
      await pc.setLocalDescription();
      publishSoon();
    }
  };

  const addCandidates = async ({ candidates, ufrag, mid }: Description): Promise<void> => {
    for (const candidate of candidates) {
      if (added.has(candidate) || added.size >= MAX_ADDED) continue;
      added.add(candidate);
      await pc.addIceCandidate({ candidate, sdpMid: mid, usernameFragment: ufrag });
    }
  };

  const take = async (description: Description, answers: string | undefined): Promise<void> => {
    // A certificate is for the life of a peer connection: the proof that was given is bound to it.
    if (remote && description.fingerprint !== remote.fingerprint) return;
    if (remote && description.version <= remote.version) {
      if (description.ufrag === remote.ufrag) await addCandidates(description);
      return;
    }
    if (description.type === 'answer') {
      if (waiting() && answers === local()?.ufrag) await apply(description);
    } else if (!waiting() || polite()) {
      await apply(description);
    } else if (offeredAt !== null && performance.now() - offeredAt > OLD_OFFER_MS) {
      await makeOffer();
    }
  };

  pc.onicecandidate = publishSoon;
  pc.onicegatheringstatechange = () => {
    if (collecting !== null && pc.iceGatheringState === 'complete') publishNow();
  };

  return {
    offer: () => run(makeOffer),
    receive: (description, answers) => run(() => take(description, answers)),
    publish: () => run(async () => publishNow()),
    get heard() {
      return remote !== null;
    },
    get waitingSince() {
      return waiting() ? offeredAt : null;
    },
    settle: (to) =>
      run(async () => {
        const own = local()?.fingerprint;
        if (own && remote) to({ local: own, remote: remote.fingerprint });
      }),
    close: () => {
      closed = true;
      if (collecting !== null) clearTimeout(collecting);
      pc.onicecandidate = null;
      pc.onicegatheringstatechange = null;
    },
  };
}

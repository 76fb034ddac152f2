// Both directions of one link, counted: which of our frames the other has taken in, and with them which of our own
// changes; and how far we got with theirs. "Own changes" are counted by a running number, the version.

import type { Stamp } from './frame.ts';

/** Frames that came before their turn, because small ones overtake large ones; and sent ones that wait for their word. */
const MAX_AHEAD = 4_096;

export interface Ledger {
  /** The link opened anew: what was under way may be lost. */
  reopen(): void;
  /**
   * The next outgoing frame. `version`: own changes up to it are in it or in frames before it; `null` when it says
   * nothing of the document. `whole`: it brings all that the other lacks, so that those before it may be missing.
   */
  stamp(version: number | null, whole?: boolean): Stamp;
  /** Something is left out that later frames do not bring: they confirm nothing until one that is `whole`. */
  skip(): void;
  /** From the other's heartbeat. */
  acknowledge(ack: Stamp): void;
  /** Both documents are equal, with own changes up to `version`. */
  settle(version: number): void;
  /** Highest version that the other has. */
  readonly confirmed: number;
  /** An incoming frame has been taken in. */
  took(stamp: Stamp, whole: boolean): void;
  /** What our heartbeat acknowledges. */
  readonly ack: Stamp;
}

export function createLedger(): Ledger {
  let epoch = 0;
  let seq = 0;
  /** From this frame on, what is acknowledged is complete. */
  let completeFrom: number | null = null;
  let confirmed = 0;
  let sent: { seq: number; version: number }[] = [];
  let theirEpoch = 0;
  let taken = 0;
  const ahead = new Set<number>();

  return {
    reopen: () => {
      epoch += 1;
      seq = 0;
      completeFrom = null;
      sent = [];
    },
    stamp: (version, whole = false) => {
      seq += 1;
      if (whole) completeFrom ??= seq;
      if (version !== null) sent.push({ seq, version });
      // A later one stands for the earlier ones too.
      if (sent.length > MAX_AHEAD) sent.shift();
      return { epoch, seq };
    },
    skip: () => {
      completeFrom = null;
      sent = [];
    },
    acknowledge: (ack) => {
      if (ack.epoch !== epoch) return;
      let next = sent[0];
      while (next && next.seq <= ack.seq) {
        if (completeFrom !== null && next.seq >= completeFrom) confirmed = Math.max(confirmed, next.version);
        sent.shift();
        next = sent[0];
      }
    },
    settle: (version) => {
      confirmed = Math.max(confirmed, version);
      completeFrom ??= seq + 1;
    },
    get confirmed() {
      return confirmed;
    },
    took: (stamp, whole) => {
      if (stamp.epoch < theirEpoch) return;
      if (stamp.epoch > theirEpoch) {
        theirEpoch = stamp.epoch;
        taken = 0;
        ahead.clear();
      }
      if (whole && stamp.seq > taken) taken = stamp.seq;
      else if (stamp.seq > taken && ahead.size < MAX_AHEAD) ahead.add(stamp.seq);
      for (const early of ahead) if (early <= taken) ahead.delete(early);
      while (ahead.delete(taken + 1)) taken += 1;
    },
    get ack() {
      return { epoch: theirEpoch, seq: taken };
    },
  };
}

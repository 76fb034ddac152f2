import type { Hello } from '../link/link-types.ts';

/** The Yjs origin of what came over a link; one for each opening of a link. */
export class PeerChange {
  readonly from: Hello;

  constructor(from: Hello) {
    this.from = from;
  }
}

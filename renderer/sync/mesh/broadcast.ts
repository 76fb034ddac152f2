// Every change of the document to where it has to go, and how many of our own nobody else has.
//
// Own changes are all that neither came over a link nor was read from storage. What another window of this profile writes
// comes in from storage (LOADED): that window has its own links, sends it itself and counts it as its own. Only when it
// has no link to us, because it does not take part in the room, is it sent from here.

import type * as Y from 'yjs';
import type { Dispose } from '../../../shared/base/disposer.ts';
import { LOADED } from '../../../shared/doc/origins.ts';
import type { Hello } from '../link/link-types.ts';
import type { Outbox } from './outbox.ts';
import { PeerChange } from './peer-change.ts';
import { onwards, type Wire } from './wire.ts';

export interface Broadcast {
  /** Counts own changes, those included that nobody had when the session began. */
  readonly version: number;
  /** Own changes that no other device has. */
  readonly unsent: number;
  /** The other end of this link has more of them than before. */
  confirm(wire: Wire): void;
  readonly dispose: Dispose;
}

interface BroadcastOptions {
  readonly doc: Y.Doc;
  readonly self: Hello;
  readonly wires: ReadonlySet<Wire>;
  readonly outbox: Outbox;
  readonly unsent: number;
  readonly onChange: () => void;
}

export function createBroadcast({ doc, self, wires, outbox, unsent, onChange }: BroadcastOptions): Broadcast {
  let version = unsent;
  let confirmed = 0;

  const onUpdate = (update: Uint8Array, origin: unknown) => {
    const open = [...wires].filter((wire) => wire.open);
    if (origin instanceof PeerChange) outbox.change(update, onwards(open, origin));
    else if (origin === LOADED) {
      if (!open.some((wire) => wire.open?.hello.device === self.device)) outbox.change(update, open);
    } else {
      version += 1;
      outbox.change(update, open);
    }
    onChange();
  };

  doc.on('update', onUpdate);
  return {
    get version() {
      return version;
    },
    get unsent() {
      return version - confirmed;
    },
    confirm: ({ open, ledger }) => {
      if (open && open.hello.device !== self.device) confirmed = Math.max(confirmed, ledger.confirmed);
    },
    dispose: () => doc.off('update', onUpdate),
  };
}

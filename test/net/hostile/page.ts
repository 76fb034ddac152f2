// A member of a room who means harm: knows the secret, speaks the protocol up to the open link, and then sends whatever
// `frames.ts` makes. Each life is a new person on a new device, since the others stop listening soon.
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createLink } from '../../../renderer/sync/link/link.ts';
import type { Link } from '../../../renderer/sync/link/link-types.ts';
import { joinMesh } from '../../../renderer/sync/mesh/join-mesh.ts';
import { SCHEMA_VERSION } from '../../../shared/doc/schema.ts';
import { decodeInvite } from '../../../shared/invite/find-invite.ts';
import { deriveRoomKeys } from '../../../shared/invite/room-keys.ts';
import { createRandom, hostileMessage } from './frames.ts';

export interface HostileMember {
  /** Joins, sends `count` messages to everybody it reaches, and leaves; gives how many a link took. */
  attack(invite: string, count: number, seed: number): Promise<number>;
}

const PATIENCE = 15_000;

async function attack(invite: string, count: number, seed: number): Promise<number> {
  const read = decodeInvite(invite);
  if (!read.ok) throw new Error('No invite');
  const doc = new Y.Doc();
  const links = new Set<Link>();
  const name = `mallory-${seed}`;
  const mesh = joinMesh({
    doc,
    awareness: new Awareness(doc),
    keys: deriveRoomKeys(read.value.secret),
    relays: read.value.relays,
    hello: {
      protocol: 1,
      schema: SCHEMA_VERSION,
      user: name,
      device: name,
      session: name,
      client: doc.clientID,
      name,
    },
    unsent: 0,
    now: () => performance.now(),
    createLink: (options) => {
      const link = createLink(options);
      links.add(link);
      return link;
    },
  });
  const open = () => [...links].filter(({ state }) => state === 'open');
  const until = performance.now() + PATIENCE;
  // With the document in hand it can spoil what is there instead of making up something.
  while (open().length === 0 || doc.store.clients.size === 0) {
    if (performance.now() > until) throw new Error('Nobody let it in');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const random = createRandom(seed);
  let sent = 0;
  for (let index = 0; index < count; index += 1) {
    const { kind, bytes } = hostileMessage(random, doc);
    for (const link of open()) sent += link.send(kind, bytes) ? 1 : 0;
    if (index % 50 === 49) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  while (open().some(({ queuedBytes }) => queuedBytes > 0)) {
    if (performance.now() > until) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await mesh.leave();
  return sent;
}

Object.assign(window, { hostile: { attack } satisfies HostileMember });

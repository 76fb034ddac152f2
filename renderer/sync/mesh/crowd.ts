// Who may have a link here when many are there. Beyond twelve devices, the rest are reached through these.

import type { Hello } from '../link/link-types.ts';
import type { Wire } from './wire.ts';

export const MAX_DEVICES = 12;

export interface Crowd {
  /** The Yjs client id is that of somebody else who is here. */
  isTaken(wire: Wire, hello: Hello): boolean;
  /** There are enough links, and this one is reached without. */
  isFull(hello: Hello): boolean;
  /** One of too many links, whose end is reached through others. */
  spare(): Wire | null;
}

export function createCrowd(self: Hello, wires: ReadonlySet<Wire>): Crowd {
  const devices = () => {
    const all = new Set([...wires].flatMap(({ open }) => (open ? [open.hello.device] : [])));
    all.delete(self.device);
    return all;
  };

  /** How many of those whom we reach reach it too. */
  const waysTo = (client: number) =>
    [...wires].filter(({ open, listed }) => open && listed.get(client)?.direct).length;

  return {
    isTaken: (wire, { client, session }) =>
      client === self.client ||
      [...wires].some(
        (other) =>
          other !== wire && other.open?.hello.client === client && other.open.hello.session !== session,
      ),
    isFull: ({ device, client }) => {
      const here = devices();
      return device !== self.device && !here.has(device) && here.size >= MAX_DEVICES && waysTo(client) > 0;
    },
    spare: () => {
      if (devices().size <= MAX_DEVICES) return null;
      const spare = [...wires].filter(({ open }) => open && waysTo(open.hello.client) > 1);
      // Any of them: were it the same for all, that one would lose every link at once.
      return spare[Math.floor(Math.random() * spare.length)] ?? null;
    },
  };
}

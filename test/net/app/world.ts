// Everything a scenario needs, made and taken down together: a relay that serves the app, and peers; in the laboratory
// (each on a computer of its own, the relay on number 0) or on loopback, in one browser.
import { createProfile, type Profile, type SharedBrowser, startSharedBrowser } from '../lab/browser.ts';
import { type Lab, openLab } from '../lab/lab.ts';
import { untilEqual } from './equal.ts';
import { openPeer, type Peer, type PeerOptions } from './peer.ts';
import { type Relay, startRelay } from './relay-process.ts';

export interface World {
  /** `null` on loopback. */
  readonly lab: Lab | null;
  readonly relay: Relay;
  /** Those who were added later, too. */
  readonly peers: readonly Peer[];
  /** One more, on the next computer. */
  add(name: string, more?: Pick<PeerOptions, 'clockAhead'>): Promise<Peer>;
  /** For who is no peer; on loopback only. */
  newContext: SharedBrowser['newContext'];
  /** Of all pages together; on loopback only. */
  cpuSeconds(): number;
  close(): Promise<void>;
}

/** Peers at Home, strangers to each other. `spare`: computers for those who come later. */
export async function openWorld(
  place: 'lab' | 'loopback',
  names: readonly string[],
  spare = 0,
): Promise<World> {
  const closing: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const act of closing.splice(0).reverse()) await act();
  };
  try {
    const lab = place === 'lab' ? await openLab(1 + names.length + spare) : null;
    if (lab) closing.push(lab.close);
    const relay = await startRelay(lab?.computers[0] ?? null);
    closing.push(relay.kill);
    const shared = lab ? null : await startSharedBrowser();
    if (shared) closing.push(shared.close);
    const newContext = shared?.newContext ?? fail;
    const peers: Peer[] = [];
    const add: World['add'] = async (name, more) => {
      const computer = lab?.computers[1 + peers.length] ?? null;
      const profile: Profile | null = shared ? null : createProfile(computer);
      if (profile) closing.push(profile.forget);
      const start = profile ? profile.start : () => newContext();
      const peer = await openPeer({ ...more, name, computer, url: relay.url, start });
      closing.push(peer.close);
      peers.push(peer);
      return peer;
    };
    for (const name of names) await add(name);
    return {
      lab,
      relay,
      peers,
      add,
      close,
      newContext,
      cpuSeconds: shared?.cpuSeconds ?? (() => Number.NaN),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function fail(): never {
  throw new Error('Only on loopback is there one browser for all');
}

export interface Meeting extends World {
  readonly invite: string;
  /** Address of the item that all have on screen. */
  readonly item: string;
}

/** Peers who have one meeting open, live and equal; the first has made it. */
export async function openMeeting(
  place: 'lab' | 'loopback',
  names: readonly string[],
  spare = 0,
): Promise<Meeting> {
  const world = await openWorld(place, names, spare);
  try {
    const [host, ...guests] = world.peers;
    if (!host) throw new Error('A meeting needs somebody');
    await host.createMeeting();
    const invite = await host.share();
    const item = host.hash();
    for (const guest of guests) await guest.join(invite, item);
    await untilEqual(world.peers, 20_000);
    return { ...world, invite, item };
  } catch (error) {
    await world.close();
    throw error;
  }
}

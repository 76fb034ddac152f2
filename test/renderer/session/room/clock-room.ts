// A room of clocks in simulated time: each computer with its own wall clock, drift and start, datagrams with delay,
// jitter and loss.

import { type ClockCore, createClockCore } from '../../../../renderer/session/room/clock-core.ts';

export interface Path {
  /** One way, milliseconds. */
  readonly delay: number;
  /** Added to it, 0 to this. */
  readonly jitter: number;
  /** 0 to 1. */
  readonly loss: number;
}

export interface Member {
  readonly name: string;
  readonly clock: ClockCore;
  /** Room time minus true time. */
  readonly off: () => number;
  readonly sleep: (ms: number) => void;
}

interface Event {
  readonly at: number;
  readonly run: () => void;
}

export function clockRoom(seed: number, path: Path) {
  const random = mulberry(seed);
  const TRUE = 1_800_000_000_000;
  let time = 0;
  const events: Event[] = [];
  const members = new Map<string, Member & { readonly asleep: () => boolean }>();
  /** Who is in which part of the net; links that are missing in it. */
  const part = new Map<string, number>();
  const blocked = new Set<string>();

  const after = (ms: number, run: () => void) => {
    events.push({ at: time + ms, run });
  };

  const reach = (a: string, b: string) => part.get(a) === part.get(b) && !blocked.has([a, b].sort().join());

  function tell(): void {
    for (const { name, clock } of members.values()) {
      const others = [...members.keys()].filter(
        (other) => other !== name && part.get(other) === part.get(name),
      );
      clock.setPeers(
        others.map((other) => ({ session: other, name: other, linked: reach(name, other) })),
        others.length === 0 && part.get(name) === 0,
      );
    }
  }

  function add(name: string, { skew = 0, drift = 0 } = {}): Member {
    const started = time;
    let frozen = 0;
    let until = 0;
    const mono = () => (time - started - frozen) * (1 + drift) + 1_000;
    const clock = createClockCore({
      name,
      mono,
      wall: () => TRUE + time * (1 + drift) + skew,
      send: (to, bytes) => {
        if (!reach(name, to) || random() < path.loss) return;
        after(path.delay + random() * path.jitter, () => {
          const other = members.get(to);
          if (reach(name, to) && other && !other.asleep()) other.clock.receive(name, bytes);
        });
      },
    });
    const asleep = () => time < until;
    const tick = () => {
      if (!members.has(name)) return;
      after(asleep() ? until - time : clock.tick(), tick);
    };
    const member = {
      name,
      clock,
      asleep,
      off: () => clock.now() - TRUE - time,
      sleep: (ms: number) => {
        until = time + ms;
        after(ms, () => {
          frozen += ms;
          clock.resume();
        });
      },
    };
    members.set(name, member);
    part.set(name, 0);
    tell();
    tick();
    return member;
  }

  return {
    add,
    remove: (name: string) => {
      members.delete(name);
      tell();
    },
    /** Puts members into another part of the net. */
    move: (to: number, ...names: string[]) => {
      for (const name of names) part.set(name, to);
      tell();
    },
    block: (a: string, b: string) => {
      blocked.add([a, b].sort().join());
      tell();
    },
    /** Runs on; `watch` is called every 20 ms. */
    run: (ms: number, watch: () => void = () => {}) => {
      const end = time + ms;
      let look = time;
      while (time < end) {
        events.sort((a, b) => a.at - b.at);
        const next = events[0];
        if (next && next.at <= look && next.at <= end) {
          events.shift();
          time = Math.max(time, next.at);
          next.run();
        } else {
          time = Math.min(end, look);
          watch();
          look += 20;
        }
      }
    },
    /** How far the clocks are apart. */
    spread: () => {
      const offs = [...members.values()].map(({ off }) => off());
      return Math.max(...offs) - Math.min(...offs);
    },
    random,
  };
}

export function mulberry(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
}

// Working together as users feel it, through the app's own window: the table of "How it is judged" in one run. What needs
// a network that can be cut runs in the laboratory (test/net/lab), and is left out, with the reason, where there is none.
import { type BenchResult, figure } from '../../build/scripts/bench-figure.ts';
import { type CutKind, cutAndHeal } from '../net/app/cuts.ts';
import { findFaults } from '../net/app/equal.ts';
import { watchGhost } from '../net/app/ghost.ts';
import { joinLarge, openLarge } from '../net/app/joining.ts';
import { measureKeys, quantile } from '../net/app/key-times.ts';
import type { Peer } from '../net/app/peer.ts';
import { floodRelay, topicOf } from '../net/app/signal-client.ts';
import { startTogether } from '../net/app/starts.ts';
import { measureTyping } from '../net/app/typing.ts';
import { until } from '../net/app/until.ts';
import { type Meeting, openMeeting, openWorld } from '../net/app/world.ts';
import { LAB_PROBLEM } from '../net/lab/problem.ts';

const TEN = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];
const STARTS = [
  { size: 2, rounds: 50 },
  { size: 5, rounds: 20 },
];
const SIZES = [
  { megabytes: 1, goal: 200 },
  { megabytes: 5, goal: 1_200 },
  { megabytes: 20, goal: 3_000 },
];
const CUTS: readonly (readonly [CutKind, number])[] = [
  ['off the net', 10],
  ['adapter down', 20],
  ['off the net', 45],
  ['off the net', 120],
];
const JUNK = 100_000;

/** Lost, doubled, different, or thrown: over all that follows. */
let faults: string[] = [];

export async function bench(): Promise<readonly BenchResult[]> {
  faults = [];
  const results: BenchResult[] = [];
  const parts = [benchStarts, benchTwo, benchTen, benchJoining, benchRelay];
  if (LAB_PROBLEM === null) parts.push(benchCuts, benchGhost);
  else console.error(`Left out, no network laboratory here: cuts, ghost (${LAB_PROBLEM})`);
  for (const part of parts) {
    const figures = await part();
    for (const { name, value, unit } of figures) console.error(`  ${name}: ${value} ${unit}`);
    results.push(...figures);
  }
  for (const fault of faults) console.error(`  fault: ${fault}`);
  return [...results, figure('edits lost or doubled, errors: all of the above', faults.length, 'faults', 0)];
}

async function inMeeting(
  place: 'lab' | 'loopback',
  names: readonly string[],
  measure: (meeting: Meeting, peers: readonly Peer[]) => Promise<readonly BenchResult[]>,
): Promise<readonly BenchResult[]> {
  const meeting = await openMeeting(place, names);
  try {
    const results = await measure(meeting, meeting.peers);
    faults.push(...(await findFaults(meeting.peers, { within: 20_000 })));
    return results;
  } finally {
    await meeting.close();
  }
}

async function benchStarts(): Promise<readonly BenchResult[]> {
  const results: BenchResult[] = [];
  for (const { size, rounds } of STARTS) {
    const figures = await inMeeting('loopback', TEN.slice(0, size), async (meeting) => {
      const times = await startTogether(meeting, rounds, 8_000);
      const name = `${size} peers start at once, ${rounds} times`;
      return [
        figure(`${name}: not equal within 8 s`, times.filter((time) => time > 8_000).length, 'starts', 0),
        figure(`${name}: from the start to equal, p50`, quantile(times, 0.5), 'ms'),
        figure(`${name}: from the start to equal, slowest`, Math.max(...times), 'ms'),
      ];
    });
    results.push(...figures);
  }
  return results;
}

function benchTwo(): Promise<readonly BenchResult[]> {
  return inMeeting('loopback', TEN.slice(0, 2), async (_, peers) => {
    const [a, b] = peers as [Peer, Peer];
    const times = await measureKeys(a, [b], 300, 60);
    return [
      figure('key in one editor to text in the other, 2 peers, p50', quantile(times, 0.5), 'ms', 10),
      figure('key in one editor to text in the other, 2 peers, p95', quantile(times, 0.95), 'ms', 30),
    ];
  });
}

function benchTen(): Promise<readonly BenchResult[]> {
  return inMeeting('loopback', TEN, async (meeting, peers) => {
    const [writer, ...readers] = peers as [Peer, ...Peer[]];
    const times = await measureKeys(writer, readers, 200, 80);
    const one = await measureTyping(meeting, 1, 10_000);
    const three = await measureTyping(meeting, 3, 15_000);
    const idle = await measureTyping(meeting, 0, 10_000);
    return [
      figure('key in one editor to text in the others, 10 peers, p50', quantile(times, 0.5), 'ms'),
      figure('key in one editor to text in the others, 10 peers, p95', quantile(times, 0.95), 'ms', 50),
      figure('messages a keystroke, 10 peers, one typing', one.messages, 'messages', 12),
      figure('messages a keystroke, 10 peers, 3 typing', three.messages, 'messages', 12),
      figure('CPU of 10 peers, 3 typing, of one core', three.cpu * 100, '%', 35),
      figure('CPU of 10 peers, nobody typing, of one core', idle.cpu * 100, '%'),
    ];
  });
}

async function benchJoining(): Promise<readonly BenchResult[]> {
  const results: BenchResult[] = [];
  for (const { megabytes, goal } of SIZES) {
    const times: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const world = await openWorld('loopback', TEN.slice(0, 2));
      try {
        const [host, guest] = world.peers as [Peer, Peer];
        times.push(await joinLarge(host, guest, await openLarge(host, megabytes), 60_000));
        faults.push(...(await findFaults(world.peers, { within: 20_000 })));
      } finally {
        await world.close();
      }
    }
    results.push(
      figure(`joining ${megabytes} MB, from Join to all there, median`, quantile(times, 0.5), 'ms', goal),
    );
  }
  return results;
}

function benchRelay(): Promise<readonly BenchResult[]> {
  return inMeeting('loopback', TEN.slice(0, 2), async ({ relay, invite, item, add }) => {
    const from = performance.now();
    await floodRelay(relay.url, JUNK, topicOf(invite));
    const seconds = (performance.now() - from) / 1_000;
    const { status } = await fetch(new URL('health', relay.url));
    const late = await add('late');
    await late.join(invite, item);
    await until('the late one is live', 10_000, async () => (await late.status()).startsWith('Live'));
    return [
      figure(`relay harmed by ${JUNK} junk messages`, status === 200 ? 0 : 1, 'times', 0),
      figure('time of that junk', seconds, 's'),
    ];
  });
}

function benchCuts(): Promise<readonly BenchResult[]> {
  return inMeeting('lab', TEN.slice(0, 2), async (meeting, peers) => {
    const results: BenchResult[] = [];
    for (const [kind, seconds] of CUTS) {
      await until('both are live', 20_000, async () =>
        (await Promise.all(peers.map((peer) => peer.status()))).every((words) => words.startsWith('Live')),
      );
      const { noticedMs, equalMs } = await cutAndHeal(meeting, kind, seconds, 120_000);
      const noticed = Math.max(...noticedMs.map((time) => time ?? Number.POSITIVE_INFINITY));
      results.push(
        figure(`cut of ${seconds} s, ${kind}: in the status of both`, noticed, 'ms', 4_000),
        figure(`cut of ${seconds} s, ${kind}: equal again`, equalMs, 'ms', 2_500),
      );
    }
    return results;
  });
}

async function benchGhost(): Promise<readonly BenchResult[]> {
  return inMeeting('lab', TEN.slice(0, 2), async ({ item }, peers) => {
    const [a, b] = peers as [Peer, Peer];
    b.computer?.signal('SIGKILL', '--type=renderer');
    const { greyMs, goneMs } = await watchGhost(a, b);
    await b.restart(item);
    return [
      figure('ghost of a crashed peer: grey', greyMs, 'ms', 5_000),
      figure('ghost of a crashed peer: gone', goneMs, 'ms', 15_000),
    ];
  });
}

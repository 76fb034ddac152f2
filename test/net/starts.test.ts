// All open the meeting in the same moment, over and over: where stock y-webrtc leaves every third pair deaf.
import { expect, test } from 'vitest';
import { closedAfterEach } from './app/closed-after-each.ts';
import { findFaults } from './app/equal.ts';
import { startTogether } from './app/starts.ts';
import { openMeeting } from './app/world.ts';
import { FULL } from './lab/available.ts';

const NAMES = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];
const ROUNDS = FULL
  ? [
      { size: 2, rounds: 50 },
      { size: 5, rounds: 20 },
      { size: 10, rounds: 5 },
    ]
  : [
      { size: 2, rounds: 8 },
      { size: 5, rounds: 2 },
    ];

const open = closedAfterEach(openMeeting);

test.each(ROUNDS)(
  '$size who start at once are together within 8 s, $rounds times in a row',
  {
    timeout: 600_000,
  },
  async ({ size, rounds }) => {
    const meeting = await open('loopback', NAMES.slice(0, size));
    const times = await startTogether(meeting, rounds, 8_000);
    console.log(`${size} at once: together after ${times.map((time) => Math.round(time)).join(', ')} ms`);
    expect(times.filter((time) => time > 8_000)).toEqual([]);
    expect(await findFaults(meeting.peers)).toEqual([]);
  },
);

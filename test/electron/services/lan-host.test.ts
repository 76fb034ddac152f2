import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, test } from 'vitest';
import { lanHosts } from '../../../electron/services/lan-addresses.ts';
import { createLanHost, type Ready } from '../../../electron/services/lan-host.ts';
import { ok } from '../../../shared/base/result.ts';

function info(address: string, internal = false): NetworkInterfaceInfo {
  const family = address.includes(':') ? 'IPv6' : 'IPv4';
  return { address, family, internal, netmask: '', mac: '', cidr: null, scopeid: 0 } as NetworkInterfaceInfo;
}

describe("this computer's addresses for others", () => {
  test('are those of a network it shares with them, likely ones first', () => {
    expect(
      lanHosts({
        docker0: [info('172.17.0.1')],
        lo: [info('127.0.0.1', true), info('::1', true)],
        tun0: [info('10.8.0.2')],
        wlan0: [info('fe80::1'), info('2001:db8::20'), info('fd00::20'), info('192.168.1.20')],
        eth1: [info('169.254.9.9'), info('203.0.113.5')],
      }),
    ).toEqual([
      '192.168.1.20',
      '203.0.113.5',
      '[2001:db8::20]',
      '[fd00::20]',
      '169.254.9.9',
      '172.17.0.1',
      '10.8.0.2',
    ]);
  });

  test('are none without a network', () => {
    expect(lanHosts({ lo: [info('127.0.0.1', true)] })).toEqual([]);
  });
});

/** A host whose relay answers each port as given; what happened, in order. */
function hostWith(answers: Readonly<Record<number, Ready>>, lanPort: number | null = null) {
  const events: string[] = [];
  const ends: (() => void)[] = [];
  const current = { lanPort };
  const lan = createLanHost({
    start: (port) => {
      events.push(`start ${port}`);
      const ended = new Promise<void>((resolve) => ends.push(resolve));
      return {
        ready: Promise.resolve(answers[port] ?? { kind: 'failed', reason: 'no room.' }),
        ended,
        stop: () => {
          events.push('stop');
          ends.at(-1)?.();
        },
      };
    },
    interfaces: () => ({ eth0: [info('192.168.1.20')] }),
    settings: {
      current,
      change: async (change) => {
        Object.assign(current, change);
        return ok(null);
      },
    },
  });
  return { lan, events, current, crash: () => ends.at(-1)?.() };
}

test('a start that breaks down is no end of starting', async () => {
  let broken = true;
  const lan = createLanHost({
    start: () => {
      if (broken) throw new Error('no such file');
      return { ready: Promise.resolve(listening(4718)), ended: new Promise(() => {}), stop: () => {} };
    },
    interfaces: () => ({ eth0: [info('192.168.1.20')] }),
    settings: { current: { lanPort: null }, change: async () => ok(null) },
  });
  await expect(lan.start()).rejects.toThrow('no such file');
  broken = false;
  expect(await lan.start()).toMatchObject({ ok: true, value: { running: true } });
});

const listening = (port: number): Ready => ({ kind: 'listening', port });
const RUNNING = {
  running: true,
  addresses: [{ page: 'http://192.168.1.20:4718/', relay: 'ws://192.168.1.20:4718/signal' }],
};

describe('hosting on the own network', () => {
  test('starts once, says where it is, and stops', async () => {
    const { lan, events } = hostWith({ 4718: listening(4718) });
    expect(await lan.state()).toEqual(ok({ running: false, addresses: [] }));
    expect(await Promise.all([lan.start(), lan.start()])).toEqual([ok(RUNNING), ok(RUNNING)]);
    expect(await lan.state()).toEqual(ok(RUNNING));
    expect(await lan.stop()).toEqual(ok({ running: false, addresses: [] }));
    await lan.stop();
    expect(events).toEqual(['start 4718', 'stop']);
  });

  test('takes the port of last time, another one when that is taken, and remembers it', async () => {
    const { lan, events, current } = hostWith({ 5000: { kind: 'port-taken' }, 0: listening(40_001) }, 5_000);
    expect(await lan.start()).toMatchObject({
      value: { addresses: [{ page: 'http://192.168.1.20:40001/' }] },
    });
    expect(events).toEqual(['start 5000', 'start 0']);
    expect(current.lanPort).toBe(40_001);
  });

  test('that cannot be is told in words', async () => {
    const { lan } = hostWith({ 4718: { kind: 'failed', reason: 'the firewall said no.' } });
    expect(await lan.start()).toEqual({
      ok: false,
      error: {
        code: 'lan-failed',
        message: 'Hosting on this network did not start: the firewall said no.',
      },
    });
    expect(await lan.state()).toEqual(ok({ running: false, addresses: [] }));
  });

  test('that ended by itself is known to have, and can be started again', async () => {
    const { lan, events, crash } = hostWith({ 4718: listening(4718) });
    await lan.start();
    crash();
    await Promise.resolve();
    expect(await lan.state()).toEqual(ok({ running: false, addresses: [] }));
    await lan.start();
    expect(events).toEqual(['start 4718', 'start 4718']);
  });
});

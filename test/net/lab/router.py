"""The laboratory's network: one TUN device per computer, and what happens to a packet on its way between them.

Usage: router.py SEED DEVICE ... (device i belongs to computer i, at 10.77.<i>.2). Reads commands from standard input, one
JSON object a line (router.ts has their type), answers each with a line of what has passed so far, and ends with its input.
"""

import fcntl
import heapq
import json
import os
import random
import select
import socket
import struct
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TUN = 0x0001
IFF_NO_PI = 0x1000
PROTOCOLS = {"tcp": 6, "udp": 17}
# What is on its way at most; more is lost, as in a real router whose buffers are full.
MOST_QUEUED = 50_000


def open_device(name):
    device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN | IFF_NO_PI))
    return device


class Router:
    def __init__(self, seed, names):
        self.random = random.Random(seed)
        self.devices = [open_device(name) for name in names]
        self.delay = self.jitter = self.loss = 0.0
        self.down = set()
        self.cuts = []
        self.addresses = {socket.inet_aton(f"10.77.{i}.2"): i for i in range(len(names))}
        self.queue = []
        self.count = 0
        self.passed = [0] * len(names)
        self.lost = 0

    def command(self, line):
        wanted = json.loads(line)
        self.delay = wanted.get("delayMs", self.delay * 1000) / 1000
        self.jitter = wanted.get("jitterMs", self.jitter * 1000) / 1000
        self.loss = wanted.get("loss", self.loss)
        if "down" in wanted:
            self.down = set(wanted["down"])
        if "cuts" in wanted:
            self.cuts = [(cut["from"], cut["to"], PROTOCOLS.get(cut["carries"])) for cut in wanted["cuts"]]
        for address, node in wanted.get("addresses", {}).items():
            self.addresses[socket.inet_aton(address)] = node
        return json.dumps({"bytesTo": self.passed, "lost": self.lost})

    def is_lost(self, source, target, protocol):
        if target is None or source in self.down or target in self.down:
            return True
        for start, end, only in self.cuts:
            if start == source and end == target and only in (None, protocol):
                return True
        return self.loss > 0 and self.random.random() < self.loss

    def take(self, source):
        """Everything that computer `source` has sent."""
        while True:
            try:
                packet = os.read(self.devices[source], 65536)
            except BlockingIOError:
                return
            except OSError:  # The adapter is down.
                return
            if packet[0] >> 4 != 4:
                continue
            target = self.addresses.get(packet[16:20])
            if self.is_lost(source, target, packet[9]) or len(self.queue) >= MOST_QUEUED:
                self.lost += 1
            elif self.delay == 0 and self.jitter == 0:
                self.give(target, packet)
            else:
                due = time.monotonic() + self.delay + self.random.random() * self.jitter
                self.count += 1
                heapq.heappush(self.queue, (due, self.count, target, packet))

    def give(self, target, packet):
        if target in self.down:  # Went off the net while this was on its way.
            self.lost += 1
            return
        try:
            os.write(self.devices[target], packet)
            self.passed[target] += len(packet)
        except OSError:
            self.lost += 1

    def run(self):
        poll = select.epoll()
        poll.register(sys.stdin.fileno(), select.EPOLLIN)
        sources = {device: index for index, device in enumerate(self.devices)}
        for device in self.devices:
            poll.register(device, select.EPOLLIN)
        pending = b""
        while True:
            wait = max(0.0, self.queue[0][0] - time.monotonic()) if self.queue else -1
            for ready, _ in poll.poll(wait):
                if ready in sources:
                    self.take(sources[ready])
                    continue
                read = os.read(ready, 65536)
                if not read:
                    return
                *lines, pending = (pending + read).split(b"\n")
                for line in lines:
                    print(self.command(line), flush=True)
            now = time.monotonic()
            while self.queue and self.queue[0][0] <= now:
                _, _, target, packet = heapq.heappop(self.queue)
                self.give(target, packet)


router = Router(int(sys.argv[1]), sys.argv[2:])
print(json.dumps({"bytesTo": router.passed, "lost": 0}), flush=True)
router.run()

// What comes over a link, part for part to whom it concerns; and what y-webrtc sends over it.

import * as Y from 'yjs';
import type { Beats } from './beats.ts';
import type { Conduct } from './conduct.ts';
import { type Part, readFrame, readPart, writePart } from './frame.ts';
import type { Intake } from './intake.ts';
import type { PresenceDesk } from './presence-desk.ts';
import type { SyncDesk } from './sync-desk.ts';
import type { Wire } from './wire.ts';

export interface Frames {
  /** A frame of the other end. */
  take(wire: Wire, bytes: Uint8Array): void;
  /**
   * A message of y-webrtc. Its broadcasts are not passed on, because it does not know where a change came from (90
   * messages a key among ten, instead of 9): broadcast.ts and the presence desk do that.
   */
  pass(wire: Wire, message: Uint8Array): void;
}

interface FramesOptions {
  readonly conduct: Conduct;
  readonly intake: Intake;
  readonly sync: SyncDesk;
  readonly presence: PresenceDesk;
  readonly beats: Beats;
  readonly version: () => number;
}

export function createFrames({ conduct, intake, sync, presence, beats, version }: FramesOptions): Frames {
  const takePart = (wire: Wire, { kind, body }: Part, done: () => void) => {
    // A strike for an earlier part may have closed it.
    if (!wire.open) return;
    const { change, hello } = wire.open;
    switch (kind) {
      case 'presence':
        presence.take(wire, body);
        return done();
      case 'step1':
        if (!wire.mayAsk()) return conduct.strike(hello, 'too many requests');
        if (!isStateVector(body)) return conduct.strike(hello, 'bad frame');
        wire.peer.emit('data', writePart({ kind, body }));
        return done();
      case 'step2':
      case 'update': {
        const asked = kind === 'step2' && wire.sync.askedAt !== null;
        intake.take({ change, update: body, asked, done });
        if (!asked) return;
        sync.answered(wire);
        // Both ends know at once that they are equal, and what has arrived.
        beats.send(wire);
      }
    }
  };

  const take = (wire: Wire, bytes: Uint8Array) => {
    if (!wire.open) return;
    const frame = readFrame(bytes);
    if (!frame) return conduct.strike(wire.open.hello, 'bad frame');
    const { change } = wire.open;
    const whole = frame.parts.some(({ kind }) => kind === 'step2');
    let left = frame.parts.length;
    for (const part of frame.parts) {
      takePart(wire, part, () => {
        left -= 1;
        if (left === 0 && wire.open?.change === change) wire.ledger.took(frame.stamp, whole);
      });
    }
  };

  const pass = (wire: Wire, message: Uint8Array) => {
    const part = readPart(message);
    if (part?.kind === 'step1') sync.ask(wire);
    else if (part?.kind === 'step2') wire.post([message], version(), true);
    else if (part?.kind === 'presence' && wire.opening) wire.post([message], null);
  };

  return { take, pass };
}

function isStateVector(bytes: Uint8Array): boolean {
  try {
    Y.decodeStateVector(bytes);
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as wire from '../../../../renderer/sync/link/wire.ts';

const bytes = fc.uint8Array({ maxLength: 300 });
const kind = fc.constantFrom('frame' as const, 'beat' as const);
const number = fc.nat(0xffffffff);

test('what is written is read again', () => {
  fc.assert(
    fc.property(bytes, kind, number, number, (body, kind, stream, total) => {
      expect(wire.readWire(wire.writeHello(body))).toEqual({ code: 'hello', body });
      expect(wire.readWire(wire.writeProof(body))).toEqual({ code: 'proof', body });
      expect(wire.readWire(wire.writeWhole(kind, body))).toEqual({ code: 'whole', kind, body });
      const first = wire.writeFirst(kind, stream, total, body);
      expect(wire.readWire(first)).toEqual({ code: 'first', kind, stream, total, body });
      expect(wire.readWire(wire.writeNext(stream, body))).toEqual({ code: 'next', stream, body });
    }),
  );
  expect(wire.readWire(wire.writeUse())).toEqual({ code: 'use' });
  expect(wire.readWire(wire.writeBye('left'))).toEqual({ code: 'bye', refused: false });
  expect(wire.readWire(wire.writeBye('dropped'))).toEqual({ code: 'bye', refused: true });
});

test('any other bytes are read as nothing or as a message, never as an error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (junk) => {
      const message = wire.readWire(junk);
      if (junk.length === 0 || (junk[0] ?? 0) > 6) expect(message).toBeNull();
    }),
    { numRuns: 5_000 },
  );
});

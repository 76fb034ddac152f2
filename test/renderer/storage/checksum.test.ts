import { crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32 } from '../../../renderer/storage/checksum.ts';

test('is the CRC-32 that everybody computes', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(crc32(bytes)).toBe(zlibCrc32(bytes));
    }),
  );
});

test('tells any single flipped bit', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), fc.nat(7), (bytes, at, bit) => {
      const other = bytes.slice();
      const index = at % bytes.length;
      other[index] = (other[index] ?? 0) ^ (1 << bit);
      expect(crc32(other)).not.toBe(crc32(bytes));
    }),
  );
});

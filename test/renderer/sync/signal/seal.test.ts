import { describe, expect, test } from 'vitest';
import { createSeal, MAX_SEALED_LENGTH } from '../../../../renderer/sync/signal/seal.ts';

const KEY = new Uint8Array(32).fill(7);
const MESSAGE = { type: 'announce', from: 'ünï' };

function sealed(value: unknown = MESSAGE): string {
  const text = createSeal('topic', KEY).close(value);
  if (text === null) throw new Error('Too large');
  return text;
}

describe('a sealed message', () => {
  test('is opened by who has the key, and shows nothing to who has not', () => {
    const text = sealed();
    expect(text).toMatch(/^[\w-]+$/);
    expect(Buffer.from(text, 'base64url').toString('latin1')).not.toContain('announce');
    expect(createSeal('topic', KEY).open(text)).toEqual({ value: MESSAGE });
    expect(createSeal('topic', new Uint8Array(32).fill(8)).open(text)).toBe('not-ours');
  });

  test('counts only in its own room', () => {
    expect(createSeal('another', KEY).open(sealed())).toBe('not-ours');
  });

  test('is taken once, and never back by who sent it', () => {
    const seal = createSeal('topic', KEY);
    const text = sealed();
    expect(seal.open(text)).toEqual({ value: MESSAGE });
    expect(seal.open(text)).toBe('replayed');
    expect(seal.open(seal.close(MESSAGE) ?? '')).toBe('replayed');
  });

  test('is refused with any letter changed, cut or added', () => {
    const text = sealed();
    const seal = createSeal('topic', KEY);
    for (let at = 0; at < text.length; at += 1) {
      const changed = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
      expect(seal.open(changed), `letter ${at}`).toBe('not-ours');
    }
    for (let length = 0; length < text.length; length += 1)
      expect(seal.open(text.slice(0, length))).toBe('not-ours');
    expect(seal.open(`${text}A`)).toBe('not-ours');
    expect(seal.open(text)).toEqual({ value: MESSAGE });
  });

  test('too large for the relay is not made, and not read', () => {
    const seal = createSeal('topic', KEY);
    expect(seal.close('x'.repeat(MAX_SEALED_LENGTH))).toBeNull();
    expect(seal.open('A'.repeat(MAX_SEALED_LENGTH + 4))).toBe('not-ours');
  });

  test('never has the same words twice', () => {
    expect(new Set(Array.from({ length: 200 }, () => sealed())).size).toBe(200);
  });
});

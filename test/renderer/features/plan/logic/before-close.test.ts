import { expect, test } from 'vitest';
import { beforeClose } from '../../../../../renderer/features/plan/logic/before-close.ts';
import { item } from '../builders.ts';

const topic = item('topic');
const close = item('close', { kind: 'close' });

test('something new comes last', () => {
  expect(beforeClose([])).toBeUndefined();
  expect(beforeClose([topic])).toBeUndefined();
  expect(beforeClose([close, topic])).toBeUndefined();
});

test('but nothing comes after the close', () => {
  expect(beforeClose([topic, close])).toBe(1);
  expect(beforeClose([close])).toBe(0);
});

import { describe, expect, test } from 'vitest';
import {
  EngineFault,
  LimitReached,
  SeededRandom,
  UnsupportedFeature,
  alignDown,
  alignUp,
  assert,
  hex,
  isPowerOfTwo,
  log2Exact,
  lowestBit,
} from '../../../engine/base/index.ts';

describe('bits', () => {
  test.each([
    [0, 16, 0, 0],
    [1, 16, 16, 0],
    [16, 16, 16, 16],
    [17, 16, 32, 16],
    [2 ** 40 + 1, 4096, 2 ** 40 + 4096, 2 ** 40],
  ])('%i in units of %i', (n, unit, up, down) => {
    expect([alignUp(n, unit), alignDown(n, unit)]).toEqual([up, down]);
  });

  test('powers of two', () => {
    expect([0, 1, 2, 3, 4096, 2 ** 40, -4].map(isPowerOfTwo)).toEqual([
      false,
      true,
      true,
      false,
      true,
      true,
      false,
    ]);
    expect([1, 2, 4096, 2 ** 31].map(log2Exact)).toEqual([0, 1, 12, 31]);
    expect([1, 6, 8, 0x80000000 | 0].map(lowestBit)).toEqual([0, 1, 3, 31]);
    expect(hex(0x7f3a00001230)).toBe('0x7f3a00001230');
  });
});

test('the same seed gives the same numbers, on every machine', () => {
  const random = new SeededRandom(1);
  const first = [random.next(), random.next(), random.below(10), random.float()];
  const again = new SeededRandom(1);
  expect([again.next(), again.next(), again.below(10), again.float()]).toEqual(first);
  expect(first.slice(0, 2)).toEqual([2693262067, 11749833]);
  const counts = new Array<number>(6).fill(0);
  for (let i = 0; i < 60_000; i += 1) counts[random.below(6)]! += 1;
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
});

test('errors say which of us is to blame', () => {
  expect(() => assert(false, 'the heap is upside down')).toThrow(EngineFault);
  expect(new LimitReached('memory', 64).message).toContain('memory');
  expect(new UnsupportedFeature('async def', 3, 0).message).toBe(
    'async def is not supported by this machine (line 3)',
  );
});

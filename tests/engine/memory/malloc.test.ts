import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CHeap,
  MMAP_THRESHOLD,
  Memory,
  PAGE_BYTES,
  binIndex,
} from '../../../engine/memory/index.ts';

const KiB = 1024;
const MiB = 1024 * KiB;

function heap(bytes = 8 * MiB): { memory: Memory; cheap: CHeap } {
  const memory = new Memory({ bytes, staticBytes: 64 * KiB, dataStackBytes: 4 * KiB });
  return { memory, cheap: new CHeap(memory) };
}

/** The heap as text: U used, F free, T top, M a mapping of its own, each with its chunk's size. */
function picture(cheap: CHeap): string {
  const parts: string[] = [];
  cheap.walk((_at, _user, bytes, state) => {
    const letter = { used: 'U', free: 'F', top: 'T', mapped: 'M' }[state];
    parts.push(state === 'top' ? letter : `${letter}${bytes}`);
  });
  return parts.join(' ');
}

describe('chunks', () => {
  test.each([
    [0, 24],
    [1, 24],
    [24, 24],
    [25, 40],
    [600, 600],
    [601, 616],
    [1000, 1000],
  ])('%i bytes: %i can be used, as with glibc', (n, usable) => {
    const { cheap } = heap();
    const p = cheap.malloc(n);
    expect(p % 16).toBe(0);
    expect(cheap.usableSize(p)).toBe(usable);
  });

  test('neighbours merge, a chunk is split, the last one becomes top', () => {
    const { cheap } = heap();
    const [a, b, c, d] = [100, 200, 300, 40].map((n) => cheap.malloc(n));
    expect(picture(cheap)).toBe('U112 U208 U320 U48 T');
    cheap.free(a!);
    cheap.free(c!);
    expect(picture(cheap)).toBe('F112 U208 F320 U48 T');
    cheap.free(b!);
    expect(picture(cheap)).toBe('F640 U48 T');
    expect(cheap.malloc(300)).toBe(a);
    expect(picture(cheap)).toBe('U320 F320 U48 T');
    cheap.free(d!);
    expect(picture(cheap)).toBe('U320 T');
    expect(cheap.check()).toEqual([]);
  });

  test('bins are monotone: what is in a higher bin is larger', () => {
    let last = 0;
    for (let size = 32; size < 2 * MiB; size += 16) {
      const index = binIndex(size);
      expect(index === last || index === last + 1 || last === 0).toBe(true);
      last = index;
    }
    expect(binIndex(2 ** 31 - 16)).toBeLessThan(256);
  });
});

describe('realloc', () => {
  test('grows into the wilderness and into a free chunk behind, in place', () => {
    const { cheap } = heap();
    let p = cheap.malloc(600);
    for (let n = 600; n < 100 * KiB; n = Math.ceil(n * 1.125)) expect(cheap.realloc(p, n)).toBe(p);
    p = cheap.realloc(p, 600);
    const behind = cheap.malloc(1000);
    cheap.malloc(10);
    cheap.free(behind);
    expect(cheap.realloc(p, 1500)).toBe(p);
    expect(cheap.realloc(p, 1400)).toBe(p);
    expect(cheap.realloc(p, 5000)).not.toBe(p);
    expect(cheap.check()).toEqual([]);
  });

  test('a shrunk chunk gives its end back', () => {
    const { cheap } = heap();
    const p = cheap.malloc(1000);
    cheap.malloc(10);
    expect(cheap.realloc(p, 100)).toBe(p);
    expect(picture(cheap)).toBe('U112 F896 U32 T');
  });

  test('a refused one leaves the block as it was', () => {
    const { memory, cheap } = heap(2 * MiB);
    const p = cheap.malloc(5000);
    memory.u8.fill(9, p, p + 5000);
    expect(cheap.realloc(p, 64 * MiB)).toBe(0);
    expect(cheap.realloc(p, 2 ** 63)).toBe(0);
    expect(memory.u8.subarray(p, p + 5000).every((byte) => byte === 9)).toBe(true);
    expect(cheap.check()).toEqual([]);
  });
});

describe('what goes back to the system', () => {
  test('a large block is a mapping of its own and goes back when it is freed', () => {
    const { memory, cheap } = heap();
    const p = cheap.malloc(MMAP_THRESHOLD);
    expect(memory.mappedPages().mappings).toBe(33);
    expect(cheap.stats().mappedChunks).toBe(1);
    expect(cheap.realloc(p, 10 * KiB)).toBe(p);
    expect(memory.mappedPages().mappings).toBe(3);
    cheap.free(p);
    expect(memory.mappedPages().mappings).toBe(0);
    expect(cheap.check()).toEqual([]);
  });

  test('the heap goes back only from its end: one survivor on top holds all', () => {
    const { memory, cheap } = heap();
    const blocks = Array.from({ length: 1000 }, () => cheap.malloc(2000));
    const last = cheap.malloc(16);
    const full = memory.mappedPages().heap;
    for (const p of blocks) cheap.free(p);
    expect(memory.mappedPages().heap).toBe(full);
    cheap.free(last);
    expect(memory.mappedPages().heap).toBeLessThan(40);
    expect(cheap.check()).toEqual([]);
  });
});

test('memory that is used up gives 0, and all of it can be had again', () => {
  const { memory, cheap } = heap(2 * MiB);
  const counts = [1, 2].map(() => {
    const blocks: number[] = [];
    for (let p = cheap.malloc(3000); p !== 0; p = cheap.malloc(3000)) blocks.push(p);
    expect(cheap.check()).toEqual([]);
    expect(cheap.malloc(200 * KiB)).toBe(0);
    for (const p of blocks) cheap.free(p);
    expect(cheap.check()).toEqual([]);
    return blocks.length;
  });
  expect(counts[0]).toBeGreaterThan((2 * MiB * 0.85) / 3016);
  expect(counts[1]).toBe(counts[0]);
  expect(memory.mappedPages().heap * PAGE_BYTES).toBeLessThanOrEqual(192 * KiB);
});

test.each([2 ** 31, 2 ** 32 + 16, 2 ** 63, Infinity, NaN])(
  'a request of %d bytes is refused',
  (n) => {
    const { cheap } = heap();
    expect([cheap.malloc(n), cheap.calloc(1, n), cheap.calloc(n, n)]).toEqual([0, 0, 0]);
  },
);

test('calloc clears what was used before', () => {
  const { memory, cheap } = heap();
  const p = cheap.malloc(500);
  memory.u8.fill(1, p, p + 500);
  cheap.free(p);
  expect(cheap.calloc(5, 100)).toBe(p);
  expect(memory.u8.subarray(p, p + 500).every((byte) => byte === 0)).toBe(true);
});

test('random operations against a model', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.uint32Array({ minLength: 1, maxLength: 4000, size: 'max' }), (ops) => {
      const { memory, cheap } = heap(4 * MiB);
      const live: { p: number; n: number; fill: number }[] = [];
      const holds = ({ p, n, fill }: (typeof live)[0]): boolean => {
        for (let at = p; at < p + n; at += 1) if (memory.u8[at] !== fill) return false;
        return true;
      };
      ops.forEach((op, i) => {
        const n =
          (op & 15) === 0 ? (op >>> 4) % (400 * KiB) : (op >>> 4) % ((op & 1) === 0 ? 300 : 9000);
        const index = live.length === 0 ? -1 : (op >>> 12) % live.length;
        const verb = (op >>> 28) + (i % 1000 < 500 ? 2 : 0);
        const fill = 1 + (i % 255);
        if (verb < 8 && index >= 0) {
          const block = live[index]!;
          expect(holds(block)).toBe(true);
          live[index] = live.at(-1)!;
          live.pop();
          if (verb < 5) cheap.free(block.p);
          else {
            const p = cheap.realloc(block.p, n);
            const now = p === 0 ? block : { p, n: Math.min(n, block.n), fill: block.fill };
            expect(holds(now)).toBe(true);
            if (p !== 0) memory.u8.fill(block.fill, p, p + n);
            live.push(p === 0 ? block : { p, n, fill: block.fill });
          }
        } else {
          const p = cheap.malloc(n);
          if (p !== 0) {
            memory.u8.fill(fill, p, p + n);
            live.push({ p, n, fill });
          }
        }
        if (i % 16 === 0) expect(cheap.check()).toEqual([]);
      });
      expect(live.every(holds)).toBe(true);
      for (const { p } of live) cheap.free(p);
      expect(cheap.check()).toEqual([]);
      expect(cheap.stats()).toMatchObject({
        inUseBytes: 0,
        inUseChunks: 0,
        mappedBytes: 0,
        freeChunks: 0,
      });
      expect(memory.mappedPages().mappings).toBe(0);
    }),
    { numRuns: 40, seed: 7, endOnFailure: true },
  );
});

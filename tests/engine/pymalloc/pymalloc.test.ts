import { describe, expect, test } from 'vitest';
import { checkPymalloc } from '../../../engine/pymalloc/check.ts';
import { MmapArenaAllocator, POOL_HEADER, Pymalloc } from '../../../engine/pymalloc/index.ts';
import { ADDRESS_HIGH } from '../../../engine/memory/index.ts';
import { SeededRandom } from '../../../engine/base/index.ts';
import { pymallocGeometries } from '../../../engine/profiles/pymalloc.ts';
import type { PymallocGeometry, PymallocGeometryName } from '../../../engine/profiles/pymalloc.ts';
import { KiB, MiB, checkpoint, heap, tinyArenas } from './heap.ts';

/** Observed maximum of ref.count for the classes 16, 32 ... 512 (measured on 3.8 to 3.15). */
const blocksPerPool = {
  4096: [
    253, 126, 84, 63, 50, 42, 36, 31, 28, 25, 23, 21, 19, 18, 16, 15, 14, 14, 13, 12, 12, 11, 11,
    10, 10, 9, 9, 9, 8, 8, 8, 7,
  ],
  16384: [
    1021, 510, 340, 255, 204, 170, 145, 127, 113, 102, 92, 85, 78, 72, 68, 63, 60, 56, 53, 51, 48,
    46, 44, 42, 40, 39, 37, 36, 35, 34, 32, 31,
  ],
};

const releases: PymallocGeometryName[] = [
  '3.8',
  '3.9',
  '3.10',
  '3.11',
  '3.12',
  '3.13',
  '3.14.2',
  '3.14',
  '3.15',
];

describe('geometry', () => {
  test.each(releases)('%s: blocks in a full pool, as measured', (release) => {
    const { memory, pymalloc } = heap(release);
    const expected = blocksPerPool[pymalloc.geometry.poolBytes as 4096 | 16384];
    for (let szidx = 0; szidx < 32; szidx += 1) {
      const first = pymalloc.malloc(16 * szidx + 1);
      const pool = pymalloc.poolAddr(first);
      let last = first;
      for (let i = 1; i < expected[szidx]!; i += 1) {
        const next = pymalloc.malloc(16 * szidx + 16);
        expect(next).toBe(last + 16 * (szidx + 1));
        last = next;
      }
      expect(memory.i32[pool >> 2]).toBe(expected[szidx]);
      expect(memory.loadPtr(pool + POOL_HEADER.freeblock)).toBe(0);
      expect(pymalloc.poolAddr(pymalloc.malloc(16 * szidx + 16))).not.toBe(pool);
    }
  });

  const good = pymallocGeometries['3.13'];
  test.each<[string, PymallocGeometry]>([
    ['alignment', { ...good, alignment: 24 }],
    ['threshold', { ...good, smallRequestThreshold: 1024 }],
    ['threshold', { ...good, smallRequestThreshold: 500 }],
    ['pool or arena size', { ...good, arenaBytes: 3 * MiB }],
    ['larger than an arena', { ...good, poolBytes: 2 * MiB }],
    ['pool header', { ...good, poolHeaderBytes: 32 }],
    ['first block', { ...good, poolHeaderBytes: 56 }],
    ['must be a page', { ...good, radixTree: null }],
    ['top index', { ...good, radixTree: { top: 20, mid: 4, bot: 4 } }],
  ])('one that breaks an invariant is refused: %s', (why, geometry) => {
    expect(() => heap(geometry)).toThrow(why);
  });
});

describe('structures in memory', () => {
  test('a pool header and its free list, field by field', () => {
    const { memory, pymalloc } = heap('3.13');
    const a = pymalloc.malloc(40);
    const b = pymalloc.malloc(48);
    const pool = pymalloc.poolAddr(a);
    const { i32 } = memory;
    const w = pool >> 2;
    expect([a - pool, b - pool]).toEqual([48, 96]);
    expect(i32[w]).toBe(2); // ref.count
    expect([i32[w + 2], i32[w + 3]]).toEqual([pool + 144, ADDRESS_HIGH]); // freeblock: the virgin block
    const header = pymalloc.usedpools + 32 - 16;
    expect([i32[w + 4], i32[w + 6]]).toEqual([header, header]); // nextpool, prevpool: alone in its list
    expect([i32[w + 8], i32[w + 9]]).toEqual([0, 2]); // arenaindex, szidx
    expect([i32[w + 10], i32[w + 11]]).toEqual([192, 16384 - 48]); // nextoffset, maxnextoffset
    memory.u8.fill(0x77, a, a + 48);
    pymalloc.free(a);
    expect([i32[a >> 2], i32[(a >> 2) + 1]]).toEqual([pool + 144, ADDRESS_HIGH]);
    expect(i32[(a >> 2) + 2]).toBe(0x77777777); // All but the link stays.
    expect(pymalloc.malloc(33)).toBe(a);
  });

  test('a pool that was full leads its class once a block of it is free', () => {
    const { pymalloc } = heap('3.9');
    const blocks = Array.from({ length: 7 * 3 }, () => pymalloc.malloc(512));
    pymalloc.free(blocks[3]!);
    pymalloc.free(blocks[10]!);
    expect(pymalloc.malloc(512)).toBe(blocks[10]);
    expect(pymalloc.malloc(512)).toBe(blocks[3]);
  });

  test('the vector of arena_objects starts with 16 slots and doubles', () => {
    const { memory, cheap, pymalloc } = heap('3.9', 64 * MiB);
    expect(pymalloc.maxarenas).toBe(0);
    const sizes = new Set<number>();
    while (pymalloc.narenasCurrentlyAllocated < 40) {
      pymalloc.malloc(512);
      sizes.add(pymalloc.maxarenas);
    }
    expect([...sizes]).toEqual([16, 32, 64]);
    expect(cheap.usableSize(pymalloc.arenaObject(0))).toBeGreaterThanOrEqual(64 * 48);
    expect(checkPymalloc(memory, pymalloc)).toEqual([]);
  });

  test.each([
    ['3.10', 0, 64],
    ['3.10', 4 * KiB, 63],
    ['3.8', 4 * KiB, 64],
  ] as const)('%s with arenas %i bytes off a border: %i pools', (release, offset, pools) => {
    const { memory, cheap } = heap(release);
    const arena = new MmapArenaAllocator(memory, offset);
    const pymalloc = new Pymalloc(memory, cheap, pymallocGeometries[release], { arena });
    pymalloc.malloc(1);
    expect(memory.i32[(pymalloc.arenaObject(0) + 20) >> 2]).toBe(pools);
  });

  test('the radix tree knows exactly the arenas', () => {
    const { memory, cheap, pymalloc } = heap('3.13');
    const arena = new MmapArenaAllocator(memory, 36 * KiB);
    const unaligned = new Pymalloc(memory, cheap, pymallocGeometries['3.10'], { arena });
    for (const p of [pymalloc, unaligned]) {
      const block = p.malloc(1);
      const base = memory.loadPtr(p.arenaObject(0));
      expect(p.addressInRange(block)).toBe(true);
      expect(
        [base - 1, base, base + MiB - 1, base + MiB].map((at) => p.addressInRange(at)),
      ).toEqual([false, true, true, false]);
    }
    expect(pymalloc.addressInRange(cheap.malloc(100))).toBe(false);
    expect(pymalloc.arenaMapCounts).toEqual({ mid: 1, bot: 1 });
  });
});

describe('rules of realloc', () => {
  test.each([
    [512, 385, true],
    [512, 384, false],
    [512, 512, true],
    [64, 49, true],
    [64, 48, false],
    [16, 1, false],
    [16, 13, true],
    [100, 112, true],
    [100, 113, false],
  ])('%i bytes to %i: stays %s', (from, to, stays) => {
    const { memory, pymalloc } = heap();
    const p = pymalloc.malloc(from);
    for (let i = 0; i < from; i += 1) memory.u8[p + i] = i;
    const q = pymalloc.realloc(p, to);
    expect(q === p).toBe(stays);
    for (let i = 0; i < Math.min(from, to); i += 1) expect(memory.u8[q + i]).toBe(i % 256);
    expect(pymalloc.allocatedBlocks()).toBe(1);
  });

  test('what layer 0 gave stays with layer 0', () => {
    const { pymalloc } = heap();
    const p = pymalloc.malloc(600);
    expect(pymalloc.realloc(p, 20)).toBe(p);
    expect(pymalloc.addressInRange(p)).toBe(false);
    expect(pymalloc.rawAllocatedBlocks).toBe(1);
    pymalloc.free(p);
    expect(pymalloc.rawAllocatedBlocks).toBe(0);
  });

  test('to 0 bytes gives a block, of NULL is malloc', () => {
    const { pymalloc } = heap();
    const p = pymalloc.realloc(0, 30);
    expect(pymalloc.addressInRange(p)).toBe(true);
    const q = pymalloc.realloc(p, 0);
    expect(q).toBeGreaterThan(0);
    expect(pymalloc.addressInRange(q)).toBe(false);
    expect(pymalloc.allocatedBlocks()).toBe(1);
  });
});

describe('requests that are not for a pool', () => {
  test('0 bytes, and more than the threshold, go to layer 0 and are counted', () => {
    const { pymalloc } = heap();
    const blocks = [
      pymalloc.malloc(0),
      pymalloc.malloc(513),
      pymalloc.calloc(0, 8),
      pymalloc.calloc(2, 400),
    ];
    expect(new Set(blocks).size).toBe(4);
    for (const p of blocks) expect(pymalloc.addressInRange(p)).toBe(false);
    expect(pymalloc.allocatedBlocks()).toBe(4);
    expect(pymalloc.narenasCurrentlyAllocated).toBe(0);
  });

  test('impossible ones are refused, and nothing changes', () => {
    const { memory, cheap, pymalloc } = heap();
    const p = pymalloc.malloc(100);
    const before = memory.u8.slice();
    for (const n of [2 ** 63, 2 ** 64, 2 ** 31, 2 ** 32 + 16, Infinity, NaN]) {
      expect(pymalloc.malloc(n)).toBe(0);
      expect(pymalloc.realloc(p, n)).toBe(0);
      expect(pymalloc.calloc(1, n)).toBe(0);
      expect(pymalloc.calloc(n, 3)).toBe(0);
    }
    expect(pymalloc.calloc(2 ** 32, 2 ** 32)).toBe(0);
    expect(Buffer.compare(memory.u8, before)).toBe(0);
    expect(cheap.check()).toEqual([]);
  });
});

describe('when memory is used up', () => {
  test('malloc gives 0, nothing is lost, and all can be had again', () => {
    const { memory, cheap, pymalloc } = heap('3.13', 8 * MiB);
    const rounds = [1, 2].map(() => {
      const blocks: number[] = [];
      for (let p = pymalloc.malloc(200); p !== 0; p = pymalloc.malloc(200)) blocks.push(p);
      expect(checkPymalloc(memory, pymalloc)).toEqual([]);
      expect(pymalloc.realloc(blocks[0]!, 600)).toBe(0);
      expect(pymalloc.blockSize(blocks[0]!)).toBe(208);
      expect(pymalloc.allocatedBlocks()).toBe(blocks.length);
      for (const p of blocks) pymalloc.free(p);
      expect(pymalloc.allocatedBlocks()).toBe(0);
      expect(cheap.check()).toEqual([]);
      return blocks.length;
    });
    expect(rounds[0]).toBeGreaterThan(20_000);
    expect(rounds[1]).toBe(rounds[0]);
    expect(pymalloc.narenasCurrentlyAllocated).toBe(1);
  });

  test('an arena that is refused: the request falls to layer 0, later ones get arenas again', () => {
    let refuse = true;
    const { memory, pymalloc } = heap('3.13', 32 * MiB, {
      arena: {
        alloc: (n): number => (refuse ? 0 : memory.mmap(n)),
        free: (at, n): void => memory.munmap(at, n),
      },
    });
    const p = pymalloc.malloc(10);
    expect(pymalloc.addressInRange(p)).toBe(false);
    expect(checkPymalloc(memory, pymalloc)).toEqual([]);
    refuse = false;
    expect(pymalloc.addressInRange(pymalloc.malloc(10))).toBe(true);
    pymalloc.free(p);
    expect(pymalloc.allocatedBlocks()).toBe(1);
    expect(checkPymalloc(memory, pymalloc)).toEqual([]);
  });

  test.each([0, 1, 2, 3])('layer 1 refuses request %i: no arena is lost', (failing) => {
    const plain = heap('3.13', 32 * MiB);
    const calls = { count: 0, arenas: 0 };
    const raw = {
      malloc: (n: number): number => (failing === 3 ? plain.cheap.malloc(n) : 0),
      calloc: (c: number, s: number): number =>
        calls.count++ === failing ? 0 : plain.cheap.calloc(c, s),
      realloc: (p: number, n: number): number =>
        calls.count++ === failing ? 0 : plain.cheap.realloc(p, n),
      free: (p: number): void => plain.cheap.free(p),
    };
    const { memory } = plain;
    const arena = {
      alloc: (n: number): number => {
        calls.arenas += 1;
        return memory.mmap(n);
      },
      free: (at: number, n: number): void => {
        calls.arenas -= 1;
        memory.munmap(at, n);
      },
    };
    const pymalloc = new Pymalloc(memory, plain.cheap, pymallocGeometries['3.13'], { raw, arena });
    const p = pymalloc.malloc(10);
    expect(p > 0).toBe(failing === 3);
    expect(calls.arenas).toBe(failing === 3 ? 1 : 0);
    expect(checkPymalloc(memory, pymalloc)).toEqual([]);
    expect(pymalloc.malloc(10)).toBeGreaterThan(0);
    expect(checkPymalloc(memory, pymalloc)).toEqual([]);
  });
});

test.each(['3.8', '3.13', tinyArenas] as const)(
  'a checkpoint restores the machine exactly (%#)',
  (geometry) => {
    const { memory, cheap, pymalloc } = heap(geometry);
    const run = (seed: number, live: number[], steps: number): number[] => {
      const random = new SeededRandom(seed);
      const answers: number[] = [];
      for (let i = 0; i < steps; i += 1) {
        const n = random.below(700);
        const index = random.below(live.length + 1);
        if (random.below(100) < 50 && index < live.length) pymalloc.free(live.splice(index, 1)[0]!);
        else live.push(pymalloc.malloc(n));
        answers.push(live.at(-1) ?? 0);
        if (i % 100 === 0) answers.push(cheap.malloc(random.below(300_000)));
      }
      return answers;
    };
    const live: number[] = [];
    run(1, live, 3000);
    const restore = checkpoint(memory);
    const atCheckpoint = [...live];
    const first = run(2, live, 3000);
    restore();
    pymalloc.reload();
    cheap.reload();
    expect(checkPymalloc(memory, pymalloc)).toEqual([]);
    expect(run(2, atCheckpoint, 3000)).toEqual(first);
    expect(cheap.check()).toEqual([]);
  },
);

test('a checkpoint from before the first arena forgets the arenas', () => {
  const { memory, pymalloc } = heap('3.13');
  const restore = checkpoint(memory);
  const p = pymalloc.malloc(10);
  restore();
  pymalloc.reload();
  expect(pymalloc.addressInRange(p)).toBe(false);
  expect(pymalloc.malloc(10)).toBe(p);
});

describe('the checker finds', () => {
  const found = (
    break_: (h: ReturnType<typeof heap>, pool: number, a: number, b: number) => void,
  ): string => {
    const h = heap('3.13');
    const a = h.pymalloc.malloc(40);
    const b = h.pymalloc.malloc(40);
    const c = h.pymalloc.malloc(40);
    h.pymalloc.free(a);
    h.pymalloc.free(c);
    expect(checkPymalloc(h.memory, h.pymalloc)).toEqual([]);
    break_(h, h.pymalloc.poolAddr(a), a, b);
    return checkPymalloc(h.memory, h.pymalloc)
      .map(({ message }) => message)
      .join('; ');
  };

  test.each<[string, Parameters<typeof found>[0]]>([
    [
      '4 blocks carved off, 2 in use, 3 in the free list',
      ({ memory }, pool) => memory.i32[pool >> 2]!++,
    ],
    [
      '4 blocks carved off, 0 in use, 5 in the free list',
      ({ pymalloc }, _pool, a) => pymalloc.free(a),
    ],
    ['no carved block', ({ memory }, _pool, a) => memory.storePtr(a, a + 8)],
    ['high word 0x1', ({ memory }, pool) => (memory.i32[(pool >> 2) + 3] = 1)],
    ['arenaindex is wrong', ({ memory }, pool) => (memory.i32[(pool >> 2) + 8] = 7)],
    ['szidx is 99', ({ memory }, pool) => (memory.i32[(pool >> 2) + 9] = 99)],
    ['nextoffset is 1', ({ memory }, pool) => (memory.i32[(pool >> 2) + 10] = 1)],
    ['maxnextoffset is 1', ({ memory }, pool) => (memory.i32[(pool >> 2) + 11] = 1)],
    ['prevpool is not the pool before', ({ memory }, pool) => memory.storePtr(pool + 24, pool)],
    [
      'nfreepools is 5',
      ({ memory, pymalloc }) => (memory.i32[(pymalloc.arenaObject(0) + 16) >> 2] = 5),
    ],
    [
      'ntotalpools is 5',
      ({ memory, pymalloc }) => (memory.i32[(pymalloc.arenaObject(0) + 20) >> 2] = 5),
    ],
    ['0 are in usable_arenas', ({ memory, pymalloc }) => memory.storePtr(pymalloc.mgmt + 24, 0)],
    ['nfp2lasta has 2 entries', ({ memory, pymalloc }) => memory.storePtr(pymalloc.mgmt + 32, 16)],
    [
      'are in unused_arena_objects',
      ({ memory, pymalloc }) => memory.storePtr(pymalloc.mgmt + 16, 0),
    ],
    [
      'narenas_currently_allocated is 9',
      ({ memory, pymalloc }) => (memory.i32[pymalloc.counters >> 2] = 9),
    ],
    [
      'no border of a pool',
      ({ memory, pymalloc }) => memory.storePtr(pymalloc.arenaObject(0) + 8, 4096),
    ],
    [
      'is not mapped',
      ({ memory, pymalloc }) => memory.munmap(memory.loadPtr(pymalloc.arenaObject(0)), MiB),
    ],
  ])('%s', (message, break_) => {
    expect(found(break_)).toContain(message);
  });
});

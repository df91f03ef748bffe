import { describe, expect, test } from 'vitest';
import {
  DATA_STACK_HIGH_WORD,
  ADDRESS_HIGH,
  DATA_STACK_TOP_WORD,
  Memory,
  PAGE_BYTES,
  toAddress,
  toOffset,
} from '../../../engine/memory/index.ts';
import { SeededRandom } from '../../../engine/base/index.ts';

const KiB = 1024;
const MiB = 1024 * KiB;

function small(): Memory {
  return new Memory({ bytes: MiB, staticBytes: 64 * KiB, dataStackBytes: 64 * KiB });
}

describe('addresses', () => {
  test('a pointer is two words, NULL is all zero', () => {
    const memory = small();
    const at = memory.sbrkStatic(16);
    memory.storePtr(at, 0x1230);
    expect([memory.u32[at >> 2], memory.u32[(at >> 2) + 1]]).toEqual([0x1230, ADDRESS_HIGH]);
    expect(memory.b64[at >> 3]).toBe(BigInt(toAddress(0x1230)));
    memory.storePtrAt((at >> 2) + 2, 0x4560);
    expect(memory.loadPtr(at + 8)).toBe(0x4560);
    memory.storePtr(at, 0);
    expect(memory.b64[at >> 3]).toBe(0n);
    expect(memory.loadPtrAt(at >> 2)).toBe(0);
  });

  test('what a user sees has 47 bits, and leads back', () => {
    expect(toAddress(0x1230).toString(16)).toBe('7f3a00001230');
    expect(toAddress(2 ** 31 - 16)).toBeLessThan(2 ** 47);
    expect(toOffset(toAddress(0x1230))).toBe(0x1230);
    expect([toAddress(0), toOffset(0)]).toEqual([0, 0]);
    expect([toOffset(1), toOffset(2 ** 47), toOffset(ADDRESS_HIGH * 2 ** 32)]).toEqual([
      -1, -1, -1,
    ]);
  });
});

describe('segments', () => {
  test('lie in order, page by page, and start out empty', () => {
    const memory = small();
    const borders = [memory.staticBase, memory.staticLimit, memory.dataStackLimit, memory.bytes];
    expect(borders).toEqual([4096, 68 * KiB, 132 * KiB, MiB]);
    expect([memory.dataStackBase, memory.heapBase]).toEqual([
      memory.staticLimit,
      memory.dataStackLimit,
    ]);
    expect(memory.brk).toBe(memory.heapBase);
    expect(memory.dataStackTop).toBe(memory.dataStackBase);
    expect(memory.u8.subarray(0, 4096).every((byte) => byte === 0)).toBe(true);
  });

  test('too little room is a fault, not a wrong layout', () => {
    expect(() => new Memory({ bytes: 64 * KiB })).toThrow('no room');
    expect(() => new Memory({ bytes: 2 ** 32 })).toThrow('over 2 GiB');
    expect(() => small().sbrkStatic(65 * KiB)).toThrow('static segment');
  });

  test('the static segment hands out 16-aligned bytes', () => {
    const memory = small();
    const [a, b] = [memory.sbrkStatic(5), memory.sbrkStatic(5)];
    expect([a % 16, b - a]).toEqual([0, 16]);
  });

  test('the data stack top is a word that the VM may write', () => {
    const memory = small();
    memory.i32[DATA_STACK_TOP_WORD] = memory.dataStackBase + 100;
    expect(memory.dataStackTop).toBe(memory.dataStackBase + 100);
    expect(memory.mappedPages().dataStack).toBe(1);
    memory.dataStackTop = memory.dataStackBase;
    expect(memory.mappedPages().dataStack).toBe(0);
  });
});

describe('brk and mmap', () => {
  test('the C heap grows and shrinks, and new bytes are zero', () => {
    const memory = small();
    const base = memory.sbrk(2 * PAGE_BYTES);
    memory.u8.fill(7, base, base + 2 * PAGE_BYTES);
    expect(memory.sbrk(-PAGE_BYTES)).toBe(base + 2 * PAGE_BYTES);
    expect(memory.mappedPages().heap).toBe(1);
    memory.sbrk(PAGE_BYTES);
    expect([memory.u8[base], memory.u8[base + PAGE_BYTES]]).toEqual([7, 0]);
    expect(memory.sbrk(MiB)).toBe(0);
    expect(memory.sbrk(-MiB)).toBe(0);
    expect(memory.systemCalls.refusals).toBe(2);
  });

  test('mappings grow down from the top; the highest hole that fits is used again', () => {
    const memory = small();
    const [a, b, c] = [memory.mmap(8 * KiB), memory.mmap(5 * KiB), memory.mmap(16 * KiB)];
    expect([a, b, c]).toEqual([MiB - 8 * KiB, MiB - 16 * KiB, MiB - 32 * KiB]);
    memory.munmap(b, 8 * KiB);
    expect(memory.mmap(12 * KiB)).toBe(MiB - 44 * KiB);
    memory.u8[b] = 1;
    expect(memory.mmap(4 * KiB)).toBe(b + 4 * KiB);
    expect(memory.mmap(4 * KiB)).toBe(b);
    expect(memory.u8[b]).toBe(0);
    expect(memory.mappedPages().mappings).toBe(11);
  });

  test('an alignment and a phase can be asked for', () => {
    const memory = new Memory({ bytes: 8 * MiB, staticBytes: 64 * KiB, dataStackBytes: 64 * KiB });
    for (const phase of [0, 4 * KiB, 252 * KiB, 4 * KiB]) {
      expect(memory.mmap(256 * KiB, 256 * KiB, phase) % (256 * KiB)).toBe(phase);
    }
  });

  test('heap and mappings share the room between them', () => {
    const memory = small();
    const room = MiB - memory.heapBase;
    const a = memory.mmap(room - 8 * KiB);
    expect(memory.mmap(12 * KiB)).toBe(0);
    expect(memory.sbrk(12 * KiB)).toBe(0);
    expect(memory.sbrk(8 * KiB)).toBe(memory.heapBase);
    expect(memory.mmap(1)).toBe(0);
    memory.munmap(a, room - 8 * KiB);
    expect(memory.sbrk(12 * KiB)).toBe(memory.heapBase + 8 * KiB);
  });

  test('what is not mapped cannot be unmapped', () => {
    const memory = small();
    const a = memory.mmap(8 * KiB);
    expect(() => memory.munmap(a - PAGE_BYTES, 8 * KiB)).toThrow('not all mapped');
    expect(() => memory.munmap(a + 1, 1)).toThrow('not all mapped');
    expect([0, -1, NaN, Infinity].map((n) => memory.mmap(n))).toEqual([0, 0, 0, 0]);
  });

  test('against a model, 20,000 random calls', () => {
    const memory = small();
    const random = new SeededRandom(5);
    const pages = MiB / PAGE_BYTES;
    const taken = new Uint8Array(pages);
    const floor = memory.heapBase / PAGE_BYTES;
    let live: { page: number; count: number }[] = [];
    const modelFit = (count: number): number => {
      for (let page = pages - count; page >= floor; page -= 1) {
        if (taken.subarray(page, page + count).every((bit) => bit === 0)) return page;
      }
      return 0;
    };
    for (let i = 0; i < 20_000; i += 1) {
      if (random.below(2) === 0 || live.length === 0) {
        const count = 1 + random.below(40);
        const page = modelFit(count);
        expect(memory.mmap(count * PAGE_BYTES)).toBe(page * PAGE_BYTES);
        if (page !== 0) live.push({ page, count });
        taken.fill(1, page, page === 0 ? 0 : page + count);
      } else {
        const gone = live[random.below(live.length)]!;
        live = live.filter((one) => one !== gone);
        memory.munmap(gone.page * PAGE_BYTES, gone.count * PAGE_BYTES);
        taken.fill(0, gone.page, gone.page + gone.count);
      }
      if (i % 50 === 0) {
        const inUse = taken.reduce((a, b) => a + b, 0);
        expect(memory.mappedPages().mappings).toBe(inUse);
        const mapped = memory.usedRanges().filter(([start]) => start >= memory.brk);
        expect(mapped.reduce((sum, [start, end]) => sum + end - start, 0)).toBe(inUse * PAGE_BYTES);
      }
    }
  });
});

test('a page is resident from its first write until it goes back to the system', () => {
  const memory = new Memory({ bytes: 4 * MiB, staticBytes: 64 * KiB, dataStackBytes: 64 * KiB });
  const resident = () => {
    const { heap, mappings, dataStack } = memory.residentPages();
    return { heap, mappings, dataStack };
  };
  const heap = memory.sbrk(10 * PAGE_BYTES);
  const mapping = memory.mmap(20 * PAGE_BYTES);
  expect(memory.mappedPages()).toMatchObject({ heap: 10, mappings: 20 });
  expect(resident()).toEqual({ heap: 0, mappings: 0, dataStack: 0 });
  memory.u8[heap + PAGE_BYTES - 1] = 1;
  memory.u8.fill(7, mapping + 100, mapping + 3 * PAGE_BYTES + 1);
  expect(resident()).toEqual({ heap: 1, mappings: 4, dataStack: 0 });
  memory.munmap(mapping, 2 * PAGE_BYTES);
  expect(resident()).toEqual({ heap: 1, mappings: 2, dataStack: 0 });
  memory.sbrk(-10 * PAGE_BYTES);
  memory.munmap(mapping + 2 * PAGE_BYTES, 18 * PAGE_BYTES);
  memory.sbrk(10 * PAGE_BYTES);
  expect(resident()).toEqual({ heap: 0, mappings: 0, dataStack: 0 });
  const { static: statics, total } = memory.residentPages();
  expect(total).toBe(statics);
});

test('used ranges are all that a checkpoint needs', () => {
  const memory = small();
  memory.sbrk(8 * KiB);
  memory.dataStackTop = memory.dataStackBase + 640;
  // a call that has returned reached further: what it left there can still be seen
  memory.i32[DATA_STACK_HIGH_WORD] = memory.dataStackBase + 960;
  const a = memory.mmap(4 * KiB);
  const b = memory.mmap(8 * KiB);
  memory.munmap(a, 4 * KiB);
  expect(memory.usedRanges()).toEqual([
    [memory.staticBase, memory.staticTop],
    [memory.dataStackBase, memory.dataStackBase + 960],
    [memory.heapBase, memory.heapBase + 8 * KiB],
    [b, b + 8 * KiB],
  ]);
  expect(
    [memory.staticBase, memory.dataStackBase, memory.heapBase, b].map((at) => memory.isMapped(at)),
  ).toEqual([true, true, true, true]);
  expect(
    [0, memory.staticTop, memory.dataStackTop, memory.brk, a].map((at) => memory.isMapped(at)),
  ).toEqual([false, false, false, false, false]);
  memory.u8.fill(0);
  expect(() => memory.restoreRegisters()).toThrow('does not hold a machine');
});

import { describe, expect, test } from 'vitest';
import '../../../engine/loading/all.ts';
import {
  type DebugAllocator,
  MemoryCorruption,
  allocatorName,
  setupAllocators,
  type Domains,
} from '../../../engine/pymalloc/index.ts';
import { CHeap, Memory, toAddress } from '../../../engine/memory/index.ts';
import { geometryNamed } from '../../../engine/profiles/pymalloc.ts';
import type { PymallocGeometryName } from '../../../engine/profiles/pymalloc.ts';
import { MiB } from './heap.ts';

interface Setup extends Domains {
  readonly memory: Memory;
  readonly cheap: CHeap;
}

function domains(name: string, release: PymallocGeometryName = '3.13'): Setup {
  const memory = new Memory({ bytes: 16 * MiB });
  const cheap = new CHeap(memory);
  const allocators = setupAllocators(memory, cheap, geometryNamed(release), allocatorName(name)!);
  return { ...allocators, memory, cheap };
}

function hexBytes(memory: Memory, from: number, to: number): string {
  return Buffer.from(memory.u8.subarray(from, to)).toString('hex');
}

/**
 * What the operation makes CPython print, with the addresses of the block and its tail replaced by
 * names.
 */
function corruption(
  p: number,
  n: number,
  operation: () => void,
): { report: string; fatal: string | null } {
  try {
    operation();
  } catch (error) {
    if (!(error instanceof MemoryCorruption)) throw error;
    const report = error.report
      .replaceAll(`p=0x${toAddress(p).toString(16)}`, 'p=P')
      .replaceAll(`tail=0x${toAddress(p + n).toString(16)}`, 'tail=TAIL');
    return { report, fatal: error.fatal };
  }
  throw new Error('nothing was found');
}

describe('PYTHONMALLOC', () => {
  test.each([
    ['', 'pymalloc'],
    ['default', 'pymalloc'],
    ['debug', 'pymalloc_debug'],
    ['pymalloc', 'pymalloc'],
    ['pymalloc_debug', 'pymalloc_debug'],
    ['malloc', 'malloc'],
    ['malloc_debug', 'malloc_debug'],
    ['mimalloc', null],
    ['bogus', null],
  ])("'%s' means %s", (value, name) => {
    expect(allocatorName(value)).toBe(name);
  });

  test('default: mem and obj use pymalloc, raw does not', () => {
    const { raw, mem, obj, pymalloc, pymallocEnabled } = domains('');
    expect([raw, mem, obj].map((domain) => pymalloc.addressInRange(domain.malloc(100)))).toEqual([
      false,
      true,
      true,
    ]);
    expect(pymalloc.allocatedBlocks()).toBe(2);
    expect(pymallocEnabled).toBe(true);
  });

  test('malloc: none does, and no block is counted', () => {
    const { raw, mem, obj, pymalloc, pymallocEnabled } = domains('malloc');
    expect([raw, mem, obj].map((domain) => pymalloc.addressInRange(domain.malloc(100)))).toEqual([
      false,
      false,
      false,
    ]);
    expect(pymalloc.allocatedBlocks()).toBe(0);
    expect(pymallocEnabled).toBe(false);
  });

  test('before 3.6 PyMem_Malloc went to the C library', () => {
    const { mem, obj, pymalloc } = domains('', '256-byte-threshold');
    expect([mem, obj].map((domain) => pymalloc.addressInRange(domain.malloc(100)))).toEqual([
      false,
      true,
    ]);
    expect(pymalloc.addressInRange(obj.malloc(257))).toBe(false);
  });
});

describe('debug hooks: bytes in memory, as read from 3.8 and 3.13 with ctypes', () => {
  test('a block of 20 bytes', () => {
    const { memory, obj, pymalloc } = domains('debug');
    const p = obj.malloc(20);
    expect(hexBytes(memory, p - 16, p + 28)).toBe(
      '00000000000000146ffdfdfdfdfdfdfdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdfdfdfdfdfdfdfdfd',
    );
    expect(pymalloc.blockSize(p - 16)).toBe(48);
    obj.malloc(20);
    obj.free(p);
    expect(hexBytes(memory, p - 8, p + 28)).toBe('dd'.repeat(36));
  });

  test('a block of 0 bytes is served by pymalloc, one over the threshold is wrapped twice', () => {
    const { memory, obj, pymalloc } = domains('debug');
    const p = obj.malloc(0);
    expect(hexBytes(memory, p - 16, p + 8)).toBe(
      '00000000000000006ffdfdfdfdfdfdfdfdfdfdfdfdfdfdfd',
    );
    expect(pymalloc.blockSize(p - 16)).toBe(32);
    const q = obj.malloc(700);
    expect(hexBytes(memory, q - 32, q)).toBe(
      '00000000000002d472fdfdfdfdfdfdfd00000000000002bc6ffdfdfdfdfdfdfd',
    );
    expect(hexBytes(memory, q + 700, q + 716)).toBe('fd'.repeat(16));
  });

  test('calloc clears, malloc does not', () => {
    const { memory, mem, raw } = domains('debug');
    const p = mem.calloc(3, 8);
    expect(hexBytes(memory, p - 8, p + 32)).toBe(
      `6d${'fd'.repeat(7)}${'00'.repeat(24)}${'fd'.repeat(8)}`,
    );
    const q = raw.malloc(4);
    expect(hexBytes(memory, q - 8, q + 12)).toBe(
      `72${'fd'.repeat(7)}${'cd'.repeat(4)}${'fd'.repeat(8)}`,
    );
  });

  test.each([10, 100, 128, 129, 300, 5000])(
    'realloc keeps %i bytes, growing and shrinking',
    (n) => {
      const { memory, obj } = domains('debug');
      let p = obj.malloc(n);
      for (let i = 0; i < n; i += 1) memory.u8[p + i] = i;
      let held = n;
      for (const to of [n, 2 * n, 3 * n + 600, n, Math.ceil(n / 2), 1, 700]) {
        p = obj.realloc(p, to);
        held = Math.min(held, to);
        for (let i = 0; i < held; i += 1) expect(memory.u8[p + i]).toBe(i % 256);
        for (let i = held; i < to && held === n; i += 1) expect(memory.u8[p + i]).toBe(0xcd);
        expect(hexBytes(memory, p + to, p + to + 8)).toBe('fd'.repeat(8));
        memory.u8.fill(0xcd, p + held, p + to);
      }
      obj.free(p);
    },
  );

  test('a realloc that is refused leaves the block as it was', () => {
    const { memory, obj } = domains('debug');
    const p = obj.malloc(200);
    for (let i = 0; i < 200; i += 1) memory.u8[p + i] = i;
    const before = hexBytes(memory, p - 16, p + 208);
    expect(obj.realloc(p, 64 * MiB)).toBe(0);
    expect(hexBytes(memory, p - 16, p + 208)).toBe(before);
    obj.free(p);
  });

  test('the serial number of a release that writes one', () => {
    const { memory, obj, mem } = domains('debug', '8-byte-alignment');
    mem.malloc(1);
    const p = obj.malloc(4);
    expect(hexBytes(memory, p + 4, p + 20)).toBe(`${'fd'.repeat(8)}0000000000000003`); // The first was for the vector of arena_objects.
    memory.u8[p + 4] = 0x41;
    const { report } = corruption(p, 4, () => obj.free(p));
    expect(report).toContain(
      '    The block was made by call #3 to debug malloc/realloc.\n    Data at p: cd cd cd cd\n',
    );
  });
});

/** The same for 3.8 to 3.13, addresses apart: recorded with PYTHONMALLOC=debug and ctypes. */
const overrun = `Debug memory block at address p=P: API 'o'
    20 bytes originally requested
    The 7 pad bytes at p-7 are FORBIDDENBYTE, as expected.
    The 8 pad bytes at tail=TAIL are not all FORBIDDENBYTE (0xfd):
        at tail+0: 0x41 *** OUCH
        at tail+1: 0xfd
        at tail+2: 0xfd
        at tail+3: 0xfd
        at tail+4: 0xfd
        at tail+5: 0xfd
        at tail+6: 0xfd
        at tail+7: 0xfd
    Data at p: cd cd cd cd cd cd cd cd ... cd cd cd cd cd cd cd cd

Enable tracemalloc to get the memory block allocation traceback

`;

const underrun = `Debug memory block at address p=P: API 'o'
    20 bytes originally requested
    The 7 pad bytes at p-7 are not all FORBIDDENBYTE (0xfd):
        at p-7: 0xfd
        at p-6: 0x41 *** OUCH
        at p-5: 0xfd
        at p-4: 0xfd
        at p-3: 0xfd
        at p-2: 0xfd
        at p-1: 0xfd
    Because memory is corrupted at the start, the count of bytes requested
       may be bogus, and checking the trailing pad bytes may segfault.
    The 8 pad bytes at tail=TAIL are FORBIDDENBYTE, as expected.
    Data at p: cd cd cd cd cd cd cd cd ... cd cd cd cd cd cd cd cd

Enable tracemalloc to get the memory block allocation traceback

`;

const sound = `Debug memory block at address p=P: API 'o'
    20 bytes originally requested
    The 7 pad bytes at p-7 are FORBIDDENBYTE, as expected.
    The 8 pad bytes at tail=TAIL are FORBIDDENBYTE, as expected.
    Data at p: cd cd cd cd cd cd cd cd ... cd cd cd cd cd cd cd cd

Enable tracemalloc to get the memory block allocation traceback

`;

describe('what the hooks report', () => {
  test('a write past the end', () => {
    const { memory, obj } = domains('debug');
    const p = obj.malloc(20);
    memory.u8[p + 20] = 0x41;
    expect(corruption(p, 20, () => obj.free(p))).toEqual({
      report: overrun,
      fatal: 'Fatal Python error: _PyMem_DebugRawFree: bad trailing pad byte',
    });
    expect(corruption(p, 20, () => obj.realloc(p, 50)).fatal).toBe(
      'Fatal Python error: _PyMem_DebugRawRealloc: bad trailing pad byte',
    );
  });

  test('a write before the start', () => {
    const { memory, obj } = domains('debug');
    const p = obj.malloc(20);
    memory.u8[p - 6] = 0x41;
    expect(corruption(p, 20, () => obj.free(p))).toEqual({
      report: underrun,
      fatal: 'Fatal Python error: _PyMem_DebugRawFree: bad leading pad byte',
    });
  });

  test('a free through another domain; 3.8 does not name the function', () => {
    for (const [release, named] of [
      ['3.13', '_PyMem_DebugRawFree: '],
      ['3.9', '_PyMem_DebugRawFree: '],
      ['3.8', ''],
    ] as const) {
      const { obj, mem, raw } = domains('debug', release);
      const p = obj.malloc(20);
      const start = `Fatal Python error: ${named}bad ID: Allocated using API 'o', verified using API`;
      expect(corruption(p, 20, () => mem.free(p))).toEqual({
        report: sound,
        fatal: `${start} 'm'`,
      });
      expect(corruption(p, 20, () => raw.free(p)).fatal).toBe(`${start} 'r'`);
    }
  });

  test('a block freed twice: CPython crashes while it prints, so does the report end there', () => {
    const { obj } = domains('debug');
    const p = obj.malloc(20);
    obj.malloc(20);
    obj.free(p);
    const { report, fatal } = corruption(p, 20, () => obj.free(p));
    expect(fatal).toBeNull();
    expect(report).toMatch(
      /^Debug memory block at address p=P: API '\ufffd'\n {4}\d+ bytes originally requested\n/,
    );
    expect(report).toContain('        at p-1: 0xdd *** OUCH\n');
    expect(report).toMatch(/ {4}The 8 pad bytes at tail=0x[0-9a-f]+ are $/);
  });

  test.each([
    [0, ''],
    [3, '    Data at p: cd cd cd\n'],
    [8, `    Data at p:${' cd'.repeat(8)}\n`],
    [12, `    Data at p:${' cd'.repeat(12)}\n`],
    [16, `    Data at p:${' cd'.repeat(16)}\n`],
    [17, `    Data at p:${' cd'.repeat(8)} ...${' cd'.repeat(8)}\n`],
  ])('data of a block of %i bytes', (n, line) => {
    const { obj } = domains('debug');
    const p = obj.malloc(n);
    const { report } = (obj as DebugAllocator).dumpAddress(p);
    expect(report).toContain(`FORBIDDENBYTE, as expected.\n${line}\nEnable`);
  });
});

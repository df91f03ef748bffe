/**
 * The debug hooks: a wrapper around the allocator of a domain that marks what it hands out, so that
 * a write past the end, a use after free or a free through the wrong domain shows
 * (PYTHONMALLOC=debug, -X dev).
 *
 *     p - 16        p - 8      p - 7            p                     p + n = tail
 *     +-------------+----------+----------------+---------------------+----------------+
 *     | n, 8 bytes, | API id   | 7 pad bytes FD | n bytes, CD when    | 8 pad bytes FD |  (+ 8 bytes serial number, see below)
 *     | big-endian  | r, m, o  |                | handed out          |                |
 *     +-------------+----------+----------------+---------------------+----------------+
 *
 * States of the whole block: handed out, as above -> freed, every byte DD but for those that the
 * allocator beneath needs for its lists.
 *
 * A request costs 24 bytes more. With the serial number, which releases from 3.8 on leave out
 * unless built with PYMEM_DEBUG_SERIALNO, it costs 32.
 */

import type { Addr, Bytes } from '../base/brand.ts';
import { hex } from '../base/bits.ts';
import { toAddress, toOffset, type Memory } from '../memory/index.ts';
import { MemoryCorruption, type PyMemAllocator } from './allocator.ts';
import { SSIZE_LIMIT } from './layout.ts';

/**
 * v3.13.0 Include/internal/pycore_pymem.h PYMEM_CLEANBYTE: memory handed out and not written yet.
 */
export const CLEANBYTE = 0xcd;
/** v3.13.0 Include/internal/pycore_pymem.h PYMEM_DEADBYTE: memory freed. */
export const DEADBYTE = 0xdd;
/**
 * v3.13.0 Include/internal/pycore_pymem.h PYMEM_FORBIDDENBYTE: pad bytes, which nobody may write.
 */
export const FORBIDDENBYTE = 0xfd;

/** v3.13.0 Objects/obmalloc.c SST: sizeof(size_t). */
const SST = 8;
/**
 * v3.13.0 Objects/obmalloc.c ERASED_SIZE: bytes at each end of a block that realloc marks dead
 * before it moves the block.
 */
const ERASED_SIZE = 64;

/** The letter by which a block tells its domain. */
export type ApiId = 'r' | 'm' | 'o';

export interface DebugOptions {
  /**
   * Byte offset of the counter of serial numbers, 8 bytes shared by all domains; 0 where blocks
   * have none.
   */
  readonly serialAt: Addr;
  /** Whether the fatal error names the C function (3.9 and later). */
  readonly namesFunction: boolean;
}

/** v3.13.0 Objects/obmalloc.c _PyMem_DebugRawMalloc and its kin. */
export class DebugAllocator implements PyMemAllocator {
  readonly apiId: ApiId;
  private readonly memory: Memory;
  private readonly u8: Uint8Array;
  private readonly inner: PyMemAllocator;
  private readonly serialAt: Addr;
  private readonly namesFunction: boolean;
  private readonly extraBytes: Bytes;

  constructor(memory: Memory, inner: PyMemAllocator, apiId: ApiId, options: DebugOptions) {
    this.memory = memory;
    this.u8 = memory.u8;
    this.inner = inner;
    this.apiId = apiId;
    this.serialAt = options.serialAt;
    this.namesFunction = options.namesFunction;
    this.extraBytes = (options.serialAt === 0 ? 3 : 4) * SST;
  }

  /** v3.13.0 Objects/obmalloc.c _PyMem_DebugRawMalloc */
  malloc(n: Bytes): Addr {
    const p = this.inner.malloc(n + this.extraBytes);
    if (p === 0) return 0;
    this.u8.fill(CLEANBYTE, p + 2 * SST, p + 2 * SST + n);
    return this.decorate(p, n, this.nextSerial());
  }

  /** v3.13.0 Objects/obmalloc.c _PyMem_DebugRawCalloc */
  calloc(count: number, size: Bytes): Addr {
    const n = count * size;
    if (!(n < SSIZE_LIMIT)) return 0;
    const p = this.inner.calloc(1, n + this.extraBytes);
    return p === 0 ? 0 : this.decorate(p, n, this.nextSerial());
  }

  /**
   * v3.13.0 Objects/obmalloc.c _PyMem_DebugRawFree
   * @throws MemoryCorruption
   */
  free(p: Addr): void {
    if (p === 0) return;
    this.checkAddress('_PyMem_DebugRawFree', p);
    const head = p - 2 * SST;
    this.u8.fill(DEADBYTE, head, head + this.requested(p) + this.extraBytes);
    this.inner.free(head);
  }

  /**
   * v3.13.0 Objects/obmalloc.c _PyMem_DebugRawRealloc. The ends of the old block are marked dead
   * before it moves, so that what is left behind does not look alive.
   * @throws MemoryCorruption
   */
  realloc(p: Addr, n: Bytes): Addr {
    if (p === 0) return this.malloc(n);
    this.checkAddress('_PyMem_DebugRawRealloc', p);
    if (!(n + this.extraBytes < SSIZE_LIMIT)) return 0;
    const u8 = this.u8;
    const old = this.requested(p);
    const whole = old <= 2 * ERASED_SIZE;
    const front = u8.slice(p, p + (whole ? old : ERASED_SIZE));
    const back = whole ? new Uint8Array(0) : u8.slice(p + old - ERASED_SIZE, p + old);
    const oldSerial = this.serialAt === 0 ? 0 : Number(this.readSize(p + old + SST));
    u8.fill(DEADBYTE, p - 2 * SST, p + front.length);
    u8.fill(DEADBYTE, p + old - back.length, p + old + this.extraBytes - 2 * SST);

    const moved = this.inner.realloc(p - 2 * SST, n + this.extraBytes);
    const now = moved === 0 ? old : n;
    const data = this.decorate(
      moved === 0 ? p - 2 * SST : moved,
      now,
      moved === 0 ? oldSerial : this.nextSerial(),
    );
    u8.set(front.subarray(0, Math.min(now, front.length)), data);
    const backAt = old - back.length;
    if (now > backAt) u8.set(back.subarray(0, Math.min(now - backAt, back.length)), data + backAt);
    if (moved === 0) return 0;
    if (n > old) u8.fill(CLEANBYTE, data + old, data + n);
    return data;
  }

  /** Bytes that were asked for when `p` was handed out. */
  requested(p: Addr): Bytes {
    return Number(this.readSize(p - 2 * SST));
  }

  // ---- marks ------------------------------------------------------------------------------------

  /**
   * Writes size, id, pad bytes and serial number around the `n` bytes of the block that the
   * allocator beneath gave.
   */
  private decorate(head: Addr, n: Bytes, serial: number): Addr {
    const data = head + 2 * SST;
    this.writeSize(head, n);
    this.u8[head + SST] = this.apiId.charCodeAt(0);
    this.u8.fill(FORBIDDENBYTE, head + SST + 1, data);
    this.u8.fill(FORBIDDENBYTE, data + n, data + n + SST);
    if (this.serialAt !== 0) this.writeSize(data + n + SST, serial);
    return data;
  }

  /** v3.13.0 Objects/obmalloc.c bumpserialno */
  private nextSerial(): number {
    if (this.serialAt === 0) return 0;
    const next = this.memory.u32[this.serialAt >> 2]! + 1;
    this.memory.u32[this.serialAt >> 2] = next;
    return next;
  }

  /**
   * v3.13.0 Objects/obmalloc.c read_size_t: 8 bytes, big-endian, which is easier to read in a dump.
   */
  private readSize(at: Addr): bigint {
    let value = 0n;
    for (let i = 0; i < SST; i += 1) value = (value << 8n) | BigInt(this.u8[at + i]!);
    return value;
  }

  /** v3.13.0 Objects/obmalloc.c write_size_t */
  private writeSize(at: Addr, n: number): void {
    for (let i = SST - 1, rest = n; i >= 0; i -= 1, rest = Math.floor(rest / 256))
      this.u8[at + i] = rest % 256;
  }

  // ---- checks -----------------------------------------------------------------------------------

  /**
   * v3.13.0 Objects/obmalloc.c _PyMem_DebugCheckAddress: the id first, then the pad bytes in front,
   * then those behind.
   * @param func the C function on whose behalf
   * @throws MemoryCorruption
   */
  checkAddress(func: string, p: Addr): void {
    const id = this.u8[p - SST]!;
    if (id !== this.apiId.charCodeAt(0)) {
      this.fail(
        func,
        p,
        `bad ID: Allocated using API '${character(id)}', verified using API '${this.apiId}'`,
      );
    }
    for (let i = SST - 1; i >= 1; i -= 1) {
      if (this.u8[p - i] !== FORBIDDENBYTE) this.fail(func, p, 'bad leading pad byte');
    }
    const tail = p + this.requested(p);
    for (let i = 0; i < SST; i += 1) {
      if (this.u8[tail + i] !== FORBIDDENBYTE) this.fail(func, p, 'bad trailing pad byte');
    }
  }

  private fail(func: string, p: Addr, message: string): never {
    const { report, crashed } = this.dumpAddress(p);
    const named = this.namesFunction ? `${func}: ${message}` : message;
    throw new MemoryCorruption(report, crashed ? null : `Fatal Python error: ${named}`);
  }

  /**
   * v3.13.0 Objects/obmalloc.c _PyObject_DebugDumpAddress: what there is to say about the block at
   * `p`. When the number of bytes is nonsense the end of the block lies nowhere; CPython then reads
   * it all the same and crashes, with the report half printed.
   */
  dumpAddress(p: Addr): { readonly report: string; readonly crashed: boolean } {
    const u8 = this.u8;
    const requested = this.readSize(p - 2 * SST);
    let out = `Debug memory block at address p=${hex(toAddress(p))}:`;
    out += ` API '${character(u8[p - SST]!)}'\n`;
    out += `    ${requested} bytes originally requested\n`;
    out += this.dumpLeadingPad(p);
    const tailAddress = (BigInt(toAddress(p)) + requested) & 0xffffffffffffffffn;
    out += `    The ${SST} pad bytes at tail=0x${tailAddress.toString(16)} are `;
    const tail = toOffset(Number(tailAddress));
    if (tail <= 0 || !this.memory.isMapped(tail) || !this.memory.isMapped(tail + SST - 1)) {
      return { report: out, crashed: true };
    }
    out += this.dumpTrailingPad(tail);
    if (this.serialAt !== 0) {
      const serial = this.readSize(tail + SST);
      out += `    The block was made by call #${serial} to debug malloc/realloc.\n`;
    }
    if (requested > 0n) out += `    Data at p:${this.dumpData(p, tail)}\n`;
    out += '\nEnable tracemalloc to get the memory block allocation traceback\n\n';
    return { report: out, crashed: false };
  }

  private dumpLeadingPad(p: Addr): string {
    let out = `    The ${SST - 1} pad bytes at p-${SST - 1} are `;
    if (this.isForbidden(p - SST + 1, p)) return `${out}FORBIDDENBYTE, as expected.\n`;
    out += `not all FORBIDDENBYTE (0x${FORBIDDENBYTE.toString(16)}):\n`;
    for (let i = SST - 1; i >= 1; i -= 1) out += padLine(`p-${i}`, this.u8[p - i]!);
    out += '    Because memory is corrupted at the start, the count of bytes requested\n';
    return `${out}       may be bogus, and checking the trailing pad bytes may segfault.\n`;
  }

  private dumpTrailingPad(tail: Addr): string {
    if (this.isForbidden(tail, tail + SST)) return 'FORBIDDENBYTE, as expected.\n';
    let out = `not all FORBIDDENBYTE (0x${FORBIDDENBYTE.toString(16)}):\n`;
    for (let i = 0; i < SST; i += 1) out += padLine(`tail+${i}`, this.u8[tail + i]!);
    return out;
  }

  /** Up to 8 bytes from the start of the block and up to 8 from its end. */
  private dumpData(p: Addr, tail: Addr): string {
    const bytes = (from: Addr, to: Addr): string =>
      Array.from(this.u8.subarray(from, to), (byte) => ` ${twoDigits(byte)}`).join('');
    const afterStart = Math.min(p + 8, tail);
    const skips = tail - afterStart > 8;
    return (
      bytes(p, afterStart) + (skips ? ' ...' : '') + bytes(skips ? tail - 8 : afterStart, tail)
    );
  }

  private isForbidden(from: Addr, to: Addr): boolean {
    for (let at = from; at < to; at += 1) if (this.u8[at] !== FORBIDDENBYTE) return false;
    return true;
  }
}

function padLine(place: string, byte: number): string {
  const ouch = byte === FORBIDDENBYTE ? '' : ' *** OUCH';
  return `        at ${place}: 0x${twoDigits(byte)}${ouch}\n`;
}

function twoDigits(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

/** A byte as a terminal shows it: what is not ASCII is no valid UTF-8 on its own. */
function character(byte: number): string {
  return byte < 0x80 ? String.fromCharCode(byte) : '\ufffd';
}

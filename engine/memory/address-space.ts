/**
 * The address space: what lies where in the machine's one buffer.
 *
 *     offset 0        4 KiB            4 MiB + 4 KiB      8 MiB + 4 KiB                       bytes
 *     +-----------+----------------+------------------+-----------------+     +--------------+
 *     | null page | static      -> | data stack    -> | C heap       -> | ... | <-  mappings |
 *     +-----------+----------------+------------------+-----------------+     +--------------+
 *       never used  grows at boot    frames             up to brk               arenas, large mallocs
 *
 * - null page: never mapped, so that an offset of 0 can mean NULL and a stray read of a small
 *   offset finds zeros.
 * - static: the binary's data segment and `_PyRuntime`. Handed out once, at boot, never given back.
 * - data stack: one fixed reservation for frames (`_PyStackChunk`); the used part is tracked.
 * - C heap: what `brk` gives to layer 0 malloc. Grows up.
 * - mappings: what `mmap` gives. Grows down from the top of the buffer, as Linux places mappings,
 *   and takes the highest hole that fits.
 *
 * The C heap and the mappings share one gap, so that neither has a limit of its own: only the
 * buffer has one.
 *
 * A pointer field is 8 bytes, little-endian. Its low word is the offset, its high word
 * ADDRESS_HIGH, or both are 0 for NULL. Together they are the 47-bit number that a user sees, the
 * like of what Linux hands out on x86-64.
 */

import { alignUp } from '../base/bits.ts';
import type { Addr, Bytes } from '../base/brand.ts';
import { EngineFault } from '../base/errors.ts';
import { ADDRESS_HIGH } from './address-high.ts';

/** Bytes of a page of virtual memory: the unit of mmap, munmap and of what is resident. */
export const PAGE_BYTES = 4096;

/** The C library and pymalloc align what they hand out to this on 64-bit systems. */
export const MAX_ALIGNMENT = 16;

/**
 * Bytes of the buffer unless asked otherwise. Enough for a million small objects, little enough to
 * keep ten machines in a tab.
 */
export const DEFAULT_BUFFER_BYTES: Bytes = 64 * 1024 * 1024;

/**
 * Reservation of the static segment. pymalloc's radix tree root alone takes 256 KiB of it, as in
 * the real `_PyRuntime`.
 */
export const DEFAULT_STATIC_BYTES: Bytes = 4 * 1024 * 1024;

/**
 * Reservation of the data stack: about 40,000 frames of 100 bytes, far above any recursion limit
 * that the course sets.
 */
export const DEFAULT_DATA_STACK_BYTES: Bytes = 4 * 1024 * 1024;

/** Offsets stay below 2^31, so that loads from an Int32Array are never negative. */
export const MAX_BUFFER_BYTES: Bytes = 2 ** 31;

/**
 * Segment borders as byte offsets, each a multiple of PAGE_BYTES. Fixed when the machine is made.
 */
export interface AddressSpace {
  /** Length of the buffer, and end of the mappings. */
  readonly bytes: Bytes;
  readonly staticBase: Addr;
  readonly staticLimit: Addr;
  readonly dataStackBase: Addr;
  readonly dataStackLimit: Addr;
  /**
   * First byte of the C heap. Between it and `bytes` the C heap and the mappings share what there
   * is.
   */
  readonly heapBase: Addr;
}

/** What may be asked when the buffer is made. Each is rounded up to whole pages. */
export interface AddressSpaceOptions {
  readonly bytes?: Bytes | undefined;
  readonly staticBytes?: Bytes | undefined;
  readonly dataStackBytes?: Bytes | undefined;
}

/**
 * The borders for a buffer of the given size.
 * @throws EngineFault when the reservations do not leave a page for the C heap, or the buffer is
 *   over 2 GiB
 */
export function layOutAddressSpace(options: AddressSpaceOptions = {}): AddressSpace {
  const bytes = alignUp(options.bytes ?? DEFAULT_BUFFER_BYTES, PAGE_BYTES);
  const staticBase = PAGE_BYTES;
  const staticLimit = staticBase + alignUp(options.staticBytes ?? DEFAULT_STATIC_BYTES, PAGE_BYTES);
  const dataStackBytes = alignUp(options.dataStackBytes ?? DEFAULT_DATA_STACK_BYTES, PAGE_BYTES);
  const dataStackBase = staticLimit;
  const dataStackLimit = dataStackBase + dataStackBytes;
  const heapBase = dataStackLimit;
  if (bytes > MAX_BUFFER_BYTES) throw new EngineFault(`a buffer of ${bytes} bytes is over 2 GiB`);
  if (heapBase + PAGE_BYTES > bytes) {
    throw new EngineFault(`a buffer of ${bytes} bytes leaves no room above its reservations`);
  }
  return { bytes, staticBase, staticLimit, dataStackBase, dataStackLimit, heapBase };
}

/** The 47-bit number that a user sees for an offset: `id(x)`, `hex(id(x))`. NULL stays 0. */
export function toAddress(offset: Addr): number {
  return offset === 0 ? 0 : ADDRESS_HIGH * 4294967296 + offset;
}

/** The offset behind a 47-bit number, or -1 when the number is none of ours. */
export function toOffset(address: number): Addr {
  if (address === 0) return 0;
  const offset = address - ADDRESS_HIGH * 4294967296;
  return offset > 0 && offset < MAX_BUFFER_BYTES ? offset : -1;
}

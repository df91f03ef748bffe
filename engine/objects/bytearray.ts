/**
 * bytearray: bytes that change, in a block of their own.
 *
 *     +16  ob_size
 *     +24  ob_alloc    bytes of the block
 *     +32  ob_bytes    the block, NULL until there is content
 *     +40  ob_start    where the content begins in it: what is cut off at the front is skipped
 *     +48  ob_exports  memoryviews that look at it; then it cannot change its size
 *
 * v3.13.0 Objects/bytearrayobject.c, Include/cpython/bytearrayobject.h
 */
import type { Addr, Bytes } from '../base/brand.ts';
import { BYTEARRAY_BYTES, BYTEARRAY_START } from './buffer.ts';
import { OB_SIZE } from './layouts.ts';
import type { Runtime } from './runtime.ts';

export {
  byteArrayEmpty,
  byteArrayFrom,
  byteArrayReplace,
  byteArrayResize,
  canResize,
} from './late-parts.ts';

export { initByteArrayType } from './bytearray-type.ts';

/** Number of bytes. v3.13.0 PyByteArray_GET_SIZE */
export function byteArrayLength(rt: Runtime, p: Addr): Bytes {
  return rt.size(p + OB_SIZE);
}

/** Where the content begins; 0 when there never was any. v3.13.0 PyByteArray_AS_STRING */
export function byteArrayData(rt: Runtime, p: Addr): Addr {
  return rt.ptr(p + BYTEARRAY_START);
}

/** The block of the content, when there is one: for the checker. */
export function byteArrayBlocks(rt: Runtime, p: Addr, visit: (block: Addr) => void): void {
  const block = rt.ptr(p + BYTEARRAY_BYTES);
  if (block !== 0) visit(block);
}

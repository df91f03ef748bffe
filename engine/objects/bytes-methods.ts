/** The methods of bytes. v3.13.0 bytes_methods */
import type { Addr } from '../base/brand.ts';
import { bytesFrom, bytesLength, isBytesExact } from './bytes.ts';
import { BYTES_DATA } from './layouts.ts';
import { sharedByteMethods } from './late-parts.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tupleNew, tupleSetItem } from './tuple.ts';
import { type MethodSpec, noArgs } from './type-spec.ts';

/** v3.13.0 bytes_getnewargs */
function getNewArgs(rt: Runtime, self: Addr): Addr {
  const copy = bytesFrom(rt, self + BYTES_DATA, bytesLength(rt, self));
  const t = copy === 0 ? 0 : tupleNew(rt, 1);
  if (t !== 0) tupleSetItem(rt, t, 0, copy);
  return t;
}

/** v3.13.0 bytes___bytes___impl */
function toBytes(rt: Runtime, self: Addr): Addr {
  if (isBytesExact(rt, self)) return newRef(rt, self);
  return bytesFrom(rt, self + BYTES_DATA, bytesLength(rt, self));
}

/** All methods of bytes. A function, not a constant: these files import each other. */
export function bytesMethods(): Readonly<Record<string, MethodSpec>> {
  return {
    ...sharedByteMethods,
    __bytes__: noArgs(toBytes),
    __getnewargs__: noArgs(getNewArgs),
  };
}

/**
 * The module _ctypes: bytes of the machine's memory by address, for the one idiom of ctypes that
 * programs on memory use. There is no C to be called.
 */
import type { Addr } from '../../base/brand.ts';
import { checkPositional } from '../../objects/args.ts';
import { bytesData, bytesLength, bytesNew } from '../../objects/bytes.ts';
import { badArgument } from '../../objects/clinic.ts';
import { raise } from '../../objects/errors.ts';
import { floatValue, newFloat } from '../../objects/float.ts';
import { intToBigInt, isInt, newIntFromBigInt } from '../../objects/int.ts';
import { ADDRESS_HIGH } from '../../memory/index.ts';
import { builtinModule } from '../../objects/module.ts';
import { newRef } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { fast, oneArg } from '../../objects/type-spec.ts';

const HIGH = BigInt(ADDRESS_HIGH) << 32n;

/** The buffer's offset of an address; -1 with ValueError when it is none of this machine's. */
function offsetOf(rt: Runtime, p: Addr, bytes: number): number {
  if (!isInt(rt, p)) {
    badArgument(rt, 'from_address', 'argument', 'int', p);
    return -1;
  }
  const offset = intToBigInt(rt, p) - HIGH;
  if (offset > 0n && offset + BigInt(bytes) <= BigInt(rt.u8.length)) return Number(offset);
  const shown = `0x${intToBigInt(rt, p).toString(16)}`;
  raise(rt, rt.exc.ValueError, `there is no memory at ${shown} (a real program would crash here)`);
  return -1;
}

/** `read(address, size)`: the bytes there, those before the next zero when the size is less than 0. */
function read(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'read', nargs, 2, 2)) return 0;
  const asked = Number(intToBigInt(rt, rt.arg(argv, 1)));
  const at = offsetOf(rt, rt.arg(argv, 0), Math.max(asked, 0));
  if (at < 0) return 0;
  const size = asked < 0 ? rt.u8.indexOf(0, at) - at : asked;
  if (size <= 1) return bytesNew(rt, rt.u8.slice(at, at + size));
  // the block comes first: it may be the freed one that is looked at
  const bytes = bytesNew(rt, size);
  if (bytes !== 0) rt.u8.copyWithin(bytesData(rt, bytes), at, at + size);
  return bytes;
}

/** `write(address, bytes, size)`: puts bytes there, whatever it breaks. */
function write(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'write', nargs, 3, 3)) return 0;
  const size = Number(intToBigInt(rt, rt.arg(argv, 2)));
  const at = offsetOf(rt, rt.arg(argv, 0), size);
  if (at < 0) return 0;
  const from = bytesData(rt, rt.arg(argv, 1));
  rt.u8.copyWithin(at, from, from + size);
  return newRef(rt, rt.none);
}

/** `fill(address, byte, size)`: puts the same byte everywhere. */
function fill(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'fill', nargs, 3, 3)) return 0;
  const size = Number(intToBigInt(rt, rt.arg(argv, 2)));
  const at = offsetOf(rt, rt.arg(argv, 0), size);
  if (at < 0) return 0;
  rt.u8.fill(Number(intToBigInt(rt, rt.arg(argv, 1))), at, at + size);
  return newRef(rt, rt.none);
}

/** The object at an address. */
function objectAt(rt: Runtime, _self: Addr, p: Addr): Addr {
  const at = offsetOf(rt, p, 16);
  return at < 0 ? 0 : newRef(rt, at);
}

/** The address of an object's first byte, as id() tells it. */
function addressOf(rt: Runtime, _self: Addr, p: Addr): Addr {
  return newIntFromBigInt(rt, HIGH + BigInt(p));
}

/** `float_bytes(x, size)`: a float as 4 or 8 bytes, the least first; None when 4 cannot hold it. */
function floatBytes(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'float_bytes', nargs, 2, 2)) return 0;
  const x = floatValue(rt, rt.arg(argv, 0));
  const bytes = new Uint8Array(Number(intToBigInt(rt, rt.arg(argv, 1))));
  const data = new DataView(bytes.buffer);
  if (bytes.length === 8) data.setFloat64(0, x, true);
  else {
    data.setFloat32(0, x, true);
    if (!Number.isFinite(Math.fround(x)) && Number.isFinite(x)) return newRef(rt, rt.none);
  }
  return bytesNew(rt, bytes);
}

/** `bytes_float(data)`: the float in 4 or 8 bytes, the least first. */
function bytesFloat(rt: Runtime, _self: Addr, p: Addr): Addr {
  const at = bytesData(rt, p);
  const data = new DataView(rt.u8.slice(at, at + bytesLength(rt, p)).buffer);
  return newFloat(rt, data.byteLength === 4 ? data.getFloat32(0, true) : data.getFloat64(0, true));
}

export function createCtypesModule(rt: Runtime): Addr {
  return builtinModule(rt, '_ctypes', {
    read: fast(read),
    write: fast(write),
    fill: fast(fill),
    float_bytes: fast(floatBytes),
    bytes_float: oneArg(bytesFloat),
    object_at: oneArg(objectAt),
    address_of: oneArg(addressOf),
  });
}

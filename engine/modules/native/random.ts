/**
 * The module _random: the Mersenne Twister MT19937.
 *
 *     +16   index   4 bytes
 *     +20   state   624 words of 4 bytes
 *
 * v3.13.0 Modules/_randommodule.c RandomObject
 */
import type { Addr } from '../../base/brand.ts';
import { checkPositional } from '../../objects/args.ts';
import { isTuple } from '../../objects/clinic.ts';
import { errOccurred, raise } from '../../objects/errors.ts';
import { callAlloc, callFree } from '../../objects/generic-alloc.ts';
import { newFloat } from '../../objects/float.ts';
import { intToBigInt, intToNumber, isInt, newInt, newIntFromBigInt } from '../../objects/int.ts';
import * as L from '../../objects/layouts.ts';
import { builtinModule, moduleAddSteal } from '../../objects/module.ts';
import { hash, asSsize } from '../../objects/object.ts';
import { newRef } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { tupleItem, tupleNew, tupleSetItem, tupleSize } from '../../objects/tuple.ts';
import { readyType } from '../../objects/type-ready.ts';
import { fast, noArgs, oneArg } from '../../objects/type-spec.ts';
import { ensureType } from '../module-types.ts';

const INDEX = 16;
const STATE = 20;
const N = 624;
const M = 397;
const SIZE = 16 + 4 + 4 * N + 4;

/** The next 32 random bits. v3.13.0 genrand_uint32 */
function next32(rt: Runtime, self: Addr): number {
  const { i32 } = rt;
  const mt = (self + STATE) >> 2;
  let index = i32[(self + INDEX) >> 2]!;
  if (index >= N) {
    refill(rt, self);
    index = 0;
  }
  let y = i32[mt + index]!;
  i32[(self + INDEX) >> 2] = index + 1;
  y ^= y >>> 11;
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  y ^= y >>> 18;
  return y >>> 0;
}

function refill(rt: Runtime, self: Addr): void {
  const { i32 } = rt;
  const mt = (self + STATE) >> 2;
  for (let k = 0; k < N; k++) {
    const y = (i32[mt + k]! & 0x80000000) | (i32[mt + ((k + 1) % N)]! & 0x7fffffff);
    i32[mt + k] = i32[mt + ((k + M) % N)]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
  }
}

/** v3.13.0 init_genrand */
function seedWith(rt: Runtime, self: Addr, seed: number): void {
  const { i32 } = rt;
  const mt = (self + STATE) >> 2;
  i32[mt] = seed;
  for (let i = 1; i < N; i++) {
    const before = i32[mt + i - 1]!;
    i32[mt + i] = Math.imul(1812433253, before ^ (before >>> 30)) + i;
  }
  i32[(self + INDEX) >> 2] = N;
}

/** v3.13.0 init_by_array */
function seedByArray(rt: Runtime, self: Addr, key: readonly number[]): void {
  const { i32 } = rt;
  const mt = (self + STATE) >> 2;
  seedWith(rt, self, 19650218);
  let i = 1;
  let j = 0;
  for (let k = Math.max(N, key.length); k > 0; k--) {
    const before = i32[mt + i - 1]!;
    i32[mt + i] = (i32[mt + i]! ^ Math.imul(before ^ (before >>> 30), 1664525)) + key[j]! + j;
    if (++i >= N) {
      i32[mt] = i32[mt + N - 1]!;
      i = 1;
    }
    if (++j >= key.length) j = 0;
  }
  for (let k = N - 1; k > 0; k--) {
    const before = i32[mt + i - 1]!;
    i32[mt + i] = (i32[mt + i]! ^ Math.imul(before ^ (before >>> 30), 1566083941)) - i;
    if (++i >= N) {
      i32[mt] = i32[mt + N - 1]!;
      i = 1;
    }
  }
  i32[mt] = 0x80000000 | 0;
}

/** The 32-bit words of a number, the least first; one at least. */
function wordsOf(n: bigint): number[] {
  const words: number[] = [];
  for (let rest = n; rest > 0n; rest >>= 32n) words.push(Number(rest & 0xffffffffn) | 0);
  return words.length === 0 ? [0] : words;
}

/**
 * v3.13.0 random_seed.
 * NOT CPYTHON: without an argument there the system's entropy is asked; here, where every run must
 * be the same, the seed is a constant.
 */
function seed(rt: Runtime, self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'seed', nargs, 0, 1)) return 0;
  const arg = nargs === 0 ? rt.none : rt.arg(argv, 0);
  let n: bigint;
  if (arg === rt.none) n = DEFAULT_SEED;
  else if (isInt(rt, arg)) n = intToBigInt(rt, arg);
  else {
    const low = hash(rt, arg);
    if (low === -1 && rt.hashHigh === -1) return 0;
    n = (BigInt(rt.hashHigh >>> 0) << 32n) | BigInt(low >>> 0);
  }
  seedByArray(rt, self, wordsOf(n < 0n ? -n : n));
  return newRef(rt, rt.none);
}

const DEFAULT_SEED = 5489n;

/** 53 random bits as a float in [0, 1). v3.13.0 _random_Random_random_impl */
function random(rt: Runtime, self: Addr): Addr {
  const a = next32(rt, self) >>> 5;
  const b = next32(rt, self) >>> 6;
  return newFloat(rt, (a * 67108864 + b) * (1 / 9007199254740992));
}

/** v3.13.0 _random_Random_getrandbits_impl */
function getrandbits(rt: Runtime, self: Addr, p: Addr): Addr {
  const k = asSsize(rt, p, rt.exc.OverflowError);
  if (k === -1 && errOccurred(rt)) return 0;
  if (k < 0) return raise(rt, rt.exc.ValueError, 'number of bits must be non-negative');
  if (k === 0) return newInt(rt, 0);
  if (k <= 32) return newInt(rt, next32(rt, self) >>> (32 - k));
  let value = 0n;
  let shift = 0n;
  for (let left = k; left > 0; left -= 32, shift += 32n) {
    const word = left < 32 ? next32(rt, self) >>> (32 - left) : next32(rt, self);
    value |= BigInt(word) << shift;
  }
  return newIntFromBigInt(rt, value);
}

function getstate(rt: Runtime, self: Addr): Addr {
  const state = tupleNew(rt, N + 1);
  if (state === 0) return 0;
  for (let i = 0; i < N; i++) {
    tupleSetItem(rt, state, i, newInt(rt, rt.u32[((self + STATE) >> 2) + i]!));
  }
  tupleSetItem(rt, state, N, newInt(rt, rt.i32[(self + INDEX) >> 2]!));
  return state;
}

function setstate(rt: Runtime, self: Addr, state: Addr): Addr {
  if (!isTuple(rt, state)) return raise(rt, rt.exc.TypeError, 'state vector must be a tuple');
  if (tupleSize(rt, state) !== N + 1) {
    return raise(rt, rt.exc.ValueError, 'state vector is the wrong size');
  }
  for (let i = 0; i < N; i++) {
    rt.i32[((self + STATE) >> 2) + i] = intToNumber(rt, tupleItem(rt, state, i)) | 0;
  }
  const index = intToNumber(rt, tupleItem(rt, state, N));
  if (!(index >= 0 && index <= N)) return raise(rt, rt.exc.ValueError, 'invalid state');
  rt.i32[(self + INDEX) >> 2] = index;
  return newRef(rt, rt.none);
}

function makeType(rt: Runtime): Addr {
  return readyType(rt, {
    name: '_random.Random',
    basicsize: SIZE,
    flags: L.TPFLAGS_BASETYPE,
    slots: {
      tp_new: (r, type) => {
        const self = callAlloc(r, type, 0);
        if (self !== 0) seedByArray(r, self, wordsOf(DEFAULT_SEED));
        return self;
      },
      tp_dealloc: callFree,
    },
    methods: {
      random: noArgs(random),
      seed: fast(seed),
      getrandbits: oneArg(getrandbits),
      getstate: noArgs(getstate),
      setstate: oneArg(setstate),
    },
  });
}

export function createRandomModule(rt: Runtime): Addr {
  const module = builtinModule(rt, '_random', {});
  const type = ensureType(rt, 'random', makeType);
  moduleAddSteal(rt, module, 'Random', newRef(rt, type));
  return module;
}

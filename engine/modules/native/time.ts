/**
 * The module time, with a clock of its own.
 *
 * NOT CPYTHON: a run must be the same each time, so no clock of the world is read. The clock counts
 * nanoseconds from the start of the program: each reading moves it on by one microsecond, `sleep` by
 * what it is asked for. `time.time()` counts from 2024-10-07 00:00:00 UTC, the day of 3.13.0.
 */
import type { Addr } from '../../base/brand.ts';
import { asDouble, newFloat } from '../../objects/float.ts';
import { errOccurred, raise } from '../../objects/errors.ts';
import { newInt, newIntFromBigInt } from '../../objects/int.ts';
import { builtinModule, moduleAddSteal } from '../../objects/module.ts';
import { newRef } from '../../objects/refcount.ts';
import { type Runtime, STATE } from '../../objects/runtime.ts';
import { newStr } from '../../objects/strings.ts';
import { noArgs, oneArg } from '../../objects/type-spec.ts';

/** Nanoseconds that a reading takes. */
const TICK = 1000;
/** Seconds from 1970 to where the clock begins. */
const EPOCH = 1_728_259_200;

/** Moves the clock on; the nanoseconds since the start. */
function advance(rt: Runtime, nanoseconds: number): number {
  const at = (rt.state + STATE.clock) >> 3;
  rt.f64[at] = rt.f64[at]! + nanoseconds;
  return rt.f64[at]!;
}

/** v3.13.0 time_sleep */
function sleep(rt: Runtime, _self: Addr, p: Addr): Addr {
  const seconds = asDouble(rt, p);
  if (Number.isNaN(seconds)) {
    if (errOccurred(rt)) return 0;
    return raise(rt, rt.exc.ValueError, 'Invalid value NaN (not a number)');
  }
  if (seconds < 0) return raise(rt, rt.exc.ValueError, 'sleep length must be non-negative');
  advance(rt, seconds * 1e9);
  return newRef(rt, rt.none);
}

const elapsed = noArgs((rt) => newFloat(rt, advance(rt, TICK) / 1e9));
const elapsedNs = noArgs((rt) => newInt(rt, Math.round(advance(rt, TICK))));

export function createTimeModule(rt: Runtime): Addr {
  const module = builtinModule(rt, 'time', {
    time: noArgs((r) => newFloat(r, EPOCH + advance(r, TICK) / 1e9)),
    time_ns: noArgs((r) =>
      newIntFromBigInt(r, BigInt(EPOCH) * 1_000_000_000n + BigInt(Math.round(advance(r, TICK)))),
    ),
    perf_counter: elapsed,
    perf_counter_ns: elapsedNs,
    monotonic: elapsed,
    monotonic_ns: elapsedNs,
    process_time: elapsed,
    process_time_ns: elapsedNs,
    thread_time: elapsed,
    sleep: oneArg(sleep),
  });
  moduleAddSteal(rt, module, 'timezone', newInt(rt, 0));
  moduleAddSteal(rt, module, '__doc__', newStr(rt, 'A clock that runs the same each time.'));
  return module;
}

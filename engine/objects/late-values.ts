/** More parts of objects/ (late-parts.ts): what few programs do with numbers, texts, and types themselves. */
import type { Addr } from '../base/brand.ts';
import { late, Part } from '../base/part.ts';
import { errOccurred } from './errors.ts';
import { formattingPart, setsPart, textPart } from './late-parts.ts';
import { numbersPart } from './late-numbers.ts';
import { str } from './object.ts';
import type { Runtime } from './runtime.ts';
import { isStr, strLength } from './strings.ts';
import { fast, fastKeywords, lateMethods, noArgs, oneArg } from './type-spec.ts';
import type { Moment } from './unraisable.ts';

/** Powers, and integers bit by bit. */
export const intAnd = late(numbersPart, 'intAnd');
export const intLeftShift = late(numbersPart, 'intLeftShift');
export const intOr = late(numbersPart, 'intOr');
export const intPower = late(numbersPart, 'intPower');
export const intPowerModulo = late(numbersPart, 'intPowerModulo');
export const intRightShift = late(numbersPart, 'intRightShift');
export const intXor = late(numbersPart, 'intXor');
export const powDouble = late(numbersPart, 'powDouble');

/** An f-string without a spec asks floats too, and is common. */
const isPlain = (rt: Runtime, spec: Addr) => isStr(rt, spec) && strLength(rt, spec) === 0;

/** int.__format__ */
export function intFormat(rt: Runtime, self: Addr, spec: Addr): Addr {
  return isPlain(rt, spec) ? str(rt, self) : formattingPart.code.intFormat(rt, self, spec);
}

/** float.__format__ */
export function floatFormat(rt: Runtime, self: Addr, spec: Addr): Addr {
  return isPlain(rt, spec) ? str(rt, self) : formattingPart.code.floatFormat(rt, self, spec);
}

export const caseMethods = lateMethods(() => textPart.code.caseMethods, {
  lower: noArgs,
  upper: noArgs,
  casefold: noArgs,
  capitalize: noArgs,
  title: noArgs,
  swapcase: noArgs,
});

export const padMethods = lateMethods(() => textPart.code.padMethods, {
  strip: fast,
  lstrip: fast,
  rstrip: fast,
  removeprefix: oneArg,
  removesuffix: oneArg,
  center: fast,
  ljust: fast,
  rjust: fast,
  zfill: oneArg,
  expandtabs: fastKeywords,
});

export const predicateMethods = lateMethods(() => textPart.code.predicateMethods, {
  isalpha: noArgs,
  isdecimal: noArgs,
  isdigit: noArgs,
  isnumeric: noArgs,
  isalnum: noArgs,
  isspace: noArgs,
  isprintable: noArgs,
  isascii: noArgs,
  isupper: noArgs,
  islower: noArgs,
  istitle: noArgs,
  isidentifier: noArgs,
});

export const frozensetHash = late(setsPart, 'frozensetHash');

/** Another class for an object, other bases for a class. */
export const changesPart = new Part<typeof import('./type-changes-part.ts')>('type-changes');
export const setClass = late(changesPart, 'setClass');
export const setBases = late(changesPart, 'setBases');

/** Exceptions that nobody can catch, told of. */
export const unraisablePart = new Part<typeof import('./unraisable.ts')>('tracebacks');
export const displayUnraisable = late(unraisablePart, 'displayUnraisable');
export const writeIgnoredAtExit = late(unraisablePart, 'writeIgnoredAtExit');

/** As in unraisable.ts: nothing where no exception is being raised. */
export function writeUnraisable(rt: Runtime, where: Addr, when?: Moment): void {
  if (errOccurred(rt)) unraisablePart.code.writeUnraisable(rt, where, when);
}

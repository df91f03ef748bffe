/** Special methods that gave what they must not. */
import type { Addr } from '../base/brand.ts';
import { raise } from './errors.ts';
import { typeNameOf } from './object.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStr } from './strings.ts';
import { typeMessageName } from './type-object.ts';

/**
 * What is said of a special method of `self` that gave `result` where `wanted` must be.
 * @param older what releases say that have words of their own for it
 */
export function wrongResult(
  rt: Runtime,
  self: Addr,
  method: string,
  wanted: string,
  result: Addr,
  older: string,
): string {
  if (!rt.profile.errorWords.resultsAreTold) return older;
  const [type, found] = [self, result].map((p) => typeMessageName(rt, rt.typeOf(p)));
  return `${type}.${method}() must return ${wanted}, not ${found}`;
}

/** A text that a special method gave (stolen): itself, 0 with TypeError when it is none. */
export function expectStr(rt: Runtime, self: Addr, text: Addr, method: string): Addr {
  if (text === 0 || isStr(rt, text)) return text;
  const older = `${method} returned non-string (type ${typeNameOf(rt, text)})`;
  raise(rt, rt.exc.TypeError, wrongResult(rt, self, method, 'a str', text, older));
  decref(rt, text);
  return 0;
}

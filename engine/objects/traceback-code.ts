/** What few programs need of what traceback.ts is about. */
import * as L from './layouts.ts';
import type { Addr } from '../base/brand.ts';
import { noKeywords } from './args.ts';
import { errOccurred, raise, raiseInt } from './errors.ts';
import { asSsize } from './object.ts';
import { newRef, setOwned } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tracebackNew } from './traceback.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { typeName } from './type-object.ts';

/** v3.13.0 tb_next_set: no loops */
export function setNext(rt: Runtime, self: Addr, value: Addr): number {
  if (value === 0) return raiseInt(rt, rt.exc.TypeError, "can't delete tb_next attribute");
  if (value !== rt.none && rt.typeOf(value) !== rt.types.traceback) {
    const what = typeName(rt, rt.typeOf(value));
    return raiseInt(rt, rt.exc.TypeError, `expected traceback object, got '${what}'`);
  }
  const next = value === rt.none ? 0 : value;
  for (let t = next; t !== 0; t = rt.ptr(t + L.TB_NEXT)) {
    if (t === self) return raiseInt(rt, rt.exc.ValueError, 'traceback loop detected');
  }
  setOwned(rt, self + L.TB_NEXT, next === 0 ? 0 : newRef(rt, next));
  return 0;
}

/** v3.13.0 tb_new_impl */
export function tracebackTypeNew(rt: Runtime, _type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!noKeywords(rt, 'traceback', kwargs)) return 0;
  const n = tupleSize(rt, args);
  if (n !== 4) {
    const text = `traceback() takes exactly 4 arguments (${n} given)`;
    return raise(rt, rt.exc.TypeError, text);
  }
  const next = tupleItem(rt, args, 0);
  const frame = tupleItem(rt, args, 1);
  if (next !== rt.none && rt.typeOf(next) !== rt.types.traceback) {
    const what = typeName(rt, rt.typeOf(next));
    const text = `expected traceback object or None, got '${what}'`;
    return raise(rt, rt.exc.TypeError, text);
  }
  if (rt.typeOf(frame) !== rt.types.frame) {
    const what = typeName(rt, rt.typeOf(frame));
    return raise(
      rt,
      rt.exc.TypeError,
      `traceback() argument 'tb_frame' must be frame, not ${what}`,
    );
  }
  const lasti = asSsize(rt, tupleItem(rt, args, 2), rt.exc.OverflowError);
  if (lasti === -1 && errOccurred(rt)) return 0;
  const lineno = asSsize(rt, tupleItem(rt, args, 3), rt.exc.OverflowError);
  if (lineno === -1 && errOccurred(rt)) return 0;
  return tracebackNew(rt, next === rt.none ? 0 : next, frame, lasti, lineno);
}

/** What stands in exceptions-import.ts and is fetched when a program needs it: see there. */
import type { Addr } from '../base/brand.ts';
import { baseExceptionInit, baseExceptionStr } from './exceptions.ts';
import { readNewArgs } from './new-args.ts';
import { newRef, setOwned } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStrExact } from './strings.ts';
import { tupleItem, tupleSize } from './tuple.ts';

// msg, name, path, name_from
const MSG = 0;
const NAME = 8;
const PARAMS = { names: ['name', 'path', 'name_from'], required: 0, positional: 0 } as const;
const given = new Int32Array(3);

export function importErrorInit(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): number {
  if (baseExceptionInit(rt, self, args, 0) < 0) return -1;
  if (!readNewArgs(rt, 'ImportError', PARAMS, given, rt.emptyTuple, kwargs)) return -1;
  const at = self + rt.layout.baseException;
  const fields = rt.profile.suggestions.modulesAndSelf ? 3 : 2;
  for (let i = 0; i < fields; i++) {
    setOwned(rt, at + NAME + 8 * i, given[i]! === 0 ? 0 : newRef(rt, given[i]!));
  }
  const message = tupleSize(rt, args) === 1 ? newRef(rt, tupleItem(rt, args, 0)) : 0;
  setOwned(rt, at + MSG, message);
  return 0;
}

/** v3.13.0 ImportError_str */
export function importErrorStr(rt: Runtime, self: Addr): Addr {
  const message = rt.ptr(self + rt.layout.baseException + MSG);
  if (message !== 0 && isStrExact(rt, message)) return newRef(rt, message);
  return baseExceptionStr(rt, self);
}

/** ImportError, ModuleNotFoundError. v3.13.0 Objects/exceptions.c ImportError_init */
import type { Addr } from '../base/brand.ts';
import {
  baseExceptionInit,
  baseExceptionStr,
  exceptionArgs,
  exceptionDoc,
  ownership,
  readyDescendants,
  readyException,
} from './exceptions.ts';
import { readNewArgs } from './new-args.ts';
import { newRef, setOwned } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStrExact } from './strings.ts';
import { tupleItem, tuplePack, tupleSize } from './tuple.ts';
import { noArgs } from './type-spec.ts';

// msg, name, path, name_from
const MSG = 0;
const NAME = 8;
const PARAMS = { names: ['name', 'path', 'name_from'], required: 0, positional: 0 } as const;
const given = new Int32Array(3);

function importErrorInit(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): number {
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
function importErrorStr(rt: Runtime, self: Addr): Addr {
  const message = rt.ptr(self + rt.layout.baseException + MSG);
  if (message !== 0 && isStrExact(rt, message)) return newRef(rt, message);
  return baseExceptionStr(rt, self);
}

/** Readies both. */
export function initImportErrors(rt: Runtime): void {
  const at = rt.layout.baseException;
  const hasNameFrom = rt.profile.suggestions.modulesAndSelf;
  const member = (offset: number) =>
    ({ offset: at + offset, type: 'object', readonly: false }) as const;
  readyException(rt, 'ImportError', {
    base: rt.exc.Exception,
    extra: hasNameFrom ? 32 : 24,
    doc: exceptionDoc('ImportError'),
    slots: {
      ...ownership(hasNameFrom ? [0, 8, 16, 24] : [0, 8, 16]),
      tp_str: importErrorStr,
      tp_init: importErrorInit,
    },
    methods: {
      __reduce__: noArgs((rt, self) => tuplePack(rt, rt.typeOf(self), exceptionArgs(rt, self))),
    },
    members: {
      msg: member(0),
      name: member(8),
      path: member(16),
      ...(hasNameFrom ? { name_from: member(24) } : {}),
    },
  });
  readyDescendants(rt, 'ImportError', importErrorInit);
}

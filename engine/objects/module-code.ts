/** What few programs need of what module.ts is about. */
import type { Addr } from '../base/brand.ts';
import type { Params } from './args.ts';
import { callNoArgs } from './call.ts';
import { dictGetStr, dictKeysList, dictSetItem } from './dict.ts';
import { errOccurred, raiseInt } from './errors.ts';
import { moduleDict } from './module.ts';
import { readNewArgs } from './new-args.ts';
import { typeNameOf } from './object.ts';
import type { Runtime } from './runtime.ts';
import { isStr, newStr, strToJs } from './strings.ts';

export function moduleRepr(rt: Runtime, self: Addr): Addr {
  const dict = moduleDict(rt, self);
  const name = dictGetStr(rt, dict, rt.ids.__name__);
  const file = dictGetStr(rt, dict, rt.ids.__file__);
  const shown = name !== 0 && isStr(rt, name) ? strToJs(rt, name) : '?';
  if (file !== 0 && isStr(rt, file)) {
    return newStr(rt, `<module '${shown}' from '${strToJs(rt, file)}'>`);
  }
  return newStr(rt, `<module '${shown}' (built-in)>`);
}

const INIT: Params = { names: ['name', 'doc'], required: 1, positional: 2 };

const given = new Int32Array(INIT.names.length);

/** v3.13.0 module___init___impl */
export function moduleInit(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): number {
  if (!readNewArgs(rt, 'module', INIT, given, args, kwargs)) return -1;
  const name = given[0]! as Addr;
  if (!isStr(rt, name)) {
    const text = `module() argument 'name' must be str, not ${typeNameOf(rt, name)}`;
    return raiseInt(rt, rt.exc.TypeError, text);
  }
  const dict = moduleDict(rt, self);
  dictSetItem(rt, dict, rt.ids.__doc__, given[1] === 0 ? rt.none : (given[1]! as Addr));
  dictSetItem(rt, dict, rt.ids.__name__, name);
  for (const key of [rt.ids.__package__, rt.ids.__loader__, rt.ids.__spec__]) {
    dictSetItem(rt, dict, key, rt.none);
  }
  return errOccurred(rt) ? -1 : 0;
}

/** `dir(module)`: the names of its namespace, or what a `__dir__` of its own gives. */
export function moduleDir(rt: Runtime, self: Addr): Addr {
  const own = dictGetStr(rt, moduleDict(rt, self), rt.ids.__dir__);
  return own !== 0 ? callNoArgs(rt, own) : dictKeysList(rt, moduleDict(rt, self));
}

/** What few programs need of what mapping-proxy.ts is about. */
import type { Addr } from '../base/brand.ts';
import type { Params } from './args.ts';
import { raise } from './errors.ts';
import { mappingOf, mappingProxyNew } from './mapping-proxy.ts';
import { readNewArgs } from './new-args.ts';
import { binaryOp } from './number-protocol.ts';
import { typeNameOf } from './object.ts';
import type { Runtime } from './runtime.ts';

const NEW_PARAMS: Params = { names: ['mapping'], required: 1, positional: 1 };

const given = new Int32Array(1);

export function tpNew(rt: Runtime, _type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!readNewArgs(rt, 'mappingproxy', NEW_PARAMS, given, args, kwargs)) return 0;
  return mappingProxyNew(rt, given[0]!);
}

/** The number of `|` among the operators of BINARY_OP. */
const OR = 7;

/** v3.13.0 mappingproxy_or */
export function or(rt: Runtime, a: Addr, b: Addr): Addr {
  const type = rt.types.mappingProxy;
  const left = rt.typeOf(a) === type ? mappingOf(rt, a) : a;
  const right = rt.typeOf(b) === type ? mappingOf(rt, b) : b;
  return binaryOp(rt, left, right, OR);
}

export function inplaceOr(rt: Runtime, proxy: Addr): Addr {
  return raise(
    rt,
    rt.exc.TypeError,
    `'|=' is not supported by ${typeNameOf(rt, proxy)}; use '|' instead`,
  );
}

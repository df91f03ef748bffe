/** `strict=True` of zip and map: all iterables must be of one length. v3.14.0 Python/bltinmodule.c */
import type { Addr } from '../base/brand.ts';
import type { Runtime } from './runtime.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { strictOf, tooMany } from './late-iterators.ts';

export { checkStrict, setStrict, strictOfDict, strictReduced } from './late-iterators.ts';

/** `strict` among the keywords of a row as 0 or 1; -1 with TypeError. v3.14.0 map_vectorcall */
export function strictOfRow(rt: Runtime, name: string, kwnames: Addr, values: Addr): number {
  const n = kwnames === 0 ? 0 : tupleSize(rt, kwnames);
  if (n !== 1) return n === 0 ? 0 : tooMany(rt, name, n);
  return strictOf(rt, name, tupleItem(rt, kwnames, 0), rt.arg(values, 0));
}

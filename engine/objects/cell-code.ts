/** What few programs need of what cell.ts is about. */
import type { Addr } from '../base/brand.ts';
import { checkPositional, noKeywords } from './args.ts';
import { newBool } from './bool.ts';
import { cellContents, cellNewSteal } from './cell.ts';
import { addressText, notImplemented, richCompare, typeNameOf } from './object.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { newStr } from './strings.ts';
import { tupleItem, tupleSize } from './tuple.ts';

/** v3.13.0 cell_new */
export function cellTpNew(rt: Runtime, _type: Addr, args: Addr, kwargs: Addr): Addr {
  const n = tupleSize(rt, args);
  if (!noKeywords(rt, 'cell', kwargs) || !checkPositional(rt, 'cell', n, 0, 1)) return 0;
  return cellNewSteal(rt, n === 0 ? (0 as Addr) : newRef(rt, tupleItem(rt, args, 0)));
}

export function cellRepr(rt: Runtime, self: Addr): Addr {
  const contents = cellContents(rt, self);
  const where = `<cell at ${addressText(rt, self)}: `;
  if (contents === 0) return newStr(rt, `${where}empty>`);
  return newStr(rt, `${where}${typeNameOf(rt, contents)} object at ${addressText(rt, contents)}>`);
}

export function cellRichCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if (rt.typeOf(a) !== rt.types.cell || rt.typeOf(b) !== rt.types.cell) return notImplemented(rt);
  const x = cellContents(rt, a);
  const y = cellContents(rt, b);
  if (x !== 0 && y !== 0) return richCompare(rt, x, y, op);
  const order = Number(x !== 0) - Number(y !== 0);
  const holds = [order < 0, order <= 0, order === 0, order !== 0, order > 0, order >= 0][op]!;
  return newBool(rt, holds);
}

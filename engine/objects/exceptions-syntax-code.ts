/** What stands in exceptions-syntax.ts and is fetched when a program needs it: see there. */
import type { Addr } from '../base/brand.ts';
import { callOneArg } from './call.ts';
import { raiseInt } from './errors.ts';
import { baseExceptionInit } from './exceptions.ts';
import { intToNumber, isIntExact } from './int.ts';
import { strText } from './object.ts';
import { decref, newRef, setOwned } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStr, newStr, strToJs } from './strings.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { FILENAME, LINENO, MSG, detailsOf } from './exceptions-syntax.ts';

export type SyntaxField =
  'msg' | 'filename' | 'lineno' | 'offset' | 'text' | 'endLineno' | 'endOffset';
export function syntaxErrorInit(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): number {
  if (baseExceptionInit(rt, self, args, kwargs) < 0) return -1;
  const at = self + rt.layout.baseException;
  const n = tupleSize(rt, args);
  if (n >= 1) setOwned(rt, at + MSG, newRef(rt, tupleItem(rt, args, 0)));
  if (n !== 2) return 0;
  const info = callOneArg(rt, rt.types.tuple, tupleItem(rt, args, 1));
  if (info === 0) return -1;
  const failed = readDetails(rt, at, info);
  decref(rt, info);
  return failed;
}

function readDetails(rt: Runtime, at: Addr, info: Addr): number {
  const n = tupleSize(rt, info);
  const details = detailsOf(rt);
  if (details.length === 4 && n !== 4)
    return raiseInt(rt, rt.exc.IndexError, 'tuple index out of range');
  if (n < 4 || n > 6) {
    const [how, count] = n < 4 ? ['at least', 4] : ['at most', 6];
    const text = `function takes ${how} ${count} arguments (${n} given)`;
    return raiseInt(rt, rt.exc.TypeError, text);
  }
  for (let i = 0; i < details.length; i++) {
    setOwned(rt, at + details[i]!, i < n ? newRef(rt, tupleItem(rt, info, i)) : 0);
  }
  if (n === 5) {
    const text = 'end_offset must be provided when end_lineno is provided';
    return raiseInt(rt, rt.exc.TypeError, text);
  }
  return 0;
}

/** v3.13.0 SyntaxError_str */
export function syntaxErrorStr(rt: Runtime, self: Addr): Addr {
  const at = self + rt.layout.baseException;
  const message = strText(rt, rt.ptr(at + MSG) || rt.none);
  if (message === null) return 0;
  const filename = rt.ptr(at + FILENAME);
  const lineno = rt.ptr(at + LINENO);
  const parts: string[] = [];
  if (filename !== 0 && isStr(rt, filename)) {
    const path = strToJs(rt, filename);
    parts.push(path.slice(path.lastIndexOf('/') + 1));
  }
  if (lineno !== 0 && isIntExact(rt, lineno)) parts.push(`line ${intToNumber(rt, lineno)}`);
  return newStr(rt, parts.length === 0 ? message : `${message} (${parts.join(', ')})`);
}

/** The frames at a step, with the names bound in each. */
import type { Addr } from '../base/brand.ts';
import { CO_NEWLOCALS, CO_OPTIMIZED } from '../compile/index.ts';
import { bytesData } from '../objects/bytes.ts';
import { cellContents } from '../objects/cell.ts';
import { CO_FAST_CELL, CO_FAST_FREE, CO_FAST_HIDDEN } from '../objects/code.ts';
import { dictNext } from '../objects/dict.ts';
import * as L from '../objects/layouts.ts';
import { moduleDict } from '../objects/module.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { isStr, strToJs } from '../objects/strings.ts';
import { tupleItem } from '../objects/tuple.ts';
import { currentFrame, frameCode, frameLine } from '../vm/frames.ts';
import type { Arrow } from './references.ts';

export interface FrameNames {
  readonly title: string;
  readonly kind: 'module' | 'function' | 'class';
  readonly line: number;
  readonly names: readonly Arrow[];
}

/** The module first, then the calls from the outermost to the one that runs. */
export function frameNames(rt: Runtime): readonly FrameNames[] {
  const main = rt.statePtr(STATE.mainModule);
  const globals = main === 0 ? 0 : moduleDict(rt, main);
  const frames: FrameNames[] = [];
  let moduleLine = 0;
  for (let frame = currentFrame(rt); frame !== 0; frame = rt.ptr(frame + L.F_PREVIOUS)) {
    if (rt.ptr(frame + L.F_LOCALS) === globals) moduleLine = frameLine(rt, frame);
    else frames.push(namesOfFrame(rt, frame));
  }
  const names = globals === 0 ? [] : namesOfDict(rt, globals);
  frames.push({ title: 'globals', kind: 'module', line: moduleLine, names });
  return frames.reverse();
}

function namesOfFrame(rt: Runtime, frame: Addr): FrameNames {
  const code = frameCode(rt, frame);
  const title = strToJs(rt, rt.ptr(code + L.CO_QUALNAME));
  const line = frameLine(rt, frame);
  const flags = rt.i32[(code + L.CO_FLAGS) >> 2]!;
  const namespace = rt.ptr(frame + L.F_LOCALS);
  if ((flags & (CO_OPTIMIZED | CO_NEWLOCALS)) === 0 && rt.typeOf(namespace) === rt.types.dict) {
    return { title, kind: 'class', line, names: namesOfDict(rt, namespace) };
  }
  return { title, kind: 'function', line, names: localNames(rt, frame, code) };
}

/** Names of a namespace that the program made: no `__dunder__`, no module. */
function namesOfDict(rt: Runtime, dict: Addr): Arrow[] {
  const names: Arrow[] = [];
  for (let at = dictNext(rt, dict, 0); at !== 0; at = dictNext(rt, dict, at)) {
    const { dictKey, dictValue } = rt;
    if (!isStr(rt, dictKey) || rt.typeOf(dictValue) === rt.types.module) continue;
    const label = strToJs(rt, dictKey);
    if (!/^__\w+__$/.test(label)) names.push({ label, to: dictValue });
  }
  return names;
}

/** The names that are bound in a frame of `code`, whether it runs or stands still. */
export function localNames(rt: Runtime, frame: Addr, code: Addr): Arrow[] {
  const all = rt.ptr(code + L.CO_LOCALSPLUSNAMES);
  const kinds = bytesData(rt, rt.ptr(code + L.CO_LOCALSPLUSKINDS));
  const names: Arrow[] = [];
  for (let i = 0, n = rt.i32[(code + L.CO_NLOCALSPLUS) >> 2]!; i < n; i++) {
    const kind = rt.u8[kinds + i]!;
    let to = rt.ptr(frame + rt.layout.frameHeader + 8 * i);
    if (to === 0 || kind & CO_FAST_HIDDEN) continue;
    if (kind & (CO_FAST_CELL | CO_FAST_FREE) && rt.typeOf(to) === rt.types.cell) {
      to = cellContents(rt, to);
    }
    if (to !== 0) names.push({ label: strToJs(rt, tupleItem(rt, all, i)), to });
  }
  return names;
}

/** The names of a code object's free variables, in the order of the closure's cells. */
export function freeNames(rt: Runtime, code: Addr): string[] {
  const all = rt.ptr(code + L.CO_LOCALSPLUSNAMES);
  const kinds = bytesData(rt, rt.ptr(code + L.CO_LOCALSPLUSKINDS));
  const names: string[] = [];
  for (let i = 0, n = rt.i32[(code + L.CO_NLOCALSPLUS) >> 2]!; i < n; i++) {
    if (rt.u8[kinds + i]! & CO_FAST_FREE) names.push(strToJs(rt, tupleItem(rt, all, i)));
  }
  return names;
}

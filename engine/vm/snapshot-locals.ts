/** What `locals()` gives where releases have snapshots: one dict a frame, filled anew. */
import type { Addr } from '../base/brand.ts';
import { bytesData } from '../objects/bytes.ts';
import { dictCopy, dictDelItem, dictNew, dictSetItem, dictUpdate } from '../objects/dict.ts';
import { errClear } from '../objects/errors.ts';
import * as L from '../objects/layouts.ts';
import { newRef, xdecref } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { tupleItem } from '../objects/tuple.ts';
import { boundValue, frameDict, hasHiddenLocals, hasNamespace } from './frame-object.ts';
import { frameCode } from './frames.ts';

/**
 * The dict that stays with a frame of older releases, brought up to date: what is bound is put in,
 * what is not is taken out, other names stay. New; a dict of its own while a comprehension that runs
 * in the frame has variables. v3.12.1 Objects/frameobject.c _PyFrame_GetLocals
 */
export function snapshotLocals(rt: Runtime, frame: Addr): Addr {
  if (hasNamespace(rt, frame) && !hasHiddenLocals(rt, frame)) {
    return newRef(rt, rt.ptr(frame + L.F_LOCALS));
  }
  if (rt.ptr(frame + L.F_LOCALS) === 0) {
    const made = dictNew(rt);
    if (made === 0) return 0;
    rt.setPtr(frame + L.F_LOCALS, made);
  }
  const kept = rt.ptr(frame + L.F_LOCALS);
  if (!hasNamespace(rt, frame) && updateSnapshot(rt, frame, kept) < 0) return 0;
  if (!hasHiddenLocals(rt, frame)) return newRef(rt, kept);
  const all = dictCopy(rt, kept);
  const hidden = all === 0 ? 0 : frameDict(rt, frame, true);
  const failed = hidden === 0 || dictUpdate(rt, all, hidden) < 0;
  xdecref(rt, hidden);
  if (!failed) return all;
  xdecref(rt, all);
  return 0;
}

function updateSnapshot(rt: Runtime, frame: Addr, dict: Addr): number {
  const code = frameCode(rt, frame);
  const names = rt.ptr(code + L.CO_LOCALSPLUSNAMES);
  const kinds = bytesData(rt, rt.ptr(code + L.CO_LOCALSPLUSKINDS));
  for (let i = 0, n = rt.i32[(code + L.CO_NLOCALSPLUS) >> 2]!; i < n; i++) {
    const name = tupleItem(rt, names, i);
    const value = boundValue(rt, frame, i, rt.u8[kinds + i]!);
    if (value !== 0) {
      if (dictSetItem(rt, dict, name, value) < 0) return -1;
    } else if (dictDelItem(rt, dict, name) < 0) {
      errClear(rt);
    }
  }
  return 0;
}

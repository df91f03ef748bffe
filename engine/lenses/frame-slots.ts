/** What frames hold, slot by slot: names, values on the evaluation stack, and the frame's own fields. */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import * as L from '../objects/layouts.ts';
import type { Runtime } from '../objects/runtime.ts';
import { strToJs } from '../objects/strings.ts';
import { tupleItem } from '../objects/tuple.ts';
import { currentFrame, frameCode, HEAP_FRAME } from '../vm/frames.ts';

export interface FrameSlot {
  readonly kind: 'name' | 'stack' | 'frame';
  /** `globals` for the module's code, else the function's name. */
  readonly frame: string;
  readonly label: string;
  readonly to: Addr;
  /** Whether the slot owns its reference; a borrowed one does not. */
  readonly counted: boolean;
}

const FIELDS = [
  ['f_executable', L.F_EXECUTABLE],
  ['f_funcobj', L.F_FUNCOBJ],
  ['f_locals', L.F_LOCALS],
  ['frame_obj', L.F_FRAME_OBJ],
] as const;

/** The same of a frame that is an object of the heap. */
const OBJECT_FIELDS = [
  ['f_back', L.FRAMEOBJ_BACK - HEAP_FRAME],
  ['f_code', L.F_EXECUTABLE],
  ['f_builtins', L.F_BUILTINS],
  ['f_globals', L.F_GLOBALS],
  ['f_locals', L.F_LOCALS],
] as const;

/** The slots of all running frames, from the one that runs outwards; those of generators are theirs. */
export function frameSlots(rt: Runtime): FrameSlot[] {
  const slots: FrameSlot[] = [];
  for (let frame = currentFrame(rt); frame !== 0; frame = rt.ptr(frame + L.F_PREVIOUS)) {
    if (rt.u8[frame + L.F_OWNER] !== L.FRAME_OWNED_BY_GENERATOR) slots.push(...slotsOf(rt, frame));
  }
  return slots;
}

/** The frames that run and are objects, those of generators left out: `frameSlots` has what they hold. */
export function runningObjects(rt: Runtime): ReadonlySet<Addr> {
  const objects = new Set<Addr>();
  if (!rt.heapFrames) return objects;
  for (let frame = currentFrame(rt); frame !== 0; frame = rt.ptr(frame + L.F_PREVIOUS)) {
    if (rt.u8[frame + L.F_OWNER] !== L.FRAME_OWNED_BY_GENERATOR) objects.add(frame - HEAP_FRAME);
  }
  return objects;
}

/** The slots of a generator's own frame; none for other objects. */
export function generatorSlots(rt: Runtime, p: Addr): FrameSlot[] {
  const type = rt.typeOf(p);
  const { types } = rt;
  const has = type === types.generator || type === types.coroutine || type === types.asyncGenerator;
  if (!has) return [];
  // a frame that is an object holds them itself
  if (rt.heapFrames) return [];
  const frame = p + rt.layout.generatorHeader;
  return rt.ptr(frame + L.F_EXECUTABLE) === 0 ? [] : slotsOf(rt, frame);
}

function slotsOf(rt: Runtime, frame: Addr): FrameSlot[] {
  const code = frameCode(rt, frame);
  const name = strToJs(rt, rt.ptr(code + L.CO_QUALNAME));
  const title = name === '<module>' ? 'globals' : name;
  const slots: FrameSlot[] = [];
  const add = (kind: FrameSlot['kind'], label: string, at: Addr) => {
    const to = rt.ptr(at);
    const counted = rt.i32[(at >> 2) + 1] === ADDRESS_HIGH;
    if (to !== 0) slots.push({ kind, frame: title, label, to, counted });
  };
  const names = rt.ptr(code + L.CO_LOCALSPLUSNAMES);
  const locals = rt.i32[(code + L.CO_NLOCALSPLUS) >> 2]!;
  const used = rt.i32[(frame + L.F_STACKTOP) >> 2]!;
  for (let i = 0; i < used; i++) {
    const at = frame + rt.layout.frameHeader + 8 * i;
    if (i < locals) add('name', strToJs(rt, tupleItem(rt, names, i)), at);
    else add('stack', `[${i - locals}]`, at);
  }
  const fields = rt.heapFrames ? OBJECT_FIELDS : FIELDS;
  for (const [label, offset] of fields) add('frame', label, frame + offset);
  return slots;
}

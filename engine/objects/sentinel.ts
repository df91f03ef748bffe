/**
 * sentinel: a value that is like no other, and only itself.
 *
 *     +16  name    owned, what it was called with
 *     +24  module  owned, or NULL: where it was made
 *     +32  repr    owned, or NULL: what stands for it in place of its name
 *
 * Read from what 3.15.2 answers. PEP 661, v3.15.0 Objects/sentinelobject.c
 */
import type { Addr } from '../base/brand.ts';
import type { Params } from './args.ts';
import { raise } from './errors.ts';
import { gcDel, gcNew, gcTrack, gcUntrack } from './gc-object.ts';
import { typeOr } from './late-parts.ts';
import { F_FUNCOBJ, FUNC_MODULE, TPFLAGS_HAVE_GC } from './layouts.ts';
import { readNewArgs } from './new-args.ts';
import { objectRichCompare } from './object-type.ts';
import { hashPointer, typeNameOf } from './object.ts';
import { clearOwned, newRef, xdecref } from './refcount.ts';
import { type Runtime, STATE } from './runtime.ts';
import { isStr } from './strings.ts';
import { readyType } from './type-ready.ts';
import { noArgs, oneArg } from './type-spec.ts';

const NAME = 16;
const MODULE = 24;
const REPR = 32;
const SIZE = 40;
const FIELDS = [NAME, MODULE, REPR];

/** The module of the function that runs; borrowed, 0 when it has none. */
function callerModule(rt: Runtime): Addr {
  const frame = rt.statePtr(STATE.currentFrame);
  const func = frame === 0 ? 0 : rt.ptr(frame + F_FUNCOBJ);
  return func === 0 || rt.typeOf(func) !== rt.types.function ? 0 : rt.ptr(func + FUNC_MODULE);
}

const PARAMS: Params = { names: ['', 'repr'], required: 1, positional: 1 };
const given = new Int32Array(2);

function tpNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!readNewArgs(rt, 'sentinel', PARAMS, given, args, kwargs)) return 0;
  const [name, shown] = given as unknown as [Addr, Addr];
  const wrong = (which: string, wanted: string, p: Addr): 0 =>
    raise(
      rt,
      rt.exc.TypeError,
      `sentinel() argument ${which} must be ${wanted}, not ${typeNameOf(rt, p)}`,
    );
  if (!isStr(rt, name)) return wrong('1', 'str', name);
  const hasRepr = shown !== 0 && shown !== rt.none;
  if (hasRepr && !isStr(rt, shown)) return wrong("'repr'", 'str or None', shown);
  const self = gcNew(rt, type, SIZE);
  if (self === 0) return 0;
  rt.setPtr(self + NAME, newRef(rt, name));
  rt.setPtr(self + MODULE, newRef(rt, callerModule(rt) || rt.none));
  rt.setPtr(self + REPR, hasRepr ? newRef(rt, shown) : 0);
  gcTrack(rt, self);
  return self;
}

/** What it is for `copy`: itself. */
const itself = (rt: Runtime, self: Addr): Addr => newRef(rt, self);

/** Readies sentinel. */
export function initSentinelType(rt: Runtime): void {
  rt.types.sentinel = readyType(rt, {
    name: 'sentinel',
    basicsize: SIZE,
    flags: TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: (r, self) => {
        gcUntrack(r, self);
        for (const field of FIELDS) xdecref(r, r.ptr(self + field));
        gcDel(r, self);
      },
      tp_traverse: (r, self, visit) => {
        for (const field of FIELDS) if (r.ptr(self + field) !== 0) visit(r.ptr(self + field));
      },
      tp_clear: (r, self) => {
        for (const field of FIELDS) clearOwned(r, self + field);
        return 0;
      },
      tp_repr: (r, self) => newRef(r, r.ptr(self + REPR) || r.ptr(self + NAME)),
      tp_hash: hashPointer,
      tp_richcompare: objectRichCompare,
      tp_new: tpNew,
      nb_or: typeOr,
    },
    methods: {
      __copy__: noArgs(itself),
      __deepcopy__: oneArg(itself),
      __reduce__: noArgs((r, self) => newRef(r, r.ptr(self + NAME))),
    },
    members: {
      __name__: { offset: NAME, type: 'objectEx', readonly: true },
      __module__: { offset: MODULE, type: 'objectEx', readonly: false },
    },
    doc: 'Create a unique sentinel object with the given name.',
  });
}

/** The type memoryview, as far as it stands before a program uses one. Objects/memoryobject.c */
import { memoryPart } from './late-parts.ts';
import { TPFLAGS_HAVE_GC, TPFLAGS_SEQUENCE } from './layouts.ts';
import type { Runtime } from './runtime.ts';
import { readyType } from './type-ready.ts';
import {
  classMethod,
  fast,
  fastKeywords,
  type GetSetSpec,
  lateMethods,
  lateSlots,
  noArgs,
  oneArg,
} from './type-spec.ts';

const SLOTS = [
  'tp_new',
  'tp_dealloc',
  'tp_repr',
  'tp_hash',
  'tp_traverse',
  'tp_clear',
  'tp_richcompare',
  'tp_iter',
  'mp_length',
  'mp_subscript',
  'mp_ass_subscript',
  'sq_length',
  'sq_item',
  'bf_getbuffer',
  'bf_releasebuffer',
] as const;

const ATTRIBUTES =
  'obj nbytes readonly itemsize format ndim shape strides suboffsets ' +
  'c_contiguous f_contiguous contiguous';

const allSlots = lateSlots(() => memoryPart.code.memorySlots, SLOTS);

const attributes: Readonly<Record<string, GetSetSpec>> = Object.fromEntries(
  ATTRIBUTES.split(' ').map((name) => {
    const get: GetSetSpec['get'] = (rt, mv) => memoryPart.code.memoryAttributes[name]!.get(rt, mv);
    return [name, { get }];
  }),
);

const brought = (): typeof memoryPart.code.memoryMethods => memoryPart.code.memoryMethods;

/** What every release has. */
const methods = lateMethods(brought, {
  release: noArgs,
  tobytes: fastKeywords,
  hex: fastKeywords,
  tolist: noArgs,
  cast: fastKeywords,
  toreadonly: noArgs,
  __enter__: noArgs,
  __exit__: fast,
});
const fromFlags = lateMethods(brought, { _from_flags: (fn) => classMethod(fastKeywords(fn)) });
const searching = lateMethods(brought, {
  count: oneArg,
  index: fast,
  __class_getitem__: (fn) => classMethod(oneArg(fn)),
});

/** What any release has, as a test compares it with the part's own table. */
export const memoryviewMethods = { ...methods, ...fromFlags, ...searching };

/** v3.13.0 PyMemoryView_Type */
export function initMemoryviewType(rt: Runtime): void {
  const { iterator, flagged, searchable } = rt.profile.memoryviews;
  const { tp_iter, ...slots } = allSlots;
  rt.types.memoryview = readyType(rt, {
    name: 'memoryview',
    basicsize: 144,
    itemsize: 8,
    flags: TPFLAGS_HAVE_GC | TPFLAGS_SEQUENCE,
    weaklistoffset: 136,
    doc: 'Create a new memoryview object which references the given object.',
    slots: iterator ? allSlots : slots,
    methods: { ...methods, ...(flagged ? fromFlags : {}), ...(searchable ? searching : {}) },
    getset: attributes,
  });
}

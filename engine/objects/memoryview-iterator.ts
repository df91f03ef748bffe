/**
 * The iterator of a memoryview, of the releases that have one of its own.
 *
 *     +16  it_index
 *     +24  it_seq     owned: the view, NULL at the end
 *     +32  it_length
 *     +40  it_fmt     C string, of the view
 *
 * v3.13.0 Objects/memoryobject.c memory_iter
 */
import type { Addr } from '../base/brand.ts';
import { raise } from './errors.ts';
import { gcDel, gcNew, gcTrack, gcUntrackIfTracked } from './gc-object.ts';
import { TP_FLAGS, TPFLAGS_HAVE_GC, TPFLAGS_READY } from './layouts.ts';
import { isReleased, MV_VIEW, viewDims, viewShape } from './managed-buffer.ts';
import { memoryItem } from './memoryview-access.ts';
import { formatOf, itemCode } from './memoryview-item.ts';
import { PB_FORMAT } from './py-buffer.ts';
import { newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { seqIterNew } from './seq-iterators.ts';
import { readyType } from './type-ready.ts';

const INDEX = 16;
const SEQ = 24;
const LENGTH = 32;
const FORMAT = 40;
const SIZE = 48;

/** v3.13.0 _PyMemoryIter_Type */
function iteratorType(rt: Runtime): Addr {
  const type = rt.types.memoryIterator;
  if (rt.i32[(type + TP_FLAGS) >> 2]! & TPFLAGS_READY) return type;
  return readyType(rt, {
    name: 'memory_iterator',
    basicsize: SIZE,
    flags: TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: (r, it) => {
        gcUntrackIfTracked(r, it);
        xdecref(r, r.ptr(it + SEQ));
        gcDel(r, it);
      },
      tp_traverse: (r, it, visit) => {
        if (r.ptr(it + SEQ) !== 0) visit(r.ptr(it + SEQ));
      },
      tp_iter: (r, it) => newRef(r, it),
      tp_iternext: next,
    },
  });
}

/** `iter(m)`; new. */
export function memoryIter(rt: Runtime, mv: Addr): Addr {
  if (!rt.profile.memoryviews.iterator) return seqIterNew(rt, mv);
  if (isReleased(rt, mv)) return 0;
  const ndim = viewDims(rt, mv);
  if (ndim === 0) return raise(rt, rt.exc.TypeError, 'invalid indexing of 0-dim memory');
  if (ndim > 1) {
    const text = 'multi-dimensional sub-views are not implemented';
    return raise(rt, rt.exc.NotImplementedError, text);
  }
  if (itemCode(rt, formatOf(rt, mv)) === null) return 0;
  const type = iteratorType(rt);
  const it = type === 0 ? 0 : gcNew(rt, type, SIZE);
  if (it === 0) return 0;
  rt.setSize(it + INDEX, 0);
  rt.setPtr(it + SEQ, newRef(rt, mv));
  rt.setSize(it + LENGTH, viewShape(rt, mv, 0));
  rt.setPtr(it + FORMAT, rt.ptr(mv + MV_VIEW + PB_FORMAT));
  gcTrack(rt, it);
  return it;
}

/** v3.13.0 memoryiter_next */
function next(rt: Runtime, it: Addr): Addr {
  const mv = rt.ptr(it + SEQ);
  if (mv === 0) return 0;
  const i = rt.size(it + INDEX);
  if (i < rt.size(it + LENGTH)) {
    rt.setSize(it + INDEX, i + 1);
    return memoryItem(rt, mv, i);
  }
  rt.setPtr(it + SEQ, 0);
  xdecref(rt, mv);
  return 0;
}

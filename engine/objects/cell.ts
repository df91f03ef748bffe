/** Cells: a reference shared by a function and its closures. v3.13.0 Objects/cellobject.c */
import type { Addr } from '../base/brand.ts';
import { raise } from './errors.ts';
import { gcDel, gcNew, gcTrack, gcUntrack } from './gc-object.ts';
import { CELL_REF, CELL_SIZE, TPFLAGS_HAVE_GC } from './layouts.ts';
import { clearOwned, decref, newRef, setOwned, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { readyType } from './type-ready.ts';
import type { Visit } from './type-spec.ts';
import { cellRepr, cellRichCompare, cellTpNew } from './late-introspection.ts';

/** A cell that owns `contents` (stolen; 0: empty). v3.13.0 PyCell_New, which does not steal */
export function cellNewSteal(rt: Runtime, contents: Addr): Addr {
  const cell = gcNew(rt, rt.types.cell, CELL_SIZE);
  if (cell === 0) {
    xdecref(rt, contents);
    return 0;
  }
  rt.setPtr(cell + CELL_REF, contents);
  gcTrack(rt, cell);
  return cell;
}

/** The contents, borrowed; 0 when empty. */
export function cellContents(rt: Runtime, cell: Addr): Addr {
  return rt.i32[(cell + CELL_REF) >> 2]!;
}

/** Replaces the contents (stolen; 0 empties). */
export function cellSetSteal(rt: Runtime, cell: Addr, contents: Addr): void {
  setOwned(rt, cell + CELL_REF, contents);
}

function cellDealloc(rt: Runtime, self: Addr): void {
  gcUntrack(rt, self);
  const contents = cellContents(rt, self);
  if (contents !== 0) decref(rt, contents);
  gcDel(rt, self);
}

function cellTraverse(rt: Runtime, self: Addr, visit: Visit): void {
  const contents = cellContents(rt, self);
  if (contents !== 0) visit(contents);
}

export function initCellType(rt: Runtime): void {
  rt.types.cell = readyType(rt, {
    name: 'cell',
    basicsize: CELL_SIZE,
    flags: TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: cellDealloc,
      tp_new: cellTpNew,
      tp_repr: cellRepr,
      tp_traverse: cellTraverse,
      tp_clear: (rt, self) => {
        clearOwned(rt, self + CELL_REF);
        return 0;
      },
      tp_richcompare: cellRichCompare,
    },
    getset: {
      cell_contents: {
        get: (rt, self) => {
          const contents = cellContents(rt, self);
          if (contents === 0) return raise(rt, rt.exc.ValueError, 'Cell is empty');
          return newRef(rt, contents);
        },
        set: (rt, self, value) => {
          cellSetSteal(rt, self, value === 0 ? 0 : newRef(rt, value));
          return 0;
        },
      },
    },
    unhashable: true,
  });
}

/** What few programs need of what exception-notes.ts is about. */
import type { Addr } from '../base/brand.ts';
import { badArgument } from './clinic.ts';
import { errClear, errOccurred, raise } from './errors.ts';
import { isList, listAppend, listNew } from './list.ts';
import { lookupAttr, setAttr, typeNameOf } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStr, newStr } from './strings.ts';

/** `exception.add_note(note)`. New None, 0 with an exception */
export function exceptionAddNote(rt: Runtime, self: Addr, note: Addr): Addr {
  if (!isStr(rt, note)) {
    if (rt.profile.errorWords.notesAreArguments) {
      return badArgument(rt, 'add_note', 'argument', 'str', note);
    }
    return raise(rt, rt.exc.TypeError, `note must be a str, not '${typeNameOf(rt, note)}'`);
  }
  let notes = lookupAttr(rt, self, rt.ids.__notes__);
  if (notes === 0) {
    if (errOccurred(rt)) return 0;
    notes = listNew(rt, 0);
    if (notes === 0 || setAttr(rt, self, rt.ids.__notes__, notes) < 0) {
      if (notes !== 0) decref(rt, notes);
      return 0;
    }
  } else if (!isList(rt, notes)) {
    decref(rt, notes);
    return raise(rt, rt.exc.TypeError, 'Cannot add note: __notes__ is not a list');
  }
  const failed = listAppend(rt, notes, note);
  decref(rt, notes);
  return failed < 0 ? 0 : newRef(rt, rt.none);
}

/** Adds a note of the machine's own; a failure is forgotten. */
export function addNote(rt: Runtime, exception: Addr, text: string): void {
  const note = newStr(rt, text);
  const result = note === 0 ? 0 : exceptionAddNote(rt, exception, note);
  if (note !== 0) decref(rt, note);
  if (result !== 0) decref(rt, result);
  else errClear(rt);
}

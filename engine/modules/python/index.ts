/** The modules written in Python: their texts by name. */
import { WEAKREF } from './weakref.ts';
import { WEAKREFSET } from './weakrefset.ts';

export const PYTHON_MODULES: Readonly<Record<string, string>> = {
  _weakrefset: WEAKREFSET,
  weakref: WEAKREF,
};

/** The modules written in Python: their texts by name. */
import { COLLECTIONS_ABC } from './collections-abc.ts';
import { ABC } from './abc.ts';
import { COLLECTIONS } from './collections.ts';
import { FUNCTOOLS } from './functools.ts';
import { OPERATOR } from './operator.ts';
import { REPRLIB } from './reprlib.ts';
import { TYPES } from './types.ts';
import { WEAKREF } from './weakref.ts';
import { WEAKREFSET } from './weakrefset.ts';

export const PYTHON_MODULES: Readonly<Record<string, string>> = {
  _collections_abc: COLLECTIONS_ABC,
  abc: ABC,
  collections: COLLECTIONS,
  functools: FUNCTOOLS,
  operator: OPERATOR,
  reprlib: REPRLIB,
  types: TYPES,
  _weakrefset: WEAKREFSET,
  weakref: WEAKREF,
};

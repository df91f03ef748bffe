/** Where the types of the engine's own stand in the TypeTable, by tp_name, and flags known early. */
import * as L from './layouts.ts';

/**
 * tp_name -> field of the TypeTable, where the two differ. An exception's field is its name.
 * Measured on 3.13.0: `type(x).__name__`, with the module for those that C names with one.
 */
export const TYPE_FIELDS: Readonly<Record<string, string>> = {
  NoneType: 'none',
  NotImplementedType: 'notImplemented',
  builtin_function_or_method: 'builtinFunction',
  list_iterator: 'listIterator',
  list_reverseiterator: 'listReverseIterator',
  tuple_iterator: 'tupleIterator',
  str_iterator: 'strIterator',
  str_ascii_iterator: 'strAsciiIterator',
  bytes_iterator: 'bytesIterator',
  bytearray_iterator: 'byteArrayIterator',
  range_iterator: 'rangeIterator',
  longrange_iterator: 'longRangeIterator',
  set_iterator: 'setIterator',
  dict_keys: 'dictKeys',
  dict_values: 'dictValues',
  dict_items: 'dictItems',
  dict_keyiterator: 'dictKeyIterator',
  dict_valueiterator: 'dictValueIterator',
  dict_itemiterator: 'dictItemIterator',
  dict_reversekeyiterator: 'dictReverseKeyIterator',
  dict_reversevalueiterator: 'dictReverseValueIterator',
  dict_reverseitemiterator: 'dictReverseItemIterator',
  iterator: 'seqIterator',
  callable_iterator: 'callableIterator',
  method_descriptor: 'methodDescriptor',
  classmethod_descriptor: 'classMethodDescriptor',
  getset_descriptor: 'getsetDescriptor',
  member_descriptor: 'memberDescriptor',
  wrapper_descriptor: 'wrapperDescriptor',
  'method-wrapper': 'methodWrapper',
  mappingproxy: 'mappingProxy',
  'types.SimpleNamespace': 'simpleNamespace',
  'weakref.ReferenceType': 'weakref',
  'weakref.ProxyType': 'weakProxy',
  'weakref.CallableProxyType': 'weakCallableProxy',
  'types.GenericAlias': 'genericAlias',
  'types.UnionType': 'unionType',
};

/** Flags that constructors and tests look at before the type is ready, by field. */
export const RESERVED_FLAGS: Readonly<Record<string, number>> = {
  type: L.TPFLAGS_TYPE_SUBCLASS | L.TPFLAGS_HAVE_GC,
  int: L.TPFLAGS_LONG_SUBCLASS,
  bool: L.TPFLAGS_LONG_SUBCLASS,
  str: L.TPFLAGS_UNICODE_SUBCLASS,
  bytes: L.TPFLAGS_BYTES_SUBCLASS,
  list: L.TPFLAGS_LIST_SUBCLASS | L.TPFLAGS_HAVE_GC,
  tuple: L.TPFLAGS_TUPLE_SUBCLASS | L.TPFLAGS_HAVE_GC,
  dict: L.TPFLAGS_DICT_SUBCLASS | L.TPFLAGS_HAVE_GC,
  set: L.TPFLAGS_HAVE_GC,
  frozenset: L.TPFLAGS_HAVE_GC,
  builtinFunction: L.TPFLAGS_HAVE_GC,
  methodDescriptor: L.TPFLAGS_HAVE_GC,
  classMethodDescriptor: L.TPFLAGS_HAVE_GC,
  getsetDescriptor: L.TPFLAGS_HAVE_GC,
  memberDescriptor: L.TPFLAGS_HAVE_GC,
  wrapperDescriptor: L.TPFLAGS_HAVE_GC,
  staticmethod: L.TPFLAGS_HAVE_GC,
  weakref: L.TPFLAGS_HAVE_GC,
};

/** The fields of objects and of their tables, by type, as far as the map names them. */
import type { Addr } from '../base/brand.ts';
import { dictKeysOf, dictValuesOf, isDict } from '../objects/dict.ts';
import {
  DK_KIND,
  DK_LOG2_INDEX_BYTES,
  DK_LOG2_SIZE,
  DK_NENTRIES,
  DK_USABLE,
  DK_VERSION,
  UNICODE_ENTRY,
  GENERAL_ENTRY,
  entryKeyAt,
  getIndex,
  keysAreUnicode,
  keysEntries,
  keysEntryCount,
  keysPlaces,
  sharedKeysUsableSize,
  usableFraction,
} from '../objects/dict-keys.ts';
import { DV_CAPACITY, DV_SIZE } from '../objects/dict-values.ts';
import * as L from '../objects/layouts.ts';
import { listSize } from '../objects/list.ts';
import { refcnt } from '../objects/refcount.ts';
import { isAnySet, setMask, setTable } from '../objects/set.ts';
import { strData, strKind, strLength, strToJs } from '../objects/strings.ts';
import { isType } from '../objects/type-object.ts';
import { intDigits } from './block-needs.ts';
import { type BlockOwner, OWN_KEYS, OWN_OBJECT } from './block-owners.ts';
import { type FieldReader, type FieldSpec, note } from './field-reader.ts';

/** Tells the fields of what stands in a block, from its first byte on. */
export function contentFields(reader: FieldReader, owner: BlockOwner, block: Addr): void {
  const { rt } = reader;
  const { role, p } = owner;
  if (role === OWN_OBJECT) objectFields(reader, p, block);
  else if (role === OWN_KEYS) {
    keysFields(reader, isType(rt, p) ? rt.ptr(p + L.HT_CACHED_KEYS) : dictKeysOf(rt, p));
  } else partFields(reader, p, block);
}

// ---- objects -----------------------------------------------------------------------------------

function objectFields(reader: FieldReader, p: Addr, block: Addr): void {
  const { rt } = reader;
  if (p - block > L.GC_HEAD_SIZE) {
    reader.struct('', block, [
      [0, 'weakrefs', 'pointer'],
      [8, '__dict__', 'pointer'],
    ]);
  }
  if (p > block) gcFields(reader, p);
  headFields(reader, p);
  const type = rt.typeOf(p);
  const { types } = rt;
  if (type === types.int || type === types.bool) intFields(reader, p);
  else if (type === types.str) strFields(reader, p);
  else if (type === types.tuple) tupleFields(reader, p);
  else if (type === types.bytes) bytesFields(reader, p);
  else if (isAnySet(rt, p)) setFields(reader, p);
  else knownFields(reader, p, type);
}

/** v3.13.0 Include/internal/pycore_gc.h PyGC_Head */
function gcFields(reader: FieldReader, p: Addr): void {
  const { rt } = reader;
  const tracked = rt.ptr(p + L.GC_NEXT) !== 0;
  const flags = rt.u32[(p + L.GC_PREV) >> 2]! & (L.GC_PREV_FINALIZED | L.GC_PREV_COLLECTING);
  const says = note(tracked ? 'tracked' : 'untracked');
  reader.field('PyGC_Head', '_gc_next', p + L.GC_NEXT, 'pointer', says);
  const finalized = flags & L.GC_PREV_FINALIZED ? note('finalized') : null;
  reader.field('PyGC_Head', '_gc_prev', p + L.GC_PREV, 'pointer', finalized);
}

/** v3.13.0 Include/object.h struct _object */
function headFields(reader: FieldReader, p: Addr): void {
  const { rt } = reader;
  const immortal = rt.profile.immortalRefcnt !== null && refcnt(rt, p) >= 0x80000000;
  const says = immortal ? note('immortal') : null;
  reader.field('PyObject', 'ob_refcnt', p + L.OB_REFCNT, 'ssize', says);
  reader.field('PyObject', 'ob_type', p + L.OB_TYPE, 'object');
}

/** v3.13.0 Include/cpython/longintrepr.h struct _PyLongValue */
function intFields(reader: FieldReader, p: Addr): void {
  const { rt } = reader;
  const tag = rt.i32[(p + L.LV_TAG) >> 2]!;
  const tagged = rt.layout.intTagged;
  const negative = tagged ? (tag & 3) === 2 : tag < 0;
  const digits = intDigits(rt, p);
  const says = note(negative ? 'digitsNegative' : 'digits', { count: digits });
  reader.field('PyLongObject', tagged ? 'lv_tag' : 'ob_size', p + L.LV_TAG, 'ssize', says);
  for (let i = 0; i < Math.max(1, digits); i++) {
    const weight = i === 0 ? null : note('digit', { bits: 30 * i });
    reader.field('PyLongObject', `ob_digit[${i}]`, p + L.OB_DIGIT + 4 * i, 'u32', weight);
  }
}

/** v3.13.0 Include/cpython/unicodeobject.h PyASCIIObject, PyCompactUnicodeObject */
function strFields(reader: FieldReader, p: Addr): void {
  const { rt } = reader;
  reader.field('PyASCIIObject', 'length', p + L.STR_LENGTH, 'ssize');
  const unhashed = rt.memory.b64[(p + L.STR_HASH) >> 3] === -1n ? note('notComputed') : null;
  reader.field('PyASCIIObject', 'hash', p + L.STR_HASH, 'int64', unhashed);
  const interned = rt.u8[p + L.STR_STATE]! & L.STATE_INTERNED_MASK;
  const says = note(interned ? 'interned' : 'notInterned', { bytes: strKind(rt, p) });
  reader.field('PyASCIIObject', 'state', p + L.STR_STATE, 'u32', says);
  const data = strData(rt, p);
  const inBlock = data > p && data - p <= rt.layout.strCompactHeader;
  if (!inBlock) return;
  reader.span('PyASCIIObject', '', reader.end, data - reader.end, '', note('headerRest'));
  const bytes = strLength(rt, p) * strKind(rt, p);
  reader.span('', 'characters', data, bytes, cut(JSON.stringify(strToJs(rt, p))));
  reader.span('', 'terminator', data + bytes, strKind(rt, p), '0');
}

function tupleFields(reader: FieldReader, p: Addr): void {
  const { rt } = reader;
  reader.field('PyTupleObject', 'ob_size', p + L.OB_SIZE, 'ssize');
  if (rt.layout.tupleHash !== 0) {
    reader.field('PyTupleObject', 'ob_hash', p + rt.layout.tupleHash, 'int64');
  }
  for (let i = 0, n = rt.size(p + L.OB_SIZE); i < n; i++) {
    reader.field('PyTupleObject', `ob_item[${i}]`, p + rt.layout.tupleItems + 8 * i, 'object');
  }
}

/** Characters of a long value that are told: its bytes stand beside it. */
const MAX_TEXT = 40;

const cut = (text: string): string =>
  text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1)}…`;

/** A byte as bytes.__repr__ writes it. */
function byteText(byte: number): string {
  const known: Readonly<Record<number, string>> = {
    9: '\\t',
    10: '\\n',
    13: '\\r',
    39: "\\'",
    92: '\\\\',
  };
  if (known[byte] !== undefined) return known[byte];
  if (byte >= 32 && byte < 127) return String.fromCharCode(byte);
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}

function bytesFields(reader: FieldReader, p: Addr): void {
  const { rt } = reader;
  const length = rt.size(p + L.OB_SIZE);
  reader.field('PyBytesObject', 'ob_size', p + L.OB_SIZE, 'ssize');
  reader.field('PyBytesObject', 'ob_shash', p + L.BYTES_HASH, 'int64');
  const data = rt.u8.subarray(p + L.BYTES_DATA, p + L.BYTES_DATA + Math.min(length, MAX_TEXT));
  const text = Array.from(data, byteText).join('');
  reader.span('PyBytesObject', 'ob_sval', p + L.BYTES_DATA, length, cut(`b'${text}'`));
  reader.span('PyBytesObject', 'terminator', p + L.BYTES_DATA + length, 1, '0');
}

/** v3.13.0 Include/cpython/setobject.h PySetObject */
function setFields(reader: FieldReader, p: Addr): void {
  reader.struct('PySetObject', p, [
    [L.SET_FILL, 'fill', 'ssize'],
    [L.SET_USED, 'used', 'ssize'],
    [L.SET_MASK, 'mask', 'ssize'],
    [L.SET_TABLE, 'table', 'pointer'],
    [L.SET_HASH, 'hash', 'int64'],
    [L.SET_FINGER, 'finger', 'ssize'],
  ]);
  entriesOfSet(reader, p + L.SET_SMALLTABLE, L.SET_MINSIZE, 'smalltable');
  reader.field('PySetObject', 'weakreflist', p + L.SET_WEAKREFLIST, 'pointer');
}

function entriesOfSet(reader: FieldReader, table: Addr, count: number, name: string): void {
  for (let i = 0; i < count; i++) {
    reader.field('setentry', `${name}[${i}].key`, table + L.SET_ENTRY_SIZE * i, 'object');
    reader.field('setentry', `${name}[${i}].hash`, table + L.SET_ENTRY_SIZE * i + 8, 'int64');
  }
}

/** Types whose fields are a plain row, by their name in the table of types. */
const ROWS = {
  list: [
    [L.OB_SIZE, 'ob_size', 'ssize'],
    [L.LIST_ITEMS, 'ob_item', 'pointer'],
    [L.LIST_ALLOCATED, 'allocated', 'ssize'],
  ],
  dict: [
    [L.MA_USED, 'ma_used', 'ssize'],
    [L.MA_VERSION_TAG, 'ma_version_tag', 'int64'],
    [L.MA_KEYS, 'ma_keys', 'pointer'],
    [L.MA_VALUES, 'ma_values', 'pointer'],
  ],
  float: [[L.FLOAT_VALUE, 'ob_fval', 'f64']],
  complex: [
    [L.COMPLEX_REAL, 'cval.real', 'f64'],
    [L.COMPLEX_IMAG, 'cval.imag', 'f64'],
  ],
  cell: [[L.CELL_REF, 'ob_ref', 'object']],
  slice: [
    [L.SLICE_START, 'start', 'object'],
    [L.SLICE_STOP, 'stop', 'object'],
    [L.SLICE_STEP, 'step', 'object'],
  ],
  range: [
    [L.RANGE_START, 'start', 'object'],
    [L.RANGE_STOP, 'stop', 'object'],
    [L.RANGE_STEP, 'step', 'object'],
    [L.RANGE_LENGTH, 'length', 'object'],
  ],
  method: [
    [L.METHOD_FUNC, 'im_func', 'object'],
    [L.METHOD_SELF, 'im_self', 'object'],
    [L.METHOD_WEAKREFLIST, 'im_weakreflist', 'pointer'],
    [L.METHOD_VECTORCALL, 'vectorcall', 'pointer'],
  ],
} as const satisfies Readonly<Record<string, readonly FieldSpec[]>>;

const STRUCTS: Readonly<Record<keyof typeof ROWS, string>> = {
  list: 'PyListObject',
  dict: 'PyDictObject',
  float: 'PyFloatObject',
  complex: 'PyComplexObject',
  cell: 'PyCellObject',
  slice: 'PySliceObject',
  range: 'rangeobject',
  method: 'PyMethodObject',
};

const ROW_NAMES = Object.keys(ROWS) as (keyof typeof ROWS)[];

/** What the type's own row names, then the values that an instance keeps inline. */
function knownFields(reader: FieldReader, p: Addr, type: Addr): void {
  const { rt } = reader;
  const name = ROW_NAMES.find((key) => rt.types[key] === type);
  if (name !== undefined) reader.struct(STRUCTS[name], p, ROWS[name]);
  const flags = rt.i32[(type + L.TP_FLAGS) >> 2]!;
  if (!(flags & L.TPFLAGS_INLINE_VALUES)) return;
  const values = p + rt.size(type + L.TP_BASICSIZE);
  reader.span('', '', reader.end, values - reader.end, '');
  valuesFields(reader, values, rt.ptr(type + L.HT_CACHED_KEYS), rt.u8[values + DV_CAPACITY]!);
}

// ---- tables ------------------------------------------------------------------------------------

/** v3.13.0 Include/internal/pycore_dict.h struct _dictkeysobject */
function keysFields(reader: FieldReader, keys: Addr): void {
  const { rt } = reader;
  const struct = 'PyDictKeysObject';
  reader.struct(struct, keys, [
    [0, 'dk_refcnt', 'ssize'],
    [DK_LOG2_SIZE, 'dk_log2_size', 'u8'],
    [DK_LOG2_INDEX_BYTES, 'dk_log2_index_bytes', 'u8'],
    [DK_KIND, 'dk_kind', 'u8'],
  ]);
  reader.span(struct, '', reader.end, keys + DK_VERSION - reader.end, '');
  reader.struct(struct, keys, [
    [DK_VERSION, 'dk_version', 'u32'],
    [DK_USABLE, 'dk_usable', 'ssize'],
    [DK_NENTRIES, 'dk_nentries', 'ssize'],
  ]);
  indexField(reader, keys);
  const entries = Math.max(keysEntryCount(rt, keys), 0);
  const unicode = keysAreUnicode(rt, keys);
  for (let i = 0; i < entries; i++) entryFields(reader, keys, i, unicode);
  const room = usableFraction(keysPlaces(rt, keys)) - entries;
  const step = unicode ? UNICODE_ENTRY : GENERAL_ENTRY;
  reader.span(
    struct,
    'dk_entries',
    reader.end,
    room * step,
    '',
    note('noEntryYet', { count: room }),
  );
}

function indexField(reader: FieldReader, keys: Addr): void {
  const { rt } = reader;
  const places = keysPlaces(rt, keys);
  const from = keys + rt.layout.dictKeysHeader;
  const shown = Array.from({ length: Math.min(places, 64) }, (_, i) => {
    const ix = getIndex(rt, keys, i);
    return ix === -1 ? '·' : String(ix);
  });
  const more = places > 64 ? ' …' : '';
  const bytes = keysEntries(rt, keys) - from;
  reader.span('PyDictKeysObject', 'dk_indices', from, bytes, shown.join(' ') + more);
}

function entryFields(reader: FieldReader, keys: Addr, i: number, unicode: boolean): void {
  const { rt } = reader;
  const at = keysEntries(rt, keys) + i * (unicode ? UNICODE_ENTRY : GENERAL_ENTRY);
  const struct = unicode ? 'PyDictUnicodeEntry' : 'PyDictKeyEntry';
  if (!unicode) reader.field(struct, `dk_entries[${i}].me_hash`, at, 'int64');
  const key = unicode ? at : at + 8;
  reader.field(struct, `dk_entries[${i}].me_key`, key, 'object');
  reader.field(struct, `dk_entries[${i}].me_value`, key + 8, 'object');
}

function partFields(reader: FieldReader, p: Addr, block: Addr): void {
  const { rt } = reader;
  const flags = rt.i32[(rt.typeOf(p) + L.TP_FLAGS) >> 2]!;
  if (flags & L.TPFLAGS_LIST_SUBCLASS) return itemFields(reader, p, block);
  if (isAnySet(rt, p)) {
    return entriesOfSet(reader, setTable(rt, p), setMask(rt, p) + 1, 'table');
  }
  if (isDict(rt, p)) {
    const keys = dictKeysOf(rt, p);
    return valuesFields(reader, dictValuesOf(rt, p), keys, sharedKeysUsableSize(rt, keys));
  }
  if (flags & L.TPFLAGS_MANAGED_DICT) {
    const keys = rt.ptr(rt.typeOf(p) + L.HT_CACHED_KEYS);
    valuesFields(reader, block, keys, rt.u8[block]!);
  }
}

function itemFields(reader: FieldReader, list: Addr, items: Addr): void {
  const { rt } = reader;
  const used = listSize(rt, list);
  for (let i = 0; i < used; i++) reader.field('', `ob_item[${i}]`, items + 8 * i, 'object');
  const spare = rt.size(list + L.LIST_ALLOCATED) - used;
  reader.span('', 'ob_item', reader.end, 8 * spare, '', note('spareItems', { count: spare }));
}

/** v3.13.0 Include/internal/pycore_dict.h struct _dictvalues: a name and a pointer each */
function valuesFields(reader: FieldReader, values: Addr, keys: Addr, capacity: number): void {
  const { rt } = reader;
  const header = rt.layout.valuesHeader;
  if (header !== 0) {
    reader.field('PyDictValues', 'capacity', values + DV_CAPACITY, 'u8');
    reader.field('PyDictValues', 'size', values + DV_SIZE, 'u8');
    reader.span('PyDictValues', '', reader.end, header - 2, '');
  }
  const known = keysEntryCount(rt, keys);
  for (let i = 0; i < capacity; i++) {
    const name = i < known ? rt.ptr(entryKeyAt(rt, keys, i)) : 0;
    const label = name === 0 ? `values[${i}]` : `values[${i}] .${strToJs(rt, name)}`;
    reader.field('PyDictValues', label, values + header + 8 * i, 'object');
  }
  const order = (capacity - rt.layout.valuesOrderInHeader + 7) & ~7;
  if (header !== 0) reader.span('PyDictValues', 'order', reader.end, Math.max(0, order), '');
}

/**
 * Constants: from the tree, compared, and merged so that equal ones of one compilation are one.
 */

import type { Constant, Expr, Location } from '../syntax/ast.ts';
import type { CodeUnit, ConstValue } from './code-unit.ts';

export const NONE: ConstValue = { type: 'None' };
export const TRUE: ConstValue = { type: 'True' };
export const FALSE: ConstValue = { type: 'False' };
const TREE_NONE: ConstValue = { type: 'None', fromTree: true };
const TREE_TRUE: ConstValue = { type: 'True', fromTree: true };
const TREE_FALSE: ConstValue = { type: 'False', fromTree: true };
const TREE_ELLIPSIS: ConstValue = { type: 'Ellipsis', fromTree: true };

export function intConst(value: number): ConstValue {
  return { type: 'int', value: BigInt(value) };
}

export function strConst(value: string): ConstValue {
  return { type: 'str', value };
}

export function boolConst(value: boolean): ConstValue {
  return value ? TRUE : FALSE;
}

/**
 * A Constant whose value was computed at compile time. The tree's own Constant cannot hold tuples,
 * so the value stands beside it, and `value` says nothing.
 */
interface FoldedConstant extends Constant {
  readonly folded: ConstValue;
  /** Of what, when CPython folds instructions; null when it folds the tree. */
  readonly parts: readonly Expr[] | null;
}

/**
 * v3.13.0 Python/ast_opt.c make_const
 * @param parts the constants it is folded of, where that is done on instructions
 */
export function makeConst(
  at: Location,
  value: ConstValue,
  fromTree = true,
  parts: readonly Expr[] | null = null,
): Constant {
  const { lineno, col_offset, end_lineno, end_col_offset } = at;
  const folded: FoldedConstant = {
    kind: 'Constant',
    lineno,
    col_offset,
    end_lineno,
    end_col_offset,
    value: { type: 'Ellipsis' },
    kind_: null,
    folded: fromTree ? { ...value, fromTree: true } : value,
    parts: fromTree ? null : parts,
  };
  return folded;
}

/** What a constant is folded of on instructions; null when it stands in the tree. */
export function partsOf(node: Expr): readonly Expr[] | null {
  return 'parts' in node ? (node as FoldedConstant).parts : null;
}

/** The value of a Constant, folded or as the parser made it. */
export function constantOf(node: Constant | FoldedConstant): ConstValue {
  if ('folded' in node) return node.folded;
  const value = node.value;
  switch (value.type) {
    case 'int':
      return { type: 'int', value: value.value, fromTree: true };
    case 'float':
      return { type: 'float', value: value.value, fromTree: true };
    case 'str':
      return { type: 'str', value: value.value, fromTree: true };
    case 'bytes':
      return { type: 'bytes', value: value.value, fromTree: true };
    case 'complex':
      return { type: 'complex', real: 0, imag: value.imag, fromTree: true };
    case 'None':
      return TREE_NONE;
    case 'True':
      return TREE_TRUE;
    case 'False':
      return TREE_FALSE;
    case 'Ellipsis':
      return TREE_ELLIPSIS;
  }
}

/** v3.13.0 Objects/object.c PyObject_IsTrue */
export function isTrue(c: ConstValue): boolean {
  switch (c.type) {
    case 'None':
    case 'False':
      return false;
    case 'int':
      return c.value !== 0n;
    case 'float':
      return c.value !== 0;
    case 'complex':
      return c.real !== 0 || c.imag !== 0;
    case 'str':
    case 'bytes':
      return c.value.length > 0;
    case 'tuple':
    case 'frozenset':
      return c.items.length > 0;
    default:
      return true;
  }
}

const TYPE_NAMES = { None: 'NoneType', True: 'bool', False: 'bool', Ellipsis: 'ellipsis' } as const;

/** The `tp_name` of the constant's type. */
export function typeName(c: ConstValue): string {
  return c.type in TYPE_NAMES ? TYPE_NAMES[c.type as keyof typeof TYPE_NAMES] : c.type;
}

/** The same for constants that compare equal: `1`, `1.0` and `True`. */
export function equalityKey(c: ConstValue): string {
  if (c.type === 'True') return 'n1';
  if (c.type === 'False') return 'n0';
  if (c.type === 'int') return `n${c.value}`;
  if (c.type === 'str') return `s${c.value}`;
  if (c.type === 'bytes') return `b${c.value.join()}`;
  if (c.type === 'complex') return c.imag === 0 ? realKey(c.real) : `j${c.real},${c.imag}`;
  if (c.type === 'float') return realKey(c.value);
  if (c.type === 'tuple') return `(${c.items.map((item) => `${equalityKey(item)},`).join('')})`;
  return c.type;
}

function realKey(x: number): string {
  return Number.isInteger(x) ? `n${BigInt(x)}` : `f${x}`;
}

function floatKey(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sameNumbers(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((n, i) => n === b[i]);
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

/** v3.13.0 Objects/codeobject.c code_richcompare */
function sameCode(a: CodeUnit, b: CodeUnit): boolean {
  return (
    a.name === b.name &&
    a.firstlineno === b.firstlineno &&
    a.flags === b.flags &&
    a.argcount === b.argcount &&
    a.posonlyargcount === b.posonlyargcount &&
    a.kwonlyargcount === b.kwonlyargcount &&
    sameNumbers(a.instructions, b.instructions) &&
    sameNumbers(a.locations, b.locations) &&
    sameItems(a.consts, b.consts) &&
    sameItems(a.names, b.names) &&
    sameItems(a.localsplusnames, b.localsplusnames) &&
    JSON.stringify(a.exceptiontable) === JSON.stringify(b.exceptiontable)
  );
}

/**
 * All constants of one compilation.
 * v3.13.0 Python/compile.c compiler.c_const_cache
 */
export class ConstCache {
  readonly #byKey = new Map<string, ConstValue>();
  readonly #codeByName = new Map<string, { readonly unit: CodeUnit; readonly key: string }[]>();
  readonly #nanKeys = new Map<ConstValue, string>();
  #serial = 0;

  /** Two constants have the same key when they may be one object. v3.13.0 _PyCode_ConstantKey */
  key(c: ConstValue): string {
    switch (c.type) {
      case 'int':
        return `i${c.value}`;
      case 'str':
        return `s${c.value}`;
      case 'float':
        return Number.isNaN(c.value) ? this.#nanKey(c) : `f${floatKey(c.value)}`;
      case 'complex':
        return `j${floatKey(c.real)},${floatKey(c.imag)}`;
      case 'bytes':
        return `b${c.value.join()}`;
      case 'tuple':
      case 'slice':
        return `${c.type}(${c.items.map((item) => this.#framedKey(item)).join('')})`;
      case 'frozenset':
        return `frozenset(${c.items
          .map((item) => this.#framedKey(item))
          .sort(byCodePoint)
          .join('')})`;
      case 'code':
        return this.#codeKey(c.code);
      default:
        return c.type;
    }
  }

  /** The one object that stands for `c` and its items. v3.13.0 merge_consts_recursive */
  merge(c: ConstValue, key = this.key(c)): ConstValue {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const merged = this.#mergeItems(c);
    this.#byKey.set(key, merged);
    return merged;
  }

  #mergeItems(c: ConstValue): ConstValue {
    if (c.type !== 'tuple' && c.type !== 'frozenset') return c;
    const items = c.items.map((item) => this.merge(item));
    return items.every((item, i) => item === c.items[i]) ? c : { ...c, items };
  }

  /** Keys of items are preceded by their length, so that no two lists of items look alike. */
  #framedKey(c: ConstValue): string {
    const key = this.key(c);
    return `${key.length}:${key}`;
  }

  /** A NaN equals only itself. */
  #nanKey(c: ConstValue): string {
    let key = this.#nanKeys.get(c);
    if (key === undefined) {
      key = `nan#${this.#serial++}`;
      this.#nanKeys.set(c, key);
    }
    return key;
  }

  /** Code compiled twice from the same place (a function in a finally block) is one constant. */
  #codeKey(unit: CodeUnit): string {
    const place = `${unit.firstlineno} ${unit.name}`;
    let units = this.#codeByName.get(place);
    if (units === undefined) {
      units = [];
      this.#codeByName.set(place, units);
    }
    const same = units.find((known) => known.unit === unit || sameCode(known.unit, unit));
    if (same !== undefined) return same.key;
    const key = `code#${this.#serial++}`;
    units.push({ unit, key });
    return key;
  }
}

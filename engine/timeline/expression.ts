/**
 * Questions about a state, written as a Python expression: `len(xs) == 3 and refcount(a) > 2`.
 *
 * It is read by the machine's parser and answered from memory alone: no code of the program runs, nothing
 * is allocated, no count moves. So it knows names, constants, items and attributes, comparisons, `and`,
 * `or`, `not`, the arithmetic of numbers, and the functions `len`, `refcount`, `id`, `type` (its name) and
 * `size` (sys.getsizeof). What a name or an item does not lead to is unknown, and an expression that needs
 * it does not hold.
 */
import type { Addr } from '../base/brand.ts';
import { objectSize } from '../lenses/size.ts';
import { referencesOf } from '../lenses/references.ts';
import { toAddress } from '../memory/index.ts';
import { dictLen, dictNext } from '../objects/dict.ts';
import { floatValue } from '../objects/float.ts';
import { intToBigInt } from '../objects/int.ts';
import * as L from '../objects/layouts.ts';
import { listItem, listSize } from '../objects/list.ts';
import { moduleDict } from '../objects/module.ts';
import { refcnt } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { setLen } from '../objects/set.ts';
import { isStr, strLength, strToJs } from '../objects/strings.ts';
import { tupleItem, tupleSize } from '../objects/tuple.ts';
import { typeName } from '../objects/type-object.ts';
import type { ProfileId } from '../profiles/index.ts';
import {
  type Call,
  type Compare,
  type CompareOperator,
  type Expr,
  parse,
  PySyntaxError,
  syntaxFeatures,
} from '../syntax/index.ts';
import { currentFrame, frameCode } from '../vm/frames.ts';
import { ExpressionError } from './expression-error.ts';

interface Reference {
  readonly p: Addr;
}

/** A value: an object in memory, or what was computed. Undefined: unknown. */
type Value = Reference | number | bigint | string | boolean | null | undefined;

type Evaluate = (rt: Runtime) => Value;

/**
 * Makes a question of an expression.
 * @throws ExpressionError
 */
export function compileExpression(source: string, profile: ProfileId): (rt: Runtime) => boolean {
  let body: Expr;
  try {
    const options = { filename: '<question>', features: syntaxFeatures[profile] };
    body = parse(source, { ...options, mode: 'eval' }).body;
  } catch (error) {
    if (error instanceof PySyntaxError) throw new ExpressionError(error.msg);
    throw error;
  }
  const evaluate = compile(body);
  return (rt) => isTrue(rt, evaluate(rt)) === true;
}

function compile(e: Expr): Evaluate {
  switch (e.kind) {
    case 'Constant':
      return constant(e.value);
    case 'Name':
      return (rt) => lookUp(rt, e.id);
    case 'Attribute': {
      const owner = compile(e.value);
      const label = `.${e.attr}`;
      return (rt) => attribute(rt, owner(rt), label);
    }
    case 'Subscript': {
      const owner = compile(e.value);
      const key = compile(e.slice);
      return (rt) => item(rt, owner(rt), plain(rt, key(rt)));
    }
    case 'BoolOp':
      return boolean(e.op === 'And', e.values.map(compile));
    case 'UnaryOp':
      return unary(e.op, compile(e.operand));
    case 'BinOp':
      return arithmetic(e.op, compile(e.left), compile(e.right));
    case 'Compare':
      return comparison(e);
    case 'Call':
      return call(e);
    default:
      throw new ExpressionError(`a question has no ${e.kind}`);
  }
}

// ---- values --------------------------------------------------------------------------------------

function constant(value: Extract<Expr, { kind: 'Constant' }>['value']): Evaluate {
  switch (value.type) {
    case 'int': {
      const small = Number.isSafeInteger(Number(value.value));
      const known = small ? Number(value.value) : value.value;
      return () => known;
    }
    case 'float':
    case 'str':
      return () => value.value;
    case 'True':
    case 'False':
      return () => value.type === 'True';
    case 'None':
      return () => null;
    default:
      throw new ExpressionError(`a question has no ${value.type}`);
  }
}

const isReference = (value: Value): value is Reference => {
  return typeof value === 'object' && value !== null;
};

/** What an object is worth: numbers, strings, True, False and None as such, others as they are. */
function plain(rt: Runtime, value: Value): Value {
  if (!isReference(value)) return value;
  const { p } = value;
  const { types } = rt;
  switch (rt.typeOf(p)) {
    case types.int: {
      const whole = intToBigInt(rt, p);
      const small = Number(whole);
      return Number.isSafeInteger(small) ? small : whole;
    }
    case types.bool:
      return p === rt.true;
    case types.float:
      return floatValue(rt, p);
    case types.str:
      return strToJs(rt, p);
    case types.none:
      return null;
    default:
      return value;
  }
}

function isTrue(rt: Runtime, value: Value): boolean | undefined {
  const known = plain(rt, value);
  if (known === undefined) return undefined;
  if (!isReference(known)) return Boolean(known);
  const length = lengthOf(rt, known);
  return length === undefined ? true : length !== 0;
}

function lengthOf(rt: Runtime, value: Value): number | undefined {
  if (typeof value === 'string') return [...value].length;
  if (!isReference(value)) return undefined;
  const { p } = value;
  const { types } = rt;
  switch (rt.typeOf(p)) {
    case types.list:
      return listSize(rt, p);
    case types.tuple:
      return tupleSize(rt, p);
    case types.dict:
      return dictLen(rt, p);
    case types.set:
    case types.frozenset:
      return setLen(rt, p);
    case types.str:
      return strLength(rt, p);
    default:
      return undefined;
  }
}

// ---- names, items, attributes --------------------------------------------------------------------

/** A local of the running frame, else a global. */
function lookUp(rt: Runtime, name: string): Value {
  const frame = currentFrame(rt);
  if (frame !== 0) {
    const local = localNamed(rt, frame, name);
    if (local !== 0) return { p: local };
    const namespace = rt.ptr(frame + L.F_LOCALS);
    const own =
      namespace === 0 || rt.typeOf(namespace) !== rt.types.dict ? 0 : entry(rt, namespace, name);
    if (own !== 0) return { p: own };
  }
  const main = rt.statePtr(STATE.mainModule);
  const p = main === 0 ? 0 : entry(rt, moduleDict(rt, main), name);
  return p === 0 ? undefined : { p };
}

function localNamed(rt: Runtime, frame: Addr, name: string): Addr {
  const code = frameCode(rt, frame);
  const names = rt.ptr(code + L.CO_LOCALSPLUSNAMES);
  const count = rt.i32[(code + L.CO_NLOCALSPLUS) >> 2]!;
  for (let i = 0; i < count; i++) {
    if (!isNamed(rt, tupleItem(rt, names, i), name)) continue;
    const p = rt.ptr(frame + rt.layout.frameHeader + 8 * i);
    return p !== 0 && rt.typeOf(p) === rt.types.cell ? rt.ptr(p + L.CELL_REF) : p;
  }
  return 0;
}

function entry(rt: Runtime, dict: Addr, name: string): Addr {
  for (let at = dictNext(rt, dict, 0); at !== 0; at = dictNext(rt, dict, at)) {
    const { dictKey, dictValue } = rt;
    if (isStr(rt, dictKey) && isNamed(rt, dictKey, name)) return dictValue;
  }
  return 0;
}

function isNamed(rt: Runtime, text: Addr, name: string): boolean {
  return strLength(rt, text) === name.length && strToJs(rt, text) === name;
}

function attribute(rt: Runtime, owner: Value, label: string): Value {
  if (!isReference(owner)) return undefined;
  const found = referencesOf(rt, owner.p).find((arrow) => arrow.label === label);
  return found === undefined ? undefined : { p: found.to };
}

function item(rt: Runtime, owner: Value, key: Value): Value {
  if (!isReference(owner)) return undefined;
  const { p } = owner;
  const type = rt.typeOf(p);
  const isList = type === rt.types.list;
  if (isList || type === rt.types.tuple) {
    const size = isList ? listSize(rt, p) : tupleSize(rt, p);
    if (typeof key !== 'number') return undefined;
    const i = key < 0 ? key + size : key;
    if (!Number.isInteger(i) || i < 0 || i >= size) return undefined;
    return { p: isList ? listItem(rt, p, i) : tupleItem(rt, p, i) };
  }
  if (type !== rt.types.dict) return undefined;
  for (let at = dictNext(rt, p, 0); at !== 0; at = dictNext(rt, p, at)) {
    const { dictKey, dictValue } = rt;
    if (equal(rt, { p: dictKey }, key) === true) return { p: dictValue };
  }
  return undefined;
}

// ---- operators -----------------------------------------------------------------------------------

function boolean(isAnd: boolean, values: readonly Evaluate[]): Evaluate {
  return (rt) => {
    for (const evaluate of values) {
      const truth = isTrue(rt, evaluate(rt));
      if (truth !== isAnd) return truth;
    }
    return isAnd;
  };
}

function unary(op: string, operand: Evaluate): Evaluate {
  if (op === 'Not') {
    return (rt) => {
      const truth = isTrue(rt, operand(rt));
      return truth === undefined ? undefined : !truth;
    };
  }
  if (op !== 'USub') throw new ExpressionError(`a question has no ${op}`);
  return (rt) => {
    const value = plain(rt, operand(rt));
    return typeof value === 'number' || typeof value === 'bigint' ? -value : undefined;
  };
}

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number>> = {
  Add: (a, b) => a + b,
  Sub: (a, b) => a - b,
  Mult: (a, b) => a * b,
  Div: (a, b) => a / b,
  FloorDiv: (a, b) => Math.floor(a / b),
  Mod: (a, b) => a - b * Math.floor(a / b),
};

function arithmetic(op: string, left: Evaluate, right: Evaluate): Evaluate {
  const compute = ARITHMETIC[op];
  if (compute === undefined) throw new ExpressionError(`a question has no ${op}`);
  return (rt) => {
    const a = plain(rt, left(rt));
    const b = plain(rt, right(rt));
    if (op === 'Add' && typeof a === 'string' && typeof b === 'string') return a + b;
    const known = typeof a === 'number' && typeof b === 'number';
    return known ? compute(a, b) : undefined;
  };
}

function comparison({ left, ops, comparators }: Compare): Evaluate {
  const operands = [left, ...comparators].map(compile);
  return (rt) => {
    const values = operands.map((evaluate) => evaluate(rt));
    for (let i = 0; i < ops.length; i++) {
      const holds = compare(rt, ops[i]!, values[i], values[i + 1]);
      if (holds !== true) return holds;
    }
    return true;
  };
}

function compare(rt: Runtime, op: CompareOperator, a: Value, b: Value): boolean | undefined {
  if (a === undefined || b === undefined) return undefined;
  switch (op) {
    case 'Eq':
      return equal(rt, a, b);
    case 'NotEq':
      return !equal(rt, a, b);
    case 'Is':
      return same(rt, a, b);
    case 'IsNot':
      return !same(rt, a, b);
    case 'In':
    case 'NotIn': {
      const found = contains(rt, b, a);
      return found === undefined ? undefined : found === (op === 'In');
    }
    default:
      return ordered(op, plain(rt, a), plain(rt, b));
  }
}

function equal(rt: Runtime, a: Value, b: Value): boolean {
  const one = plain(rt, a);
  const other = plain(rt, b);
  if (isReference(one) && isReference(other)) return one.p === other.p;
  // 1 == True, as in Python
  const number = (value: Value) => (typeof value === 'boolean' ? Number(value) : value);
  const left = number(one);
  const right = number(other);
  if (typeof left === 'number' && typeof right === 'bigint') return sameNumber(left, right);
  if (typeof left === 'bigint' && typeof right === 'number') return sameNumber(right, left);
  return left === right;
}

function sameNumber(float: number, whole: bigint): boolean {
  return Number.isInteger(float) && BigInt(float) === whole;
}

function same(rt: Runtime, a: Value, b: Value): boolean {
  if (isReference(a) && isReference(b)) return a.p === b.p;
  return plain(rt, a) === plain(rt, b);
}

function ordered(op: CompareOperator, a: Value, b: Value): boolean | undefined {
  const known = (value: Value): value is number | bigint | string => {
    return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string';
  };
  if (!known(a) || !known(b) || (typeof a === 'string') !== (typeof b === 'string'))
    return undefined;
  if (op === 'Lt') return a < b;
  if (op === 'LtE') return a <= b;
  return op === 'Gt' ? a > b : a >= b;
}

function contains(rt: Runtime, container: Value, value: Value): boolean | undefined {
  const text = plain(rt, container);
  if (typeof text === 'string') {
    const part = plain(rt, value);
    return typeof part === 'string' ? text.includes(part) : undefined;
  }
  if (!isReference(container)) return undefined;
  const { p } = container;
  if (rt.typeOf(p) === rt.types.dict) {
    for (let at = dictNext(rt, p, 0); at !== 0; at = dictNext(rt, p, at)) {
      if (equal(rt, { p: rt.dictKey }, value)) return true;
    }
    return false;
  }
  return referencesOf(rt, p).some(({ to }) => equal(rt, { p: to }, value));
}

// ---- functions -----------------------------------------------------------------------------------

const FUNCTIONS: Readonly<Record<string, (rt: Runtime, value: Value) => Value>> = {
  len: lengthOf,
  refcount: (rt, value) => (isReference(value) ? refcnt(rt, value.p) : undefined),
  id: (_rt, value) => (isReference(value) ? toAddress(value.p) : undefined),
  type: (rt, value) => (isReference(value) ? typeName(rt, rt.typeOf(value.p)) : undefined),
  size: (rt, value) => (isReference(value) ? objectSize(rt, value.p) : undefined),
};

function call({ func, args, keywords }: Call): Evaluate {
  const known =
    func.kind === 'Name' && Object.hasOwn(FUNCTIONS, func.id) ? FUNCTIONS[func.id] : undefined;
  if (known === undefined || args.length !== 1 || keywords.length > 0) {
    const there = Object.keys(FUNCTIONS).join(', ');
    throw new ExpressionError(`a question calls ${there}, each with one argument`);
  }
  const argument = compile(args[0]!);
  return (rt) => known(rt, argument(rt));
}

/**
 * The syntax tree: CPython 3.13's abstract syntax, node for node and field for field.
 *
 *   source --tokenizer--> tokens --parser--> the nodes of this file --compiler--> code objects
 *
 * `kind` is the ASDL constructor ('BinOp', 'MatchClass'). Every other field has its ASDL name. An
 * optional field holds null, a sequence is an array, and the two sequences that can have holes
 * (`Dict.keys` for `**mapping`, `arguments.kw_defaults` for "no default") hold null there. Older
 * releases' trees have the same shape: what they lack is simply never produced.
 *
 * v3.13.0 Parser/Python.asdl
 */

/**
 * Where a node stands in its source. Lines count from 1, columns from 0. Columns are Unicode code
 * points, where CPython's `ast` module counts UTF-8 bytes: its SyntaxError and traceback carets
 * count characters too, and those are what we show.
 */
export interface Location {
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}

/** v3.13.0 Parser/Python.asdl expr_context */
export type ExprContext = 'Load' | 'Store' | 'Del';

/** v3.13.0 Parser/Python.asdl boolop */
export type BoolOperator = 'And' | 'Or';

/** v3.13.0 Parser/Python.asdl operator */
export type Operator =
  | 'Add'
  | 'Sub'
  | 'Mult'
  | 'MatMult'
  | 'Div'
  | 'Mod'
  | 'Pow'
  | 'LShift'
  | 'RShift'
  | 'BitOr'
  | 'BitXor'
  | 'BitAnd'
  | 'FloorDiv';

/** v3.13.0 Parser/Python.asdl unaryop */
export type UnaryOperator = 'Invert' | 'Not' | 'UAdd' | 'USub';

/** v3.13.0 Parser/Python.asdl cmpop */
export type CompareOperator =
  'Eq' | 'NotEq' | 'Lt' | 'LtE' | 'Gt' | 'GtE' | 'Is' | 'IsNot' | 'In' | 'NotIn';

/** `FormattedValue.conversion`: -1 none, 115 `!s`, 114 `!r`, 97 `!a` (the letter's code). */
export type Conversion = -1 | 115 | 114 | 97;

/** A warning the tokenizer or parser would give; what is shown depends on the warnings filter. */
export interface SyntaxWarningRecord {
  category: 'SyntaxWarning' | 'DeprecationWarning';
  msg: string;
  lineno: number;
}

// ---- mod ----------------------------------------------------------------------------------------

/** v3.13.0 Parser/Python.asdl mod */
export type Mod = Module | Interactive | Expression;

export interface Module {
  kind: 'Module';
  body: Stmt[];
  /** Always empty: type comments are not parsed, as in `compile()` without PyCF_TYPE_COMMENTS. */
  type_ignores: never[];
  warnings?: SyntaxWarningRecord[];
}

export interface Interactive {
  kind: 'Interactive';
  body: Stmt[];
  warnings?: SyntaxWarningRecord[];
}

export interface Expression {
  kind: 'Expression';
  body: Expr;
  warnings?: SyntaxWarningRecord[];
}

// ---- stmt ---------------------------------------------------------------------------------------

/** v3.13.0 Parser/Python.asdl stmt */
export type Stmt =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Raise
  | Try
  | TryStar
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExprStmt
  | Pass
  | Break
  | Continue;

export interface FunctionDef extends Location {
  kind: 'FunctionDef';
  name: string;
  args: Arguments;
  body: Stmt[];
  decorator_list: Expr[];
  returns: Expr | null;
  type_comment: null;
  type_params: TypeParam[];
}

export interface AsyncFunctionDef extends Omit<FunctionDef, 'kind'> {
  kind: 'AsyncFunctionDef';
}

export interface ClassDef extends Location {
  kind: 'ClassDef';
  name: string;
  bases: Expr[];
  keywords: Keyword[];
  body: Stmt[];
  decorator_list: Expr[];
  type_params: TypeParam[];
}

export interface Return extends Location {
  kind: 'Return';
  value: Expr | null;
}

export interface Delete extends Location {
  kind: 'Delete';
  targets: Expr[];
}

export interface Assign extends Location {
  kind: 'Assign';
  targets: Expr[];
  value: Expr;
  type_comment: null;
}

export interface TypeAlias extends Location {
  kind: 'TypeAlias';
  name: Name;
  type_params: TypeParam[];
  value: Expr;
}

export interface AugAssign extends Location {
  kind: 'AugAssign';
  target: Name | Attribute | Subscript;
  op: Operator;
  value: Expr;
}

export interface AnnAssign extends Location {
  kind: 'AnnAssign';
  target: Name | Attribute | Subscript;
  annotation: Expr;
  value: Expr | null;
  /** 1 when the target is a name without parentheses: only then is it a local of its scope. */
  simple: 0 | 1;
}

export interface For extends Location {
  kind: 'For';
  target: Expr;
  iter: Expr;
  body: Stmt[];
  orelse: Stmt[];
  type_comment: null;
}

export interface AsyncFor extends Omit<For, 'kind'> {
  kind: 'AsyncFor';
}

export interface While extends Location {
  kind: 'While';
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}

export interface If extends Location {
  kind: 'If';
  test: Expr;
  body: Stmt[];
  /** `elif` is an If alone in here. */
  orelse: Stmt[];
}

export interface With extends Location {
  kind: 'With';
  items: WithItem[];
  body: Stmt[];
  type_comment: null;
}

export interface AsyncWith extends Omit<With, 'kind'> {
  kind: 'AsyncWith';
}

export interface Match extends Location {
  kind: 'Match';
  subject: Expr;
  cases: MatchCase[];
}

export interface Raise extends Location {
  kind: 'Raise';
  exc: Expr | null;
  cause: Expr | null;
}

export interface Try extends Location {
  kind: 'Try';
  body: Stmt[];
  handlers: ExceptHandler[];
  orelse: Stmt[];
  finalbody: Stmt[];
}

export interface TryStar extends Location {
  kind: 'TryStar';
  body: Stmt[];
  handlers: ExceptHandler[];
  orelse: Stmt[];
  finalbody: Stmt[];
}

export interface Assert extends Location {
  kind: 'Assert';
  test: Expr;
  msg: Expr | null;
}

export interface Import extends Location {
  kind: 'Import';
  names: Alias[];
  /** `lazy import` */
  is_lazy?: boolean;
}

export interface ImportFrom extends Location {
  kind: 'ImportFrom';
  /** null for `from . import x`. */
  module: string | null;
  names: Alias[];
  /** The number of leading dots. */
  level: number;
  /** `lazy from` */
  is_lazy?: boolean;
}

export interface Global extends Location {
  kind: 'Global';
  names: string[];
}

export interface Nonlocal extends Location {
  kind: 'Nonlocal';
  names: string[];
}

/** ASDL `Expr(expr value)`, an expression standing as a statement; its `kind` is 'Expr'. */
export interface ExprStmt extends Location {
  kind: 'Expr';
  value: Expr;
}

export interface Pass extends Location {
  kind: 'Pass';
}

export interface Break extends Location {
  kind: 'Break';
}

export interface Continue extends Location {
  kind: 'Continue';
}

// ---- expr ---------------------------------------------------------------------------------------

/** v3.13.0 Parser/Python.asdl expr */
export type Expr =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | PySet
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | TemplateStr
  | Interpolation
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice;

export interface BoolOp extends Location {
  kind: 'BoolOp';
  op: BoolOperator;
  values: Expr[];
}

export interface NamedExpr extends Location {
  kind: 'NamedExpr';
  target: Name;
  value: Expr;
}

export interface BinOp extends Location {
  kind: 'BinOp';
  left: Expr;
  op: Operator;
  right: Expr;
}

export interface UnaryOp extends Location {
  kind: 'UnaryOp';
  op: UnaryOperator;
  operand: Expr;
}

export interface Lambda extends Location {
  kind: 'Lambda';
  args: Arguments;
  body: Expr;
}

export interface IfExp extends Location {
  kind: 'IfExp';
  test: Expr;
  body: Expr;
  orelse: Expr;
}

export interface Dict extends Location {
  kind: 'Dict';
  /** null where the value is unpacked with `**`. */
  keys: (Expr | null)[];
  values: Expr[];
}

/** ASDL `Set(expr* elts)`; named apart from JavaScript's Set, its `kind` is 'Set'. */
export interface PySet extends Location {
  kind: 'Set';
  elts: Expr[];
}

export interface ListComp extends Location {
  kind: 'ListComp';
  elt: Expr;
  generators: Comprehension[];
}

export interface SetComp extends Location {
  kind: 'SetComp';
  elt: Expr;
  generators: Comprehension[];
}

export interface DictComp extends Location {
  kind: 'DictComp';
  key: Expr;
  /** null only for 3.15's `{**mapping for ...}`, where `key` holds the mapping. */
  value: Expr | null;
  generators: Comprehension[];
}

export interface GeneratorExp extends Location {
  kind: 'GeneratorExp';
  elt: Expr;
  generators: Comprehension[];
}

export interface Await extends Location {
  kind: 'Await';
  value: Expr;
}

export interface Yield extends Location {
  kind: 'Yield';
  value: Expr | null;
}

export interface YieldFrom extends Location {
  kind: 'YieldFrom';
  value: Expr;
}

export interface Compare extends Location {
  kind: 'Compare';
  left: Expr;
  ops: CompareOperator[];
  comparators: Expr[];
}

export interface Call extends Location {
  kind: 'Call';
  func: Expr;
  args: Expr[];
  keywords: Keyword[];
}

export interface FormattedValue extends Location {
  kind: 'FormattedValue';
  value: Expr;
  conversion: Conversion;
  format_spec: JoinedStr | null;
}

export interface JoinedStr extends Location {
  kind: 'JoinedStr';
  /** Constants of type str and FormattedValues. */
  values: Expr[];
}

export interface TemplateStr extends Omit<JoinedStr, 'kind'> {
  kind: 'TemplateStr';
}

export interface Interpolation extends Omit<FormattedValue, 'kind'> {
  kind: 'Interpolation';
  /** The source of the expression. */
  str: string;
}

/** What a Constant holds; a str is in UTF-16 and may hold lone surrogates, as Python's may. */
export type ConstantValue =
  | { type: 'int'; value: bigint }
  | { type: 'float'; value: number }
  | { type: 'complex'; imag: number }
  | { type: 'str'; value: string }
  | { type: 'bytes'; value: Uint8Array }
  | { type: 'None' }
  | { type: 'True' }
  | { type: 'False' }
  | { type: 'Ellipsis' };

export interface Constant extends Location {
  kind: 'Constant';
  value: ConstantValue;
  /** ASDL `kind`: 'u' when the literal was written `u'...'`. */
  kind_: 'u' | null;
}

export interface Attribute extends Location {
  kind: 'Attribute';
  value: Expr;
  attr: string;
  ctx: ExprContext;
}

export interface Subscript extends Location {
  kind: 'Subscript';
  value: Expr;
  slice: Expr;
  ctx: ExprContext;
}

export interface Starred extends Location {
  kind: 'Starred';
  value: Expr;
  ctx: ExprContext;
}

export interface Name extends Location {
  kind: 'Name';
  id: string;
  ctx: ExprContext;
}

export interface List extends Location {
  kind: 'List';
  elts: Expr[];
  ctx: ExprContext;
}

export interface Tuple extends Location {
  kind: 'Tuple';
  elts: Expr[];
  ctx: ExprContext;
}

/** Stands only inside a Subscript, alone or as an element of a Tuple. */
export interface Slice extends Location {
  kind: 'Slice';
  lower: Expr | null;
  upper: Expr | null;
  step: Expr | null;
}

// ---- the smaller sorts --------------------------------------------------------------------------

/** v3.13.0 Parser/Python.asdl comprehension (not located). */
export interface Comprehension {
  kind: 'comprehension';
  target: Expr;
  iter: Expr;
  ifs: Expr[];
  is_async: 0 | 1;
}

/** v3.13.0 Parser/Python.asdl excepthandler */
export interface ExceptHandler extends Location {
  kind: 'ExceptHandler';
  type: Expr | null;
  name: string | null;
  body: Stmt[];
}

/** v3.13.0 Parser/Python.asdl arguments (not located). */
export interface Arguments {
  kind: 'arguments';
  posonlyargs: Arg[];
  args: Arg[];
  vararg: Arg | null;
  kwonlyargs: Arg[];
  /** One for each of `kwonlyargs`, null where it has no default. */
  kw_defaults: (Expr | null)[];
  kwarg: Arg | null;
  /** Of the last `defaults.length` of `posonlyargs` followed by `args`. */
  defaults: Expr[];
}

/** v3.13.0 Parser/Python.asdl arg */
export interface Arg extends Location {
  kind: 'arg';
  arg: string;
  annotation: Expr | null;
  type_comment: null;
}

/** v3.13.0 Parser/Python.asdl keyword */
export interface Keyword extends Location {
  kind: 'keyword';
  /** null for `**mapping`. */
  arg: string | null;
  value: Expr;
}

/** v3.13.0 Parser/Python.asdl alias */
export interface Alias extends Location {
  kind: 'alias';
  name: string;
  asname: string | null;
}

/** v3.13.0 Parser/Python.asdl withitem (not located). */
export interface WithItem {
  kind: 'withitem';
  context_expr: Expr;
  optional_vars: Expr | null;
}

/** v3.13.0 Parser/Python.asdl match_case (not located). */
export interface MatchCase {
  kind: 'match_case';
  pattern: Pattern;
  guard: Expr | null;
  body: Stmt[];
}

// ---- pattern ------------------------------------------------------------------------------------

/** v3.13.0 Parser/Python.asdl pattern */
export type Pattern =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr;

export interface MatchValue extends Location {
  kind: 'MatchValue';
  value: Expr;
}

export interface MatchSingleton extends Location {
  kind: 'MatchSingleton';
  value: { type: 'None' } | { type: 'True' } | { type: 'False' };
}

export interface MatchSequence extends Location {
  kind: 'MatchSequence';
  patterns: Pattern[];
}

export interface MatchMapping extends Location {
  kind: 'MatchMapping';
  keys: Expr[];
  patterns: Pattern[];
  rest: string | null;
}

export interface MatchClass extends Location {
  kind: 'MatchClass';
  cls: Expr;
  patterns: Pattern[];
  kwd_attrs: string[];
  kwd_patterns: Pattern[];
}

export interface MatchStar extends Location {
  kind: 'MatchStar';
  name: string | null;
}

/** `pattern` null: a capture; both null: the wildcard `_`. */
export interface MatchAs extends Location {
  kind: 'MatchAs';
  pattern: Pattern | null;
  name: string | null;
}

export interface MatchOr extends Location {
  kind: 'MatchOr';
  patterns: Pattern[];
}

// ---- type_param ---------------------------------------------------------------------------------

/** v3.13.0 Parser/Python.asdl type_param */
export type TypeParam = TypeVar | ParamSpec | TypeVarTuple;

export interface TypeVar extends Location {
  kind: 'TypeVar';
  name: string;
  bound: Expr | null;
  default_value: Expr | null;
}

export interface ParamSpec extends Location {
  kind: 'ParamSpec';
  name: string;
  default_value: Expr | null;
}

export interface TypeVarTuple extends Location {
  kind: 'TypeVarTuple';
  name: string;
  default_value: Expr | null;
}

/** Every node that has a `kind`. */
export type Node =
  | Mod
  | Stmt
  | Expr
  | Pattern
  | TypeParam
  | Comprehension
  | ExceptHandler
  | Arguments
  | Arg
  | Keyword
  | Alias
  | WithItem
  | MatchCase;

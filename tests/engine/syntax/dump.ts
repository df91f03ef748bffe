/** One line of text for a tree, the same that astdump.py writes for CPython's. */
import type { ConstantValue, Node } from '../../../engine/syntax/ast.ts';

/** What is left out because the release compared with does not say it, or says it differently. */
export interface DumpOptions {
  /** Positions inside f-strings (CPython has them right from 3.12). */
  readonly positionsInFStrings: boolean;
  /** Names in imports have positions from 3.10 on. */
  readonly positionsOfAliases: boolean;
  /** 3.8 gives slices no positions. */
  readonly positionsOfSlices: boolean;
}

const FIELDS: Record<string, readonly string[]> = {
  Module: ['body'],
  Interactive: ['body'],
  Expression: ['body'],
  FunctionDef: ['name', 'args', 'body', 'decorator_list', 'returns', 'type_comment', 'type_params'],
  AsyncFunctionDef: [
    'name',
    'args',
    'body',
    'decorator_list',
    'returns',
    'type_comment',
    'type_params',
  ],
  ClassDef: ['name', 'bases', 'keywords', 'body', 'decorator_list', 'type_params'],
  Return: ['value'],
  Delete: ['targets'],
  Assign: ['targets', 'value', 'type_comment'],
  TypeAlias: ['name', 'type_params', 'value'],
  AugAssign: ['target', 'op', 'value'],
  AnnAssign: ['target', 'annotation', 'value', 'simple'],
  For: ['target', 'iter', 'body', 'orelse', 'type_comment'],
  AsyncFor: ['target', 'iter', 'body', 'orelse', 'type_comment'],
  While: ['test', 'body', 'orelse'],
  If: ['test', 'body', 'orelse'],
  With: ['items', 'body', 'type_comment'],
  AsyncWith: ['items', 'body', 'type_comment'],
  Match: ['subject', 'cases'],
  Raise: ['exc', 'cause'],
  Try: ['body', 'handlers', 'orelse', 'finalbody'],
  TryStar: ['body', 'handlers', 'orelse', 'finalbody'],
  Assert: ['test', 'msg'],
  Import: ['names'],
  ImportFrom: ['module', 'names', 'level'],
  Global: ['names'],
  Nonlocal: ['names'],
  Expr: ['value'],
  Pass: [],
  Break: [],
  Continue: [],
  BoolOp: ['op', 'values'],
  NamedExpr: ['target', 'value'],
  BinOp: ['left', 'op', 'right'],
  UnaryOp: ['op', 'operand'],
  Lambda: ['args', 'body'],
  IfExp: ['test', 'body', 'orelse'],
  Dict: ['keys', 'values'],
  Set: ['elts'],
  ListComp: ['elt', 'generators'],
  SetComp: ['elt', 'generators'],
  DictComp: ['key', 'value', 'generators'],
  GeneratorExp: ['elt', 'generators'],
  Await: ['value'],
  Yield: ['value'],
  YieldFrom: ['value'],
  Compare: ['left', 'ops', 'comparators'],
  Call: ['func', 'args', 'keywords'],
  FormattedValue: ['value', 'conversion', 'format_spec'],
  JoinedStr: ['values'],
  Attribute: ['value', 'attr', 'ctx'],
  Subscript: ['value', 'slice', 'ctx'],
  Starred: ['value', 'ctx'],
  Name: ['id', 'ctx'],
  List: ['elts', 'ctx'],
  Tuple: ['elts', 'ctx'],
  Slice: ['lower', 'upper', 'step'],
  comprehension: ['target', 'iter', 'ifs', 'is_async'],
  ExceptHandler: ['type', 'name', 'body'],
  arguments: ['posonlyargs', 'args', 'vararg', 'kwonlyargs', 'kw_defaults', 'kwarg', 'defaults'],
  arg: ['arg', 'annotation', 'type_comment'],
  keyword: ['arg', 'value'],
  alias: ['name', 'asname'],
  withitem: ['context_expr', 'optional_vars'],
  match_case: ['pattern', 'guard', 'body'],
  MatchValue: ['value'],
  MatchSequence: ['patterns'],
  MatchMapping: ['keys', 'patterns', 'rest'],
  MatchClass: ['cls', 'patterns', 'kwd_attrs', 'kwd_patterns'],
  MatchStar: ['name'],
  MatchAs: ['pattern', 'name'],
  MatchOr: ['patterns'],
  TypeVar: ['name', 'bound', 'default_value'],
  ParamSpec: ['name', 'default_value'],
  TypeVarTuple: ['name', 'default_value'],
};

/** Fields that hold a word of the grammar, written bare; other strings are quoted. */
const BARE = new Set(['op', 'ops', 'ctx']);

export function dump(node: Node, options: DumpOptions): string {
  return dumpNode(node as unknown as Fields, options, true);
}

type Fields = Record<string, unknown> & { kind: string };

function dumpValue(value: unknown, field: string, options: DumpOptions, located: boolean): string {
  if (Array.isArray(value)) {
    return '[' + value.map((item) => dumpValue(item, field, options, located)).join(' ') + ']';
  }
  if (value === null || value === undefined) return '~';
  if (typeof value === 'string') return BARE.has(field) ? value : text(value);
  if (typeof value === 'number') return String(value);
  return dumpNode(value as Fields, options, located);
}

function dumpNode(node: Fields, options: DumpOptions, located: boolean): string {
  const { kind } = node;
  let body: string;
  if (kind === 'Constant' || kind === 'MatchSingleton') {
    body = constant(node['value'] as ConstantValue) + (node['kind_'] ? ' u' : '');
  } else {
    const inner = located && (options.positionsInFStrings || kind !== 'JoinedStr');
    const fields = FIELDS[kind] as readonly string[];
    body = fields.map((name) => dumpValue(node[name], name, options, inner)).join(' ');
  }
  return `${kind}(${body})${located ? where(node, options) : ''}`;
}

function where(node: Fields, options: DumpOptions): string {
  if (node['lineno'] === undefined) return '';
  if (!options.positionsOfAliases && node.kind === 'alias') return '';
  if (!options.positionsOfSlices && node.kind === 'keyword') return '';
  if (!options.positionsOfSlices && node.kind === 'Slice') return '';
  if (!options.positionsOfSlices && node.kind === 'Tuple') {
    if ((node['elts'] as Fields[]).some((item) => item.kind === 'Slice')) return '';
  }
  const { lineno, col_offset, end_lineno, end_col_offset } = node;
  return `@${lineno}:${col_offset}-${end_lineno}:${end_col_offset}`;
}

function constant(value: ConstantValue): string {
  switch (value.type) {
    case 'int':
      return '0x' + value.value.toString(16);
    case 'float':
      return 'f' + double(value.value);
    case 'complex':
      return 'c' + double(value.imag);
    case 'str':
      return text(value.value);
    case 'bytes':
      return 'b' + [...value.value].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    default:
      return value.type;
  }
}

function double(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

function text(value: string): string {
  let out = '"';
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    const plain = unit >= 32 && unit < 127 && unit !== 34 && unit !== 92;
    out += plain ? value[i] : '\\u' + unit.toString(16).padStart(4, '0');
  }
  return out + '"';
}

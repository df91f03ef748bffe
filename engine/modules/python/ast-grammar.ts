/** The nodes of the module ast and their fields, release by release. v3.13.0 Parser/Python.asdl */
export const AST_GRAMMAR = `# A sort, with its attributes; below it its nodes and their fields: ? may be None, * is a list. What a
# release has not yet is marked with the release.
_GRAMMAR = '''
mod
  Module body* type_ignores*
  Interactive body*
  Expression body
  FunctionType argtypes* returns
stmt lineno col_offset end_lineno? end_col_offset?
  FunctionDef name args body* decorator_list* returns? type_comment? type_params*
  AsyncFunctionDef name args body* decorator_list* returns? type_comment? type_params*
  ClassDef name bases* keywords* body* decorator_list* type_params*
  Return value?
  Delete targets*
  Assign targets* value type_comment?
  TypeAlias>12 name type_params* value
  AugAssign target op value
  AnnAssign target annotation value? simple
  For target iter body* orelse* type_comment?
  AsyncFor target iter body* orelse* type_comment?
  While test body* orelse*
  If test body* orelse*
  With items* body* type_comment?
  AsyncWith items* body* type_comment?
  Match>10 subject cases*
  Raise exc? cause?
  Try body* handlers* orelse* finalbody*
  TryStar>11 body* handlers* orelse* finalbody*
  Assert test msg?
  Import names* is_lazy?
  ImportFrom module? names* level? is_lazy?
  Global names*
  Nonlocal names*
  Expr value
  Pass
  Break
  Continue
expr lineno col_offset end_lineno? end_col_offset?
  BoolOp op values*
  NamedExpr target value
  BinOp left op right
  UnaryOp op operand
  Lambda args body
  IfExp test body orelse
  Dict keys* values*
  Set elts*
  ListComp elt generators*
  SetComp elt generators*
  DictComp key value generators*
  GeneratorExp elt generators*
  Await value
  Yield value?
  YieldFrom value
  Compare left ops* comparators*
  Call func args* keywords*
  FormattedValue value conversion format_spec?
  JoinedStr values*
  Constant value kind?
  Attribute value attr ctx
  Subscript value slice ctx
  Starred value ctx
  Name id ctx
  List elts* ctx
  Tuple elts* ctx
  Slice>9 lower? upper? step?
slice
  Slice<9 lower? upper? step?
  ExtSlice<9 dims*
  Index<9 value
expr_context
  Load
  Store
  Del
boolop
  And
  Or
operator
  Add
  Sub
  Mult
  MatMult
  Div
  Mod
  Pow
  LShift
  RShift
  BitOr
  BitXor
  BitAnd
  FloorDiv
unaryop
  Invert
  Not
  UAdd
  USub
cmpop
  Eq
  NotEq
  Lt
  LtE
  Gt
  GtE
  Is
  IsNot
  In
  NotIn
excepthandler lineno col_offset end_lineno? end_col_offset?
  ExceptHandler type? name? body*
pattern>10 lineno col_offset end_lineno end_col_offset
  MatchValue value
  MatchSingleton value
  MatchSequence patterns*
  MatchMapping keys* patterns* rest?
  MatchClass cls patterns* kwd_attrs* kwd_patterns*
  MatchStar name?
  MatchAs pattern? name?
  MatchOr patterns*
type_ignore
  TypeIgnore lineno tag
type_param>12 lineno col_offset end_lineno end_col_offset
  TypeVar name bound? default_value?
  ParamSpec name default_value?
  TypeVarTuple name default_value?
'''

# Nodes that are a sort of their own.
_ALONE = '''
comprehension target iter ifs* is_async
arguments posonlyargs* args* vararg? kwonlyargs* kw_defaults* kwarg? defaults*
arg arg annotation? type_comment? @
keyword arg? value @
alias name asname? @
withitem context_expr optional_vars?
match_case>10 pattern guard? body*
'''`;

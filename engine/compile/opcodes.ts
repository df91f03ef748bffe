/**
 * The machine's instruction set.
 *
 * Modelled on CPython 3.13's (v3.13.0 Python/bytecodes.c): the same names, the same operands, the
 * same stack effects, so that a listing of ours reads like `dis` of the real one. What is left out
 * is what only serves CPython's speed (inline caches, super-instructions, adaptive forms). What is
 * added stands in the last group, because other releases need it.
 *
 * Numbers are dense from 0: `execute` switches on them, and a dense switch becomes a jump table.
 *
 * Ownership is spelled out per instruction with these words:
 *   new       the value pushed is a reference of its own
 *   steals    the operand's reference moves into what is made; nobody decrefs it
 *   consumes  the operand is popped and decref'd after use
 *   borrows   the operand stays where it is
 *
 * Jump operands are absolute instruction indexes (not byte deltas).
 */

// ---- the stack ---------------------------------------------------------------------------------
export const NOP = 0;
/** consumes TOS */
export const POP_TOP = 1;
/** pushes NULL */
export const PUSH_NULL = 2;
/** pushes a new reference to STACK[-n]; COPY(1) duplicates TOS */
export const COPY = 3;
/** exchanges TOS and STACK[-n] */
export const SWAP = 4;
/** consumes TOS: the exhausted iterator or leftover after a loop */
export const END_FOR = 5;
/** STACK[-2] is consumed; TOS stays (the end of a `yield from`) */
export const END_SEND = 6;

// ---- constants and names -----------------------------------------------------------------------
/** new reference to co_consts[n] */
export const LOAD_CONST = 7;
/** new reference to local n, known to be bound */
export const LOAD_FAST = 8;
/** as LOAD_FAST, raises UnboundLocalError when the slot is NULL */
export const LOAD_FAST_CHECK = 9;
/** moves local n to the stack and leaves NULL (inlined comprehensions); pushes NULL when unbound */
export const LOAD_FAST_AND_CLEAR = 10;
/** steals TOS into local n; the old value is decref'd */
export const STORE_FAST = 11;
/** raises UnboundLocalError when the slot is NULL */
export const DELETE_FAST = 12;
/** locals, then globals, then builtins by names[n]; new */
export const LOAD_NAME = 13;
export const STORE_NAME = 14;
export const DELETE_NAME = 15;
/** globals, then builtins, by names[n >> 1]; when n & 1 also pushes NULL after it (a call follows) */
export const LOAD_GLOBAL = 16;
export const STORE_GLOBAL = 17;
export const DELETE_GLOBAL = 18;
/** the contents of the cell in localsplus[n]; new; NameError/UnboundLocalError when empty */
export const LOAD_DEREF = 19;
export const STORE_DEREF = 20;
export const DELETE_DEREF = 21;
/** consumes a mapping; its names entry for localsplus[n], else the cell's contents (class bodies) */
export const LOAD_FROM_DICT_OR_DEREF = 22;
/** consumes a mapping; names[n] from it, else globals, else builtins (class bodies, annotations) */
export const LOAD_FROM_DICT_OR_GLOBALS = 23;
/** the frame's f_locals mapping; new */
export const LOAD_LOCALS = 24;
/** replaces localsplus[n] by a new cell that holds what stood there (NULL allowed) */
export const MAKE_CELL = 25;
/** copies the n cells of the function's closure into the last n slots of localsplus */
export const COPY_FREE_VARS = 26;

// ---- attributes and items ----------------------------------------------------------------------
/**
 * names[n >> 1] of TOS. n & 1: a method call follows; pushes either (method, self) or (attr, NULL),
 * in this order from the bottom
 */
export const LOAD_ATTR = 27;
/** TOS.names[n] = STACK[-2]; consumes both */
export const STORE_ATTR = 28;
export const DELETE_ATTR = 29;
/**
 * STACK = global_super, class, self -> attribute names[n >> 2]. n & 1: method form (as LOAD_ATTR),
 * n & 2: super() was called with two arguments
 */
export const LOAD_SUPER_ATTR = 30;
/** STACK[-2][TOS] */
export const BINARY_SUBSCR = 31;
/** STACK[-2][TOS] = STACK[-3] */
export const STORE_SUBSCR = 32;
/** del STACK[-2][TOS] */
export const DELETE_SUBSCR = 33;
/** STACK[-3][STACK[-2]:TOS] */
export const BINARY_SLICE = 34;
/** STACK[-3][STACK[-2]:TOS] = STACK[-4] */
export const STORE_SLICE = 35;

// ---- operators ---------------------------------------------------------------------------------
/** n is a BinaryOp below; consumes both operands */
export const BINARY_OP = 36;
export const UNARY_NEGATIVE = 37;
/** TOS is an exact bool */
export const UNARY_NOT = 38;
export const UNARY_INVERT = 39;
/** TOS becomes an exact bool */
export const TO_BOOL = 40;
/** n >> 5 is a CompareOp below; n & 16: the result is made an exact bool */
export const COMPARE_OP = 41;
/** n: 0 `is`, 1 `is not` */
export const IS_OP = 42;
/** n: 0 `in`, 1 `not in` */
export const CONTAINS_OP = 43;
/** n is an Intrinsic1 below */
export const CALL_INTRINSIC_1 = 44;
/** n is an Intrinsic2 below */
export const CALL_INTRINSIC_2 = 45;

// ---- jumps -------------------------------------------------------------------------------------
export const JUMP_FORWARD = 46;
/** looks at the eval breaker */
export const JUMP_BACKWARD = 47;
export const JUMP_BACKWARD_NO_INTERRUPT = 48;
/** TOS is an exact bool, consumed */
export const POP_JUMP_IF_FALSE = 49;
export const POP_JUMP_IF_TRUE = 50;
export const POP_JUMP_IF_NONE = 51;
export const POP_JUMP_IF_NOT_NONE = 52;

// ---- iteration ---------------------------------------------------------------------------------
export const GET_ITER = 53;
/** pushes the next item; when exhausted jumps to n (an END_FOR), leaving the iterator and a NULL-free stack as 3.13 does: see execute */
export const FOR_ITER = 54;
export const GET_YIELD_FROM_ITER = 55;
/** sends TOS to STACK[-2]; jumps to n when the iterator returns */
export const SEND = 56;
/** pushes len(TOS); borrows TOS */
export const GET_LEN = 57;

// ---- building ----------------------------------------------------------------------------------
/** steals n operands */
export const BUILD_TUPLE = 58;
export const BUILD_LIST = 59;
export const BUILD_SET = 60;
/** n key and value pairs, consumed */
export const BUILD_MAP = 61;
/** TOS is a tuple of n keys over n values */
export const BUILD_CONST_KEY_MAP = 62;
/** n is 2 or 3; steals */
export const BUILD_SLICE = 63;
/** joins n strings */
export const BUILD_STRING = 64;
/** n: 1 str, 2 repr, 3 ascii */
export const CONVERT_VALUE = 65;
export const FORMAT_SIMPLE = 66;
/** format(STACK[-2], TOS) */
export const FORMAT_WITH_SPEC = 67;
/** STACK[-n].append(TOS), counted after TOS is popped; steals TOS */
export const LIST_APPEND = 68;
export const LIST_EXTEND = 69;
export const SET_ADD = 70;
export const SET_UPDATE = 71;
/** STACK[-n][STACK[-2]] = TOS, counted after both are popped */
export const MAP_ADD = 72;
export const DICT_UPDATE = 73;
/** as DICT_UPDATE, raises TypeError on a repeated key (call keywords) */
export const DICT_MERGE = 74;
/** pushes n items, first on top */
export const UNPACK_SEQUENCE = 75;
/** n & 255 items before the starred one, n >> 8 after it */
export const UNPACK_EX = 76;

// ---- calls and functions -----------------------------------------------------------------------
/** STACK = callable, self or NULL, n arguments; steals all */
export const CALL = 77;
/** as CALL, with a tuple of keyword names on top (not counted in n) */
export const CALL_KW = 78;
/** STACK = callable, NULL, args tuple or iterable, [kwargs dict when n & 1] */
export const CALL_FUNCTION_EX = 79;
/** code object -> function; steals */
export const MAKE_FUNCTION = 80;
/** STACK = value, function; n: 1 defaults, 2 kwdefaults, 4 annotations, 8 closure */
export const SET_FUNCTION_ATTRIBUTE = 81;
export const RETURN_VALUE = 82;
/** returns a new reference to co_consts[n] */
export const RETURN_CONST = 83;
/** makes a generator of this frame and returns it to the caller */
export const RETURN_GENERATOR = 84;
export const YIELD_VALUE = 85;
/** entry of a function (0), after a yield (1), yield from (2), await (3); looks at the eval breaker */
export const RESUME = 86;
export const LOAD_BUILD_CLASS = 87;
export const SETUP_ANNOTATIONS = 88;

// ---- exceptions --------------------------------------------------------------------------------
/** STACK: exc -> previous exc, exc; makes exc the handled exception */
export const PUSH_EXC_INFO = 89;
/** consumes TOS and makes it the handled exception */
export const POP_EXCEPT = 90;
/** raises TOS; n > 0: f_lasti is taken from STACK[-1-n] first */
export const RERAISE = 91;
/** n: 0 re-raise, 1 `raise TOS`, 2 `raise STACK[-2] from TOS` */
export const RAISE_VARARGS = 92;
/** STACK = exc, type -> exc, bool */
export const CHECK_EXC_MATCH = 93;
/** STACK = exception, types -> rest or None, match or None */
export const CHECK_EG_MATCH = 94;
/** pushes a type of exceptions, or what every program loads: COMMON_* */
export const LOAD_COMMON_CONSTANT = 95;
/** context manager -> its bound __exit__, the result of __enter__() */
export const BEFORE_WITH = 96;
/** STACK = exit function, lasti, previous exc, exc: pushes exit(type, value, traceback) */
export const WITH_EXCEPT_START = 97;
/** ends a `yield from` after throw(): StopIteration's value goes on, anything else is raised */
export const CLEANUP_THROW = 98;

// ---- imports -----------------------------------------------------------------------------------
/** STACK = level, fromlist -> module names[n] */
export const IMPORT_NAME = 99;
/** pushes attribute names[n] of the module TOS, which stays */
export const IMPORT_FROM = 100;

// ---- patterns ----------------------------------------------------------------------------------
export const MATCH_MAPPING = 101;
export const MATCH_SEQUENCE = 102;
/** STACK = subject, keys -> subject, keys, tuple of values or None */
export const MATCH_KEYS = 103;
/** STACK = subject, class, attribute names -> tuple of attributes or None; n positional patterns */
export const MATCH_CLASS = 104;

// ---- what other releases need ------------------------------------------------------------------
/** pushes local n without a reference of its own; who consumes it must not decref (3.14) */
export const LOAD_FAST_BORROW = 105;

// ---- of ours -----------------------------------------------------------------------------------
/**
 * str + str, the next instruction stores into the local that the left operand came from: appends in
 * place when nobody else holds it, and does the store too. BINARY_OP becomes this one at a site that
 * was seen to do so (v3.13.0 Python/specialize.c _Py_Specialize_BinaryOp)
 */
export const BINARY_OP_INPLACE_ADD_UNICODE = 107;
/** NOT CPYTHON: as COPY, without a reference of its own. Only in decoded code. */
export const COPY_BORROW = 114;
/** owner -> its special method n (SPECIAL_METHODS), owner or NULL: ready to be called */
export const LOAD_SPECIAL = 115;
/** as CALL, of a class: the site was run once (v3.13.0 Python/specialize.c specialize_class_call) */
export const CALL_ALLOC_AND_ENTER_INIT = 116;
/** as LOAD_SUPER_ATTR: the site was run once, and self goes on as it is */
export const LOAD_SUPER_ATTR_METHOD = 117;
/** as BINARY_SUBSCR, of an instance with `__getitem__` in Python: the site was run once */
export const BINARY_SUBSCR_GETITEM = 118;
/** NOT CPYTHON: as LOAD_CONST, without a reference of its own. Only in decoded code. */
export const LOAD_CONST_BORROW = 113;
/** pushes the int n, 0 to 255 (v3.14.0 Python/flowgraph.c maybe_instr_make_load_smallint) */
export const LOAD_SMALL_INT = 119;
/** NOT CPYTHON: a line of the program begins; n is its number. Only in the stepped decoding. */
export const LINE = 106;

// ---- coroutines --------------------------------------------------------------------------------
/** consumes TOS and pushes its awaitable iterator; n: 1 after __aenter__, 2 after __aexit__ */
export const GET_AWAITABLE = 108;
/** consumes TOS and pushes its asynchronous iterator */
export const GET_AITER = 109;
/** pushes the awaitable of the next item; borrows TOS */
export const GET_ANEXT = 110;
/** consumes the asynchronous iterator and the exception on top; raises it unless it is the end */
export const END_ASYNC_FOR = 111;
/** asynchronous context manager -> its bound __aexit__, the result of __aenter__() */
export const BEFORE_ASYNC_WITH = 112;

/** Names by number, for listings. */
export const OPCODE_NAMES: readonly string[] = [
  'NOP',
  'POP_TOP',
  'PUSH_NULL',
  'COPY',
  'SWAP',
  'END_FOR',
  'END_SEND',
  'LOAD_CONST',
  'LOAD_FAST',
  'LOAD_FAST_CHECK',
  'LOAD_FAST_AND_CLEAR',
  'STORE_FAST',
  'DELETE_FAST',
  'LOAD_NAME',
  'STORE_NAME',
  'DELETE_NAME',
  'LOAD_GLOBAL',
  'STORE_GLOBAL',
  'DELETE_GLOBAL',
  'LOAD_DEREF',
  'STORE_DEREF',
  'DELETE_DEREF',
  'LOAD_FROM_DICT_OR_DEREF',
  'LOAD_FROM_DICT_OR_GLOBALS',
  'LOAD_LOCALS',
  'MAKE_CELL',
  'COPY_FREE_VARS',
  'LOAD_ATTR',
  'STORE_ATTR',
  'DELETE_ATTR',
  'LOAD_SUPER_ATTR',
  'BINARY_SUBSCR',
  'STORE_SUBSCR',
  'DELETE_SUBSCR',
  'BINARY_SLICE',
  'STORE_SLICE',
  'BINARY_OP',
  'UNARY_NEGATIVE',
  'UNARY_NOT',
  'UNARY_INVERT',
  'TO_BOOL',
  'COMPARE_OP',
  'IS_OP',
  'CONTAINS_OP',
  'CALL_INTRINSIC_1',
  'CALL_INTRINSIC_2',
  'JUMP_FORWARD',
  'JUMP_BACKWARD',
  'JUMP_BACKWARD_NO_INTERRUPT',
  'POP_JUMP_IF_FALSE',
  'POP_JUMP_IF_TRUE',
  'POP_JUMP_IF_NONE',
  'POP_JUMP_IF_NOT_NONE',
  'GET_ITER',
  'FOR_ITER',
  'GET_YIELD_FROM_ITER',
  'SEND',
  'GET_LEN',
  'BUILD_TUPLE',
  'BUILD_LIST',
  'BUILD_SET',
  'BUILD_MAP',
  'BUILD_CONST_KEY_MAP',
  'BUILD_SLICE',
  'BUILD_STRING',
  'CONVERT_VALUE',
  'FORMAT_SIMPLE',
  'FORMAT_WITH_SPEC',
  'LIST_APPEND',
  'LIST_EXTEND',
  'SET_ADD',
  'SET_UPDATE',
  'MAP_ADD',
  'DICT_UPDATE',
  'DICT_MERGE',
  'UNPACK_SEQUENCE',
  'UNPACK_EX',
  'CALL',
  'CALL_KW',
  'CALL_FUNCTION_EX',
  'MAKE_FUNCTION',
  'SET_FUNCTION_ATTRIBUTE',
  'RETURN_VALUE',
  'RETURN_CONST',
  'RETURN_GENERATOR',
  'YIELD_VALUE',
  'RESUME',
  'LOAD_BUILD_CLASS',
  'SETUP_ANNOTATIONS',
  'PUSH_EXC_INFO',
  'POP_EXCEPT',
  'RERAISE',
  'RAISE_VARARGS',
  'CHECK_EXC_MATCH',
  'CHECK_EG_MATCH',
  'LOAD_COMMON_CONSTANT',
  'BEFORE_WITH',
  'WITH_EXCEPT_START',
  'CLEANUP_THROW',
  'IMPORT_NAME',
  'IMPORT_FROM',
  'MATCH_MAPPING',
  'MATCH_SEQUENCE',
  'MATCH_KEYS',
  'MATCH_CLASS',
  'LOAD_FAST_BORROW',
  'LINE',
  'BINARY_OP_INPLACE_ADD_UNICODE',
  'GET_AWAITABLE',
  'GET_AITER',
  'GET_ANEXT',
  'END_ASYNC_FOR',
  'BEFORE_ASYNC_WITH',
  'LOAD_CONST_BORROW',
  'COPY_BORROW',
  'LOAD_SPECIAL',
  'CALL_ALLOC_AND_ENTER_INIT',
  'LOAD_SUPER_ATTR_METHOD',
  'BINARY_SUBSCR_GETITEM',
  'LOAD_SMALL_INT',
];

/** Operands of LOAD_SPECIAL (v3.14.0 Include/internal/pycore_ceval.h SPECIAL___ENTER__ ...). */
export const SPECIAL_ENTER = 0;
export const SPECIAL_EXIT = 1;
export const SPECIAL_AENTER = 2;
export const SPECIAL_AEXIT = 3;

/** Operands of BINARY_OP, in CPython's order (v3.13.0 Include/opcode.h NB_ADD ...). */
export const BINARY_OPERATORS = [
  '+',
  '&',
  '//',
  '<<',
  '@',
  '*',
  '%',
  '|',
  '**',
  '>>',
  '-',
  '/',
  '^',
  '+=',
  '&=',
  '//=',
  '<<=',
  '@=',
  '*=',
  '%=',
  '|=',
  '**=',
  '>>=',
  '-=',
  '/=',
  '^=',
] as const;

// Operands of LOAD_COMMON_CONSTANT. v3.14.0 Include/internal/pycore_opcode_utils.h CONSTANT_*
export const COMMON_ASSERTION_ERROR = 0;
export const COMMON_NOT_IMPLEMENTED_ERROR = 1;
// v3.15.0, as opcode._common_constants tells; 2 to 6 are types and functions
export const COMMON_NONE = 7;
export const COMMON_EMPTY_STR = 8;
export const COMMON_TRUE = 9;
export const COMMON_FALSE = 10;
export const COMMON_MINUS_ONE = 11;
/** What LOAD_COMMON_CONSTANT loads, by its operand. */
export const COMMON_NAMES = [
  'AssertionError',
  'NotImplementedError',
  'tuple',
  'all',
  'any',
  'list',
  'set',
  'None',
  "''",
  'True',
  'False',
  '-1',
] as const;

/** Operands of COMPARE_OP (v3.13.0 Include/object.h Py_LT ...). */
export const COMPARE_OPERATORS = ['<', '<=', '==', '!=', '>', '>='] as const;

// Intrinsics (v3.13.0 Include/internal/pycore_intrinsics.h)
export const INTRINSIC_PRINT = 1;
export const INTRINSIC_IMPORT_STAR = 2;
export const INTRINSIC_STOPITERATION_ERROR = 3;
export const INTRINSIC_ASYNC_GEN_WRAP = 4;
export const INTRINSIC_UNARY_POSITIVE = 5;
export const INTRINSIC_LIST_TO_TUPLE = 6;
export const INTRINSIC_TYPEVAR = 7;
export const INTRINSIC_PARAMSPEC = 8;
export const INTRINSIC_TYPEVARTUPLE = 9;
export const INTRINSIC_SUBSCRIPT_GENERIC = 10;
export const INTRINSIC_TYPEALIAS = 11;
export const INTRINSIC_PREP_RERAISE_STAR = 1;
export const INTRINSIC_TYPEVAR_WITH_BOUND = 2;
export const INTRINSIC_TYPEVAR_WITH_CONSTRAINTS = 3;
export const INTRINSIC_SET_FUNCTION_TYPE_PARAMS = 4;
export const INTRINSIC_SET_TYPEPARAM_DEFAULT = 5;
// NOT CPYTHON: there these are instructions, BUILD_INTERPOLATION and BUILD_TEMPLATE.
/** value, expression; one more for each conversion: none, `!s`, `!r`, `!a` */
export const INTRINSIC_INTERPOLATION = 6;
/** interpolation, its format spec */
export const INTRINSIC_INTERPOLATION_FORMAT = 10;
/** strings, interpolations */
export const INTRINSIC_TEMPLATE = 11;

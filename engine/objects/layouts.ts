/**
 * Where the fields of objects stand: offsets in bytes from the object's address.
 *
 * What is the same in every release stands here as constants; what differs is in
 * `profile.layout`. A pointer field is 8 bytes: low word the buffer offset, high word
 * ADDRESS_HIGH, all zero for NULL.
 */

// ---- PyObject, PyVarObject (v3.13.0 Include/object.h) -------------------------------------------
export const OB_REFCNT = 0;
export const OB_TYPE = 8;
export const OBJECT_SIZE = 16;
export const OB_SIZE = 16;
export const VAROBJECT_SIZE = 24;

// ---- PyGC_Head, before the object (v3.13.0 Include/internal/pycore_gc.h) -------------------------
export const GC_HEAD_SIZE = 16;
/** next object of the generation's list; NULL when the object is not tracked */
export const GC_NEXT = -16;
/** previous object, with the flags below in its low bits */
export const GC_PREV = -8;
export const GC_PREV_FINALIZED = 1;
export const GC_PREV_COLLECTING = 2;
/** Flags in `_gc_next`, beside the pointer. */
export const GC_NEXT_FLAGS = 3;
/** Which of the two old spaces an object is in; incremental collector. _PyGC_NEXT_MASK_OLD_SPACE_1 */
export const GC_NEXT_OLD_SPACE_1 = 1;
/** the words before the GC head of instances with Py_TPFLAGS_PREHEADER: weakref list, dict */
export const MANAGED_WEAKREF = -32;
export const MANAGED_DICT = -24;
export const PREHEADER_SIZE = 16;

// ---- numbers -----------------------------------------------------------------------------------
/** int: `lv_tag` or ob_size, see profile.layout.intTagged; 8 bytes */
export const LV_TAG = 16;
/** int: 30-bit digits, 4 bytes each, least first */
export const OB_DIGIT = 24;
export const FLOAT_VALUE = 16;
export const FLOAT_SIZE = 24;
export const COMPLEX_REAL = 16;
export const COMPLEX_IMAG = 24;
export const COMPLEX_SIZE = 32;

// ---- str (v3.13.0 Include/cpython/unicodeobject.h) -----------------------------------------------
export const STR_LENGTH = 16;
/** 8 bytes; -1 when not computed */
export const STR_HASH = 24;
/** 4 bytes of bit fields, see strings */
export const STR_STATE = 32;
/** compact non-ASCII: utf8_length, utf8; from 3.12 at 40 and 48 */
// state bits: interned:2, kind:3, compact:1, ascii:1, statically_allocated:1
export const STATE_INTERNED_MASK = 3;
export const STATE_KIND_SHIFT = 2;
export const STATE_KIND_MASK = 7;
export const STATE_COMPACT = 1 << 5;
export const STATE_ASCII = 1 << 6;
export const STATE_STATIC = 1 << 7;

// ---- bytes, bytearray ----------------------------------------------------------------------------
export const BYTES_HASH = 24;
export const BYTES_DATA = 32;
/** getsizeof(b'') */
export const BYTES_SIZE = 33;

// ---- list, tuple -------------------------------------------------------------------------------
export const LIST_ITEMS = 24;
export const LIST_ALLOCATED = 32;
export const LIST_SIZE = 40;

// ---- dict (v3.13.0 Include/cpython/dictobject.h) -------------------------------------------------
export const MA_USED = 16;
export const MA_VERSION_TAG = 24;
export const MA_KEYS = 32;
export const MA_VALUES = 40;
export const DICT_SIZE = 48;

// ---- set (v3.13.0 Include/cpython/setobject.h) ---------------------------------------------------
export const SET_FILL = 16;
export const SET_USED = 24;
export const SET_MASK = 32;
export const SET_TABLE = 40;
export const SET_HASH = 48;
export const SET_FINGER = 56;
export const SET_SMALLTABLE = 64;
export const SET_WEAKREFLIST = 192;
export const SET_SIZE = 200;
export const SET_MINSIZE = 8;
/** an entry: key pointer, hash */
export const SET_ENTRY_SIZE = 16;

// ---- small ones --------------------------------------------------------------------------------
export const CELL_REF = 16;
export const CELL_SIZE = 24;
export const SLICE_START = 16;
export const SLICE_STOP = 24;
export const SLICE_STEP = 32;
export const SLICE_SIZE = 40;
export const RANGE_START = 16;
export const RANGE_STOP = 24;
export const RANGE_STEP = 32;
export const RANGE_LENGTH = 40;
export const RANGE_SIZE = 48;
export const RANGE_ITER_START = 16;
export const RANGE_ITER_STEP = 24;
export const RANGE_ITER_LEN = 32;
export const RANGE_ITER_SIZE = 40;
/** list and tuple iterators, seqiter: index, the sequence (NULL when exhausted) */
export const SEQ_ITER_INDEX = 16;
export const SEQ_ITER_SEQ = 24;
export const SEQ_ITER_SIZE = 32;

// ---- type (v3.13.0 Include/cpython/object.h PyTypeObject, PyHeapTypeObject) ----------------------
// NOT CPYTHON: the arrangement of 3.13 serves every release, and a static type is given the method
// tables of a heap type right behind it, so that a slot stands at one offset in every type. What
// getsizeof says of a type comes from the profile.
export const TP_NAME = 24;
export const TP_BASICSIZE = 32;
export const TP_ITEMSIZE = 40;
export const TP_DEALLOC = 48;
export const TP_VECTORCALL_OFFSET = 56;
export const TP_GETATTR = 64;
export const TP_SETATTR = 72;
export const TP_AS_ASYNC = 80;
export const TP_REPR = 88;
export const TP_AS_NUMBER = 96;
export const TP_AS_SEQUENCE = 104;
export const TP_AS_MAPPING = 112;
export const TP_HASH = 120;
export const TP_CALL = 128;
export const TP_STR = 136;
export const TP_GETATTRO = 144;
export const TP_SETATTRO = 152;
export const TP_AS_BUFFER = 160;
export const TP_FLAGS = 168;
export const TP_DOC = 176;
export const TP_TRAVERSE = 184;
export const TP_CLEAR = 192;
export const TP_RICHCOMPARE = 200;
export const TP_WEAKLISTOFFSET = 208;
export const TP_ITER = 216;
export const TP_ITERNEXT = 224;
export const TP_METHODS = 232;
export const TP_MEMBERS = 240;
export const TP_GETSET = 248;
export const TP_BASE = 256;
export const TP_DICT = 264;
export const TP_DESCR_GET = 272;
export const TP_DESCR_SET = 280;
export const TP_DICTOFFSET = 288;
export const TP_INIT = 296;
export const TP_ALLOC = 304;
export const TP_NEW = 312;
export const TP_FREE = 320;
export const TP_IS_GC = 328;
export const TP_BASES = 336;
export const TP_MRO = 344;
export const TP_CACHE = 352;
export const TP_SUBCLASSES = 360;
export const TP_WEAKLIST = 368;
export const TP_DEL = 376;
export const TP_VERSION_TAG = 384;
export const TP_FINALIZE = 392;
export const TP_VECTORCALL = 400;
export const TP_WATCHED = 408;
export const TYPE_STATIC_SIZE = 416;

export const AS_ASYNC = 416;
export const AM_AWAIT = 416;
export const AM_AITER = 424;
export const AM_ANEXT = 432;
export const AM_SEND = 440;
export const AS_NUMBER = 448;
export const NB_ADD = 448;
export const NB_SUBTRACT = 456;
export const NB_MULTIPLY = 464;
export const NB_REMAINDER = 472;
export const NB_DIVMOD = 480;
export const NB_POWER = 488;
export const NB_NEGATIVE = 496;
export const NB_POSITIVE = 504;
export const NB_ABSOLUTE = 512;
export const NB_BOOL = 520;
export const NB_INVERT = 528;
export const NB_LSHIFT = 536;
export const NB_RSHIFT = 544;
export const NB_AND = 552;
export const NB_XOR = 560;
export const NB_OR = 568;
export const NB_INT = 576;
export const NB_RESERVED = 584;
export const NB_FLOAT = 592;
export const NB_INPLACE_ADD = 600;
export const NB_INPLACE_SUBTRACT = 608;
export const NB_INPLACE_MULTIPLY = 616;
export const NB_INPLACE_REMAINDER = 624;
export const NB_INPLACE_POWER = 632;
export const NB_INPLACE_LSHIFT = 640;
export const NB_INPLACE_RSHIFT = 648;
export const NB_INPLACE_AND = 656;
export const NB_INPLACE_XOR = 664;
export const NB_INPLACE_OR = 672;
export const NB_FLOOR_DIVIDE = 680;
export const NB_TRUE_DIVIDE = 688;
export const NB_INPLACE_FLOOR_DIVIDE = 696;
export const NB_INPLACE_TRUE_DIVIDE = 704;
export const NB_INDEX = 712;
export const NB_MATRIX_MULTIPLY = 720;
export const NB_INPLACE_MATRIX_MULTIPLY = 728;
export const AS_MAPPING = 736;
export const MP_LENGTH = 736;
export const MP_SUBSCRIPT = 744;
export const MP_ASS_SUBSCRIPT = 752;
export const AS_SEQUENCE = 760;
export const SQ_LENGTH = 760;
export const SQ_CONCAT = 768;
export const SQ_REPEAT = 776;
export const SQ_ITEM = 784;
export const SQ_ASS_ITEM = 800;
export const SQ_CONTAINS = 816;
export const SQ_INPLACE_CONCAT = 824;
export const SQ_INPLACE_REPEAT = 832;
export const AS_BUFFER = 840;
export const HT_NAME = 856;
export const HT_SLOTS = 864;
export const HT_QUALNAME = 872;
export const HT_CACHED_KEYS = 880;
export const HT_MODULE = 888;
export const HT_TPNAME = 896;
export const HT_SPEC_CACHE = 904;
export const TYPE_HEAP_SIZE = 928;

// tp_flags (v3.13.0 Include/object.h)
export const TPFLAGS_STATIC_BUILTIN = 1 << 1;
export const TPFLAGS_INLINE_VALUES = 1 << 2;
export const TPFLAGS_MANAGED_WEAKREF = 1 << 3;
export const TPFLAGS_MANAGED_DICT = 1 << 4;
export const TPFLAGS_PREHEADER = TPFLAGS_MANAGED_WEAKREF | TPFLAGS_MANAGED_DICT;
export const TPFLAGS_SEQUENCE = 1 << 5;
export const TPFLAGS_MAPPING = 1 << 6;
export const TPFLAGS_DISALLOW_INSTANTIATION = 1 << 7;
export const TPFLAGS_IMMUTABLETYPE = 1 << 8;
export const TPFLAGS_HEAPTYPE = 1 << 9;
export const TPFLAGS_BASETYPE = 1 << 10;
export const TPFLAGS_HAVE_VECTORCALL = 1 << 11;
export const TPFLAGS_READY = 1 << 12;
export const TPFLAGS_HAVE_GC = 1 << 14;
export const TPFLAGS_METHOD_DESCRIPTOR = 1 << 17;
export const TPFLAGS_VALID_VERSION_TAG = 1 << 19;
export const TPFLAGS_IS_ABSTRACT = 1 << 20;
export const TPFLAGS_MATCH_SELF = 1 << 22;
export const TPFLAGS_LONG_SUBCLASS = 1 << 24;
export const TPFLAGS_LIST_SUBCLASS = 1 << 25;
export const TPFLAGS_TUPLE_SUBCLASS = 1 << 26;
export const TPFLAGS_BYTES_SUBCLASS = 1 << 27;
export const TPFLAGS_UNICODE_SUBCLASS = 1 << 28;
export const TPFLAGS_DICT_SUBCLASS = 1 << 29;
export const TPFLAGS_BASE_EXC_SUBCLASS = 1 << 30;
export const TPFLAGS_TYPE_SUBCLASS = 1 << 31;

// ---- builtin functions and descriptors (v3.13.0 Include/cpython/methodobject.h, descrobject.h) ----
/** PyMethodDef: name, function, flags, doc */
export const ML_NAME = 0;
export const ML_METH = 8;
export const ML_FLAGS = 16;
export const ML_DOC = 24;
export const METHODDEF_SIZE = 32;
export const METH_VARARGS = 0x0001;
export const METH_KEYWORDS = 0x0002;
export const METH_NOARGS = 0x0004;
export const METH_O = 0x0008;
export const METH_CLASS = 0x0010;
export const METH_STATIC = 0x0020;
export const METH_FASTCALL = 0x0080;

export const CFUNCTION_ML = 16;
export const CFUNCTION_SELF = 24;
export const CFUNCTION_MODULE = 32;
export const CFUNCTION_WEAKREFLIST = 40;
export const CFUNCTION_VECTORCALL = 48;
export const CFUNCTION_SIZE = 56;

export const DESCR_TYPE = 16;
export const DESCR_NAME = 24;
export const DESCR_QUALNAME = 32;
/** method, getset and member descriptors: the definition; wrapper descriptors: the wrapper base */
export const DESCR_DEF = 40;
/** method descriptors: vectorcall; wrapper descriptors: the wrapped slot function */
export const DESCR_EXTRA = 48;
export const DESCR_SIZE = 48;
export const METHOD_DESCR_SIZE = 56;

export const METHOD_FUNC = 16;
export const METHOD_SELF = 24;
export const METHOD_WEAKREFLIST = 32;
export const METHOD_VECTORCALL = 40;
export const METHOD_SIZE = 48;

/** method-wrapper: descriptor, self */
export const WRAPPER_DESCR = 16;
export const WRAPPER_SELF = 24;
export const WRAPPER_SIZE = 32;

export const PROPERTY_GET = 16;
export const PROPERTY_SET = 24;
export const PROPERTY_DEL = 32;
export const PROPERTY_DOC = 40;
export const PROPERTY_NAME = 48;
export const PROPERTY_GETTER_DOC = 56;

/** classmethod, staticmethod: callable, dict */
export const CLASSMETHOD_CALLABLE = 16;
export const CLASSMETHOD_DICT = 24;
export const CLASSMETHOD_SIZE = 32;

// ---- function (v3.13.0 Include/cpython/funcobject.h) ---------------------------------------------
export const FUNC_GLOBALS = 16;
export const FUNC_NAME = 32;
export const FUNC_QUALNAME = 40;
export const FUNC_CODE = 48;
export const FUNC_DEFAULTS = 56;
export const FUNC_KWDEFAULTS = 64;
export const FUNC_CLOSURE = 72;
export const FUNC_DOC = 80;
export const FUNC_DICT = 88;
export const FUNC_WEAKREFLIST = 96;
export const FUNC_MODULE = 104;
export const FUNC_ANNOTATIONS = 112;
// func_builtins, func_annotate, func_typeparams, vectorcall, func_version: see profile.layout

// ---- code (v3.13.0 Include/cpython/code.h) -------------------------------------------------------
export const CO_CONSTS = 24;
export const CO_NAMES = 32;
export const CO_EXCEPTIONTABLE = 40;
export const CO_FLAGS = 48;
export const CO_ARGCOUNT = 52;
export const CO_POSONLYARGCOUNT = 56;
export const CO_KWONLYARGCOUNT = 60;
export const CO_STACKSIZE = 64;
export const CO_FIRSTLINENO = 68;
export const CO_NLOCALSPLUS = 72;
/** words that a frame takes; where frames are objects of the heap, slots that it needs room for */
export const CO_FRAMESIZE = 76;
export const CO_NLOCALS = 80;
export const CO_NCELLVARS = 84;
export const CO_NFREEVARS = 88;
export const CO_VERSION = 92;
export const CO_LOCALSPLUSNAMES = 96;
export const CO_LOCALSPLUSKINDS = 104;
export const CO_FILENAME = 112;
export const CO_NAME = 120;
export const CO_QUALNAME = 128;
export const CO_LINETABLE = 136;
export const CO_WEAKREFLIST = 144;
/** co_zombieframe: a frame that is kept for the next call, where frames are objects of the heap. */
export const CO_ZOMBIE = 152;
/** NOT CPYTHON: _co_cached holds the number of the decoded instructions, see vm/decode.ts */
export const CO_CACHED = 160;

// ---- frame (v3.13.0 Include/internal/pycore_frame.h) ---------------------------------------------
export const F_EXECUTABLE = 0;
export const F_PREVIOUS = 8;
export const F_FUNCOBJ = 16;
/** borrowed from the function */
export const F_GLOBALS = 24;
/** borrowed from the function */
export const F_BUILTINS = 32;
export const F_LOCALS = 40;
export const F_FRAME_OBJ = 48;
/** NOT CPYTHON: an instruction index of the decoded code, not an address */
export const F_INSTR_PTR = 56;
/** number of slots in use from localsplus on, valid while the frame is not running */
export const F_STACKTOP = 64;
export const F_RETURN_OFFSET = 68;
/** NOT CPYTHON: how many slots the caller drops from its stack when this frame returns */
export const F_HELD = 69;
export const F_OWNER = 70;
/** Whether the incremental collector has marked from this frame. v3.14.2 _PyInterpreterFrame.visited */
export const F_VISITED = 71;
export const FRAME_OWNED_BY_THREAD = 0;
export const FRAME_OWNED_BY_GENERATOR = 1;
export const FRAME_OWNED_BY_FRAME_OBJECT = 2;
export const FRAME_OWNED_BY_CSTACK = 3;

/** PyFrameObject */
export const FRAMEOBJ_BACK = 16;
export const FRAMEOBJ_FRAME = 24;
export const FRAMEOBJ_TRACE = 32;
export const FRAMEOBJ_LINENO = 40;
export const FRAMEOBJ_TRACE_LINES = 44;
export const FRAMEOBJ_TRACE_OPCODES = 45;
export const FRAMEOBJ_EXTRA_LOCALS = 48;
export const FRAMEOBJ_LOCALS_CACHE = 56;
/**
 * Of a frame on the heap: how many slots it has room for (ob_size), where f_lineno stands else; its
 * generator (f_gen, borrowed), right in front of the frame.
 */
export const FRAMEOBJ_ROOM = 40;
export const FRAMEOBJ_GENERATOR = 64;
/** Where profile.localsProxy keeps what was overwritten; the frame follows. */
export const FRAMEOBJ_OVERWRITTEN = 64;
/** Else it follows here. */
export const FRAMEOBJ_DATA = 64;

// ---- module, namespace ---------------------------------------------------------------------------
export const MODULE_DICT = 16;
export const MODULE_DEF = 24;
export const MODULE_STATE = 32;
export const MODULE_WEAKREFLIST = 40;
export const MODULE_NAME = 48;

// ---- exceptions (v3.13.0 Include/cpython/pyerrors.h PyException_HEAD) ------------------------------
export const EXC_DICT = 16;
export const EXC_ARGS = 24;
export const EXC_TRACEBACK = 40;
export const EXC_CONTEXT = 48;
export const EXC_CAUSE = 56;

export const TB_NEXT = 16;
export const TB_FRAME = 24;
export const TB_LASTI = 32;
export const TB_LINENO = 36;
export const TB_SIZE = 40;

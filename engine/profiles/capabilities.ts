/**
 * Every capability in which releases of CPython differ, with its meaning.
 *
 * A profile is a release as data. Code asks for a capability (`profile.immortal`), never for a
 * version. Numbers that are offsets are bytes from the address of the object unless said.
 */
import type { ErrorWords } from './error-words.ts';
import type { PymallocGeometry } from './pymalloc.ts';

export type ProfileId =
  '3.8' | '3.9' | '3.10' | '3.11' | '3.12' | '3.13' | '3.14.2' | '3.14' | '3.15';

/** Offsets and sizes that differ from release to release; what never differs is in objects/layouts.ts. */
export interface ObjectLayout {
  /** int: true when +16 is `lv_tag` (digit count << 3 | sign code), false when it is a signed ob_size. */
  readonly intTagged: boolean;
  /** str: bytes of PyASCIIObject, where the characters of an ASCII string begin. */
  readonly strAsciiHeader: number;
  /** str: bytes of PyCompactUnicodeObject, where the characters of any other string begin. */
  readonly strCompactHeader: number;
  /** tuple: where ob_item begins. */
  readonly tupleItems: number;
  /** tuple: where the cached hash stands, or 0 when the release keeps none. */
  readonly tupleHash: number;
  /** dict keys: bytes before dk_indices. */
  readonly dictKeysHeader: number;
  /** dict keys: entries without me_hash for tables of strings only (DICT_KEYS_UNICODE). */
  readonly dictUnicodeEntries: boolean;
  /** type: bytes of a static PyTypeObject. */
  readonly typeStatic: number;
  /** type: bytes of a PyHeapTypeObject. */
  readonly typeHeap: number;
  /** exceptions: bytes of PyBaseExceptionObject. */
  readonly baseException: number;
  /** exceptions: where `notes` and `suppress_context` stand; 0 for no notes. */
  readonly exceptionNotes: number;
  readonly exceptionSuppress: number;
  /** function: bytes of PyFunctionObject. */
  readonly functionSize: number;
  /** code: getsizeof counts the instructions, which are part of the object. */
  readonly codeInstructionsInside: boolean;
  /** code: bytes of PyCodeObject before the instructions. */
  readonly codeHeader: number;
  /** frame: bytes of _PyInterpreterFrame before localsplus. */
  readonly frameHeader: number;
  /** generator: bytes of PyGenObject before its frame. */
  readonly generatorHeader: number;
  /** module: bytes of PyModuleObject. */
  readonly moduleSize: number;
  /** frame object: bytes of PyFrameObject before the frame that it may own. */
  readonly frameObjectHeader: number;
  /**
   * frame: bytes of a PyFrameObject with one slot, where every frame is an object of the heap; 0 where
   * frames lie on the data stack and generators carry theirs inside.
   */
  readonly heapFrame: number;
  /** function: where the pointer to the vectorcall function stands. */
  readonly functionVectorcall: number;
  /** function: where func_builtins, func_typeparams, func_version stand; 0 where there are none. */
  readonly functionBuiltins: number;
  readonly functionTypeParams: number;
  readonly functionVersion: number;
  /** function: where func_annotate stands, what evaluates the annotations; 0 where nothing does. */
  readonly functionAnnotate: number;
  /** int: whether zero has a digit all the same, which getsizeof counts. */
  readonly intZeroHasDigit: boolean;
  /** values of a split dict: bytes before the first; 8 hold the capacity, the size and flags. */
  readonly valuesHeader: 0 | 8;
  /** values of a split dict: how many bytes of their order stand in the header, the rest behind. */
  readonly valuesOrderInHeader: 0 | 6;
  /** Bytes of other objects, by the C name of their struct without Py and Object. */
  readonly sizes: OtherSizes;
}

/** Bytes of objects that only got a field more or less over the releases. */
export interface OtherSizes {
  readonly accumulate: number;
  readonly bool: number;
  readonly bytearray: number;
  readonly cycle: number;
  readonly deque: number;
  readonly enumerate: number;
  readonly groupby: number;
  readonly itemgetter: number;
  readonly map: number;
  readonly partial: number;
  readonly property: number;
  readonly rangeIterator: number;
  readonly syntaxError: number;
  readonly tee: number;
  readonly weakref: number;
  readonly zip: number;
}

/** How many freed objects of a type are kept for reuse, per interpreter. */
export interface FreeListLimits {
  readonly float: number;
  readonly list: number;
  readonly dict: number;
  readonly dictKeys: number;
  /** Per length; lengths 1 to `tupleMaxSize` are kept. */
  readonly tuple: number;
  readonly tupleMaxSize: number;
  /** Lengths up to this one are taken back; longer ones wait for a full collection. */
  readonly tupleMaxReused: number;
  /** ints of one digit */
  readonly int: number;
  readonly complex: number;
  readonly range: number;
  readonly rangeIterator: number;
  readonly listIterator: number;
  readonly tupleIterator: number;
  /** bound methods of Python functions */
  readonly method: number;
  /** builtin functions and bound built-in methods */
  readonly cfunction: number;
  /** frames, beside the one that each code object keeps */
  readonly frame: number;
}

/** Where instances keep their attributes. */
export interface InstanceLayout {
  /**
   * 'inline': values after the object, dict and weakref pointers before the GC header.
   * 'block': the same words before the GC header, values in a block of their own.
   * 'dict': a `__dict__` pointer in the object, its dict made with the first attribute.
   */
  readonly kind: 'inline' | 'block' | 'dict';
  /** Instances keep their list of weak references before the GC header, not behind their fields. */
  readonly managedWeakrefs: boolean;
  /** Instances of classes over int or tuple keep their dict there as well. */
  readonly managedDictOfVarSized: boolean;
  /** Values stand behind instances of any fixed size, not only of plain ones. */
  readonly inlineForAnyBase: boolean;
  /** The collector sees the dict over inline values, which in turn shows them. */
  readonly overlayDictVisited: boolean;
  /** Classes have `__dict__` and `__weakref__` descriptors of their own; else object's serve all. */
  readonly ownDescriptors: boolean;
  /** Room for attribute values in the first instance of a class (SHARED_KEYS_MAX_SIZE). */
  readonly sharedKeysMaxSize: number;
}

/** Texts of exceptions in which releases differ. */
export interface Words {
  /** What a ZeroDivisionError says, by what was done. */
  readonly byZero: {
    readonly intDivision: string;
    readonly intRemainder: string;
    readonly floatDivision: string;
    readonly floatFloor: string;
    readonly floatRemainder: string;
    readonly floatDivmod: string;
    readonly complexDivision: string;
    readonly power: string;
    readonly complexPower: string;
  };
  /** `max([])`: what follows `max() `. */
  readonly emptyIterable: string;
  /** `a[1:2] = 5`, for slices without a step. */
  readonly sliceNeedsIterable: string;
  /** An abstract class cannot be made: 'without an implementation for ...', or 'with ...'. */
  readonly abstract: 'with' | 'without';
  /** `OrderedDict([('a', 1)])` or, as dicts are written, `OrderedDict({'a': 1})`. */
  readonly orderedDictAsPairs: boolean;
  /** `'%c' % x` says what x is. */
  readonly badCharacterIsTold: boolean;
  /** Methods made of slots tell their own names when arguments are missing. */
  readonly wrappersHaveNames: boolean;
  /** What math functions cannot compute: `expected a finite input, got inf`; else `math domain error`. */
  readonly mathExpectsInWords: boolean;
  /** complex(x, y) names the argument, and the type without quotes. */
  readonly complexNamesArguments: boolean;
  /** `[].index(x)`: null says the value's repr. */
  readonly notInList: string | null;
}

export interface Profile {
  readonly words: Words;
  readonly errorWords: ErrorWords;
  readonly id: ProfileId;
  /** The micro release whose answers the profile was checked against. */
  readonly release: string;
  readonly pymalloc: PymallocGeometry;
  readonly layout: ObjectLayout;
  readonly freeLists: FreeListLimits;
  /** How many slots the frames have that are kept when a program begins, the next to be used last. */
  readonly startFrames: readonly number[];
  readonly instances: InstanceLayout;
  /** The count that an immortal object shows and keeps, or null where nothing is immortal. */
  readonly immortalRefcnt: number | null;
  /** What types, None and the like, which are static in every release, start with. */
  readonly staticRefcnt: number;
  /** What small ints, one-character strings, `()` and what else is made once start with. */
  readonly globalRefcnt: number;
  readonly smallInts: { readonly min: number; readonly max: number };
  /** getsizeof adds the two words before the GC header of instances with managed dicts. */
  readonly preheaderInSizeof: boolean;
  readonly collector: {
    /**
     * 'generational': three generations, each collected with all younger ones; 'incremental': young
     * objects and two spaces of old ones, which are looked through a piece at a time.
     */
    readonly kind: 'generational' | 'incremental';
    /** Count 0 counts objects that are tracked, in free lists or not; else those that are made. */
    readonly countsTracked: boolean;
    /** Garbage of which a finalizer brought some back is kept as a whole, and not counted. */
    readonly resurrectionKeepsAll: boolean;
    /** Weak references without callback to garbage are cleared after the finalizers, not before. */
    readonly weakrefsClearedLate: boolean;
    readonly thresholds: readonly [number, number, number];
    /** 'allocation': inside the allocation that exceeds; 'eval-breaker': at the next check. */
    readonly trigger: 'allocation' | 'eval-breaker';
    /** gc.get_stats() and gc.callbacks tell how many objects were looked at, and how long it took. */
    readonly tellsCandidates: boolean;
  };
  /** Where no MemoryError is left of those that are kept, a last one is raised; else one is made. */
  readonly lastResortMemoryError: boolean;
  /** The parser's arena holds one reference to each literal until the top-level code ends. */
  readonly arenaHoldsConstants: boolean;
  /** Every dict is tracked from birth, and for good. */
  readonly dictsAlwaysTracked: boolean;
  /** A tuple made of objects that can be in no cycle is not tracked to begin with. */
  readonly atomicTuplesUntracked: boolean;
  /** The same for a frozenset that is made of an iterable. */
  readonly atomicFrozensetsUntracked: boolean;
  /**
   * How much room a list takes when it grows: in fours, or as before 3.9; and whether a first block
   * is of an even number of items.
   */
  readonly listGrowth: 'fours' | 'old';
  readonly listStartsEven: boolean;
  /** list.extend takes room as for growth even when the list has no block yet. */
  readonly extendOverAllocates: boolean;
  /** bytearray() takes room for a list or tuple at once, not byte by byte. */
  readonly byteArrayTakesRoom: boolean;
  /** list.extend copies dicts, their views and sets without an iterator. */
  readonly extendKnowsTables: boolean;
  /** `list(x)` takes room for what x says is its length. */
  readonly listCallAsksLength: boolean;
  /** Text is split into lists with room for 12 pieces, however short it is. */
  readonly splitTakesRoom: boolean;
  /** `dict()` has a table from the start. */
  readonly dictCallAllocates: boolean;
  /** A subscript with constant bounds loads a constant slice object. */
  /** list.pop gives back the block of a list that becomes empty. */
  readonly popClears: boolean;
  /** `del l[i]`: as `l[i:i+1] = []`; the room stays; or it is that of any smaller list. */
  readonly itemDeletion: 'slice' | 'stays' | 'shrinks';
  /** Lists with room for so many items keep it when they shrink, unless they become empty. */
  readonly listKeepsRoom: number;
  /** What list.extend assumes of an iterable that does not tell its length. */
  readonly extendGuess: number;
  /** getsizeof counts a GC header for static types, which have none. */
  readonly staticTypesCountHeader: boolean;
  /** Every interned string is immortal. */
  readonly internedImmortal: boolean;
  /** `__main__`'s name is the interned string. */
  readonly mainNameInterned: boolean;
  /** The one-character strings from U+0080 on carry their UTF-8 form, which getsizeof counts. */
  readonly latin1HasUtf8: boolean;
  /** One-character names of the binary that are not the one-character strings of the same text. */
  readonly doubledLetters: string;
  /** slice objects can be hashed. */
  readonly slicesHashable: boolean;
  /** `a and b`, `a or b` test the left value where it stands instead of a copy. */
  readonly shortCircuitInPlace: boolean;
  /** `__getattr__` is called as a bound method. */
  readonly getattrBound: boolean;
  /** Closing a generator that never began drops what it holds. */
  readonly closeClearsUnstarted: boolean;
  /** close() of a generator gives what the generator returns. */
  readonly closeGivesValue: boolean;
  /** bytes.fromhex takes bytes too, and says when a digit is missing. */
  readonly hexOfBytes: boolean;
  /** `frame.f_generator` */
  readonly tellsGenerator: boolean;
  /**
   * `frame.f_locals` of a function is a view that writes through (PEP 667); null where it is a dict
   * that stays with the frame.
   */
  readonly localsProxy: {
    /** Names that are no variables can be taken out of it. */
    readonly removes: boolean;
    /** What a variable held stays as long as the frame when it is overwritten. */
    readonly keepsOverwritten: boolean;
  } | null;
  /**
   * What a caller keeps on its stack while a Python function runs: all of callable and arguments,
   * those of `f(*args)` only, or nothing, since the callee takes them over.
   */
  readonly callerHolds: 'all' | 'starred' | 'nothing';
  /**
   * When `s += t` grows a string in place: at once and for every kind of variable, or for locals,
   * once a site ran so many times: 1, or after the code has become warm.
   */
  readonly concatenation: { readonly everyVariable: boolean; readonly warmup: number };
  /** `f(**kwargs)`: the caller keeps the row into which arguments and values were unpacked, too. */
  readonly callerHoldsUnpacked: boolean;
  /** `f(*x)` says which function when x cannot be iterated. */
  readonly starErrorNamesFunction: boolean;
  /** `Bad.__iter__() must return an iterator` instead of `iter() returned non-iterator`. */
  readonly iterErrorNamesMethod: boolean;
  /** What int, tuple and the like say of `__slots__` in a subclass: 'nonempty' or 'arbitrary'. */
  readonly slotsWord: 'nonempty' | 'arbitrary';
  /** Subclasses of tuple may have slots: they lie behind the items. */
  readonly tuplesHaveSlots: boolean;
  /** An empty slot's AttributeError says whose it is; else only its name. */
  readonly slotErrorsNameType: boolean;
  readonly annotations: {
    /** They are evaluated on demand, by `__annotate__` (PEP 649). */
    readonly deferred: boolean;
    /** A function's `__annotate__` gets its qualified name when it is put there, a string of its own. */
    readonly namedWhenSet: boolean;
    /** What is said of an `__annotate__` that gave no dict but this type. */
    readonly notDict: (type: string) => string;
    /** Modules have a descriptor for theirs; else they are an attribute like any other. */
    readonly ofModules: boolean;
  };
  readonly typeParameters: {
    /** TypeVar and its kin are types of the machine, and `def f[T]` makes them. */
    readonly native: boolean;
    /** They have defaults. */
    readonly defaults: boolean;
    /** `int | str` and `Union[int, str]` are the same. */
    readonly oneUnion: boolean;
  };
  /** `SimpleNamespace(mapping)`. */
  readonly namespaceTakesMapping: boolean;
  readonly texts: {
    /** `local variable 'x' referenced before assignment`; else `cannot access local variable …`. */
    readonly unboundIsReferencedBefore: boolean;
    /** `string indices must be integers, not 'str'`; else without the type. */
    readonly strIndexTellsType: boolean;
    /** `property 'x' of 'A' object has no setter`; else `can't set attribute`, with the name if it is kept. */
    readonly propertyTellsClass: boolean;
    /** How a traceback's last line names an exception of the program: `E`, `__main__.A.E`, `__main__.E`. */
    readonly exceptionNames: 'without main' | 'with main' | 'short with main';
    /** `dict([1])` tells the element in a note, not in the message. */
    readonly dictElementInNote: boolean;
    /** Some messages name a type with its module and qualified name (`%T`). */
    readonly typesInFull: boolean;
    /** `f() got an unexpected keyword argument 'x'`; else `'x' is an invalid keyword argument for f()`. */
    readonly unknownKeywordIsUnexpected: boolean;
    /** `no attribute 'x' and no __dict__ for setting new attributes`. */
    readonly missingDictIsTold: boolean;
    /** str.replace takes its count by name. */
    readonly replaceTakesNames: boolean;
    /** Arguments that are to be an int and are not: `an integer is required (got type str)`. */
    readonly integerIsRequired: boolean;
    /** Wrong arguments name a Python function with the classes around it. */
    readonly functionsAreQualified: boolean;
    /** Wrong arguments name a native function with its module or type: `list.append()`. */
    readonly nativesAreQualified: boolean;
    /** Wrong arguments of a weak reference that is called: 'call' says `__call__()`, 'type' its type. */
    readonly weakrefCalls: 'call' | 'type';
    /** What `f(*1)` calls a function: `f()`, without its module and class. */
    readonly calledInShort: boolean;
    /** What source text with null bytes in it raises. */
    readonly nullBytesAre: 'SyntaxError' | 'ValueError';
    /** gc.set_threshold words a wrong number of arguments itself. */
    readonly thresholdsAreGrouped: boolean;
    /** int(x) warns when it asks `x.__trunc__()`. */
    readonly truncIsDeprecated: boolean;
    /** generator.throw(type, value) warns. */
    readonly throwWithTypeIsDeprecated: boolean;
    /** What `~True` warns of; '' where it does not. */
    readonly boolInversion: string;
    /** What a class whose bases cannot be put in order is told. */
    readonly noOrderOfBases: string;
    /** repr of a live proxy quotes the name of the type, as that of a weak reference does. */
    readonly proxyQuotesType: boolean;
  };
  readonly tracebacks: {
    /** What the line below a source line points at: nothing, operators and brackets, calls too. */
    readonly carets: 'none' | 'operators' | 'calls';
    /** What add_note() added is shown. */
    readonly notes: boolean;
    /** How the line of a SyntaxError is shown: 'old' and 'clipped' with one caret, or the place whole. */
    readonly errorLine: 'old' | 'clipped' | 'range';
    /** An IndentationError has one caret, however wide the place. */
    readonly indentationHasOneCaret: boolean;
    /** An exception that is ignored is shown without carets, with them, or with its context as well. */
    readonly ignored: 'plain' | 'carets' | 'whole';
    /** What a function of atexit raised: 'whole', or ignored as other exceptions are. */
    readonly ignoredAtExit: 'whole' | 'named' | 'told';
    /** `Exception ignored while calling deallocator f:` instead of `Exception ignored in: f`. */
    readonly ignoredSaysWhen: boolean;
    /** sys.excepthook shows None, which is no exception, as `NoneType: None`. */
    readonly noneIsShown: boolean;
  };
  readonly prompt: {
    /** What the code of an input calls its file; `#` stands for the number of the input. */
    readonly file: string;
    /** Tracebacks show the lines of inputs, and warnings do. */
    readonly lines: 'never' | 'tracebacks' | 'always';
  };
  /** What a traceback's last line suggests. */
  readonly suggestions: {
    /** Names and attributes that are spelled nearly so. */
    readonly names: boolean;
    /** Modules that were not imported, `self.x` for x, and what else a module has to import. */
    readonly modulesAndSelf: boolean;
    /** An attribute that could not be set, too. */
    readonly assigned: boolean;
    /** One that could not be deleted from values that lie in the object, too. */
    readonly deletedInline: boolean;
    /** A misspelled keyword is looked for only where the lines before it are wrong with it. */
    readonly typosNeedError: boolean;
    /** What follows `Did you mean` for an attribute that is called otherwise. */
    readonly attributeWords: (name: string, wrong: string) => string;
    /** Keyword arguments of Python functions. */
    readonly keywords: boolean;
  };
  /** An exception that nobody catches stays in sys.last_exc as well. */
  readonly lastExceptionKept: boolean;
  /** int.from_bytes gives the small ints. */
  readonly fromBytesGivesSmall: boolean;
  /** Results that are ints of their own, however small: of floats, of differences and remainders of large ints. */
  readonly freshInts: {
    readonly ofFloats: boolean;
    readonly differences: boolean;
    readonly remainders: boolean;
  };
  /** `frozenset()` is always the same. */
  readonly oneEmptyFrozenset: boolean;
  /** What a generator handles is the context of what is thrown into it. */
  readonly chainsThrown: boolean;
  /** Types that are called through a tuple of their arguments: they have no tp_vectorcall. */
  readonly withoutVectorcall: readonly string[];
  /** The collector's count, and the key of a new entry: a dict holds it before it asks its hash. */
  readonly dictHoldsKeyToHash: boolean;
  /** `except` holds the traceback beside the exception. */
  readonly handlersHoldTracebacks: boolean;
  /** A dict of locals: frame.clear() of a generator's frame drops what closing left in it. */
  readonly clearDropsGeneratorLocals: boolean;
  /** `frame.f_lineno = 3` where no trace function runs. */
  readonly lineIsFixed: string;
  /** Code without cells and free variables says so in its flags (CO_NOFREE). */
  readonly codeTellsNoFree: boolean;
  /** co_cellvars are in the order of the alphabet, not that of the locals. */
  readonly cellsAreSorted: boolean;
  /** exec() takes `closure`. */
  readonly execTakesClosure: boolean;
  /** A function made by hand has the qualified name of its code. */
  readonly codeHasQualname: boolean;
  /** int.to_bytes and int.from_bytes want a length and an order of the bytes. */
  readonly bytesOfIntsNeedOrder: boolean;
  /** `z` in a format. */
  readonly formatsKnowZ: boolean;
  /** `.3_f`: digits behind the point in groups. */
  readonly fractionsAreGrouped: boolean;
  /** The collector knows array.array. */
  readonly arraysAreCollected: boolean;
  /** AttributeError and NameError hold the name and the object. */
  readonly errorsKnowNames: boolean;
  /** Which names `list[int]` does not leave to `list`. */
  readonly aliases: { readonly ownClass: boolean; readonly ownBases: boolean };
  /** NotImplemented is true, with a warning. */
  readonly notImplementedHasTruth: boolean;
  /** Attributes that are members, although they are made when they are asked for: by the type's name. */
  readonly members: Readonly<Record<string, readonly string[]>>;
  /** The name of the type of iterators over ASCII text. */
  readonly asciiIterator: 'str_ascii_iterator' | 'str_iterator';
  /** The names of the types of weak references and the two proxies. */
  readonly weakrefNames: readonly [string, string, string];
  /** Constants are pushed without a reference of their own: the code object keeps them alive. */
  readonly borrowedConstants: boolean;
  /** How `with` finds the methods of its manager. */
  /** `list[int]`, of types that are built in. */
  readonly typesAreGeneric: boolean;
  /** What object has by itself tells that it is object's: `<slot wrapper '__repr__' of 'object' objects>`. */
  readonly objectIsNamed: boolean;
  /** frozendict, sentinel and lazy_import are types of the machine. */
  readonly newerTypes: boolean;
  /** A real operand of complex arithmetic is not made complex: `2 - 0j` is `2-0j`. */
  readonly realOperandsStayReal: boolean;
  /** Names that came after the release: in modules, and methods and slots by the type's name. */
  readonly absent: Readonly<Record<string, readonly string[]>>;
  /** The dict of a class's subclasses goes with the last of them. */
  readonly dropsEmptySubclasses: boolean;
  /** The namespace of a program has `__cached__`, which is None. */
  readonly programIsCached: boolean;
  /** What the module site says. */
  readonly site: {
    readonly copyrightYears: string;
    /** `credits` thanks the Python Software Foundation too. */
    readonly thanksFoundation: boolean;
    /** `copyright()` and its kin go through a pager, which ends no line. */
    readonly pages: boolean;
  };
  readonly partials: {
    /** What a functools.partial is that stands in a class: itself, itself with a warning, a method. */
    readonly inClasses: 'plain' | 'warns' | 'bound';
    /** functools.Placeholder; functools.reduce takes keywords. */
    readonly placeholders: boolean;
  };
  readonly memoryviews: {
    /** They have an iterator of their own. */
    readonly iterator: boolean;
    /** `cast` tells of wrong arguments as other methods do. */
    readonly clinic: boolean;
    /** `_from_flags` */
    readonly flagged: boolean;
    /** The format `e`. */
    readonly halfFloats: boolean;
    /** A view without dimensions has a length. */
    readonly scalarsHaveLength: boolean;
    /** `count`, `index` and `memoryview[int]` */
    readonly searchable: boolean;
    /** What a format must be for `cast`, in its words. */
    readonly nativeFormat: string;
  };
  readonly withStatement: {
    /** `async with` looks for `__aexit__` first. */
    readonly asyncExitFirst: boolean;
    /** `__exit__` is looked up first, and it and its manager stand apart on the stack. */
    readonly methodsApart: boolean;
    /** A missing method is told as an AttributeError, by the protocol, or with its name and a hint. */
    readonly missing: 'attribute' | 'protocol' | 'method';
  };
  readonly coroutines: {
    /** `frame.clear()` refuses the frame of a generator that has begun. */
    readonly suspendedFramesStay: boolean;
    /** `agen.asend()` and its like warn when nobody awaits them. */
    readonly warnsOfAsyncGenMethods: boolean;
    /** What is said of an object of this type that is awaited and cannot be. */
    readonly notAwaitable: (type: string) => string;
    /** What is said when `__await__` of `type` returned a `result`, which is no iterator. */
    readonly badAwait: (type: string, result: string) => string;
  };
  /** Too many values to unpack: it is said how many a list, tuple or dict has. */
  readonly unpackTellsSize: boolean;
  /** f_lasti of a generator that has not begun is -1. */
  readonly lastiBeforeStart: boolean;
  /** `\\z` in patterns of re. */
  readonly patternsHaveSmallZ: boolean;
  /** `(1).__round__(None)` is 1. */
  readonly intRoundsToNone: boolean;
  /** Class and static methods copy the attributes of their function, and show it. */
  readonly wrappersTellFunction: boolean;
  /** A class warns of keys in its namespace that are no strings. */
  readonly classWarnsOfKeys: boolean;
  /** Going backwards through a dict, too, tells that its keys changed while their number did not. */
  readonly reversalTellsKeys: boolean;
  /** pow(a, b, c) asks `b.__rpow__(a, c)`. */
  readonly reflectsModulus: boolean;
  /** Whether int(x) asks `x.__trunc__()`, and of what it makes an int then. */
  readonly truncMakesInt: 'of ints and indices' | 'of indices' | 'no';
  /** A key that cannot be hashed: it is said that it was to be a key, or an element of a set. */
  readonly unhashableTellsUse: boolean;
  /** What `in` says of what it cannot search: "is not ...". */
  readonly notContainer: string;
  /** An empty dict that is updated with a full table gets a copy of that table. */
  readonly mergeClones: boolean;
  /** sum() of floats makes up for what rounding loses. */
  readonly sumsCompensated: boolean;
  /** tuple() asks how much an iterable has. */
  readonly tupleAsksLength: boolean;
  /** Tables of dicts are no larger than asked for; else some are twice as large. */
  readonly tableSizesExact: boolean;
  /** Instructions that move their operands into the frame they call, from the second time on. */
  readonly specializes: {
    /** `C(x)`, for `__init__` */
    readonly init: boolean;
    /** `c[x]`, for `__getitem__` */
    readonly subscript: boolean;
  };
  /** In which order values are let go that are let go together. */
  readonly drops: {
    /** Locals, arguments, what is compared or stored: from the last to the first. */
    readonly lastFirst: boolean;
    /** The same for the operands of `a + b` and `a[b]`. */
    readonly operandsLastFirst: boolean;
  };
  readonly recursionLimit: number;
  /** Most frames that tracemalloc keeps of a block. */
  readonly tracedFrames: number;
  /** SipHash rounds for str and bytes: 1-3 or 2-4. */
  readonly sipHashRounds: readonly [number, number];
}

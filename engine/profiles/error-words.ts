/** Words of exceptions that older releases say otherwise. Asked of the releases with one program. */

export interface ErrorWords {
  /** `int.x = 1`, or `int.__name__ = 1`; the name as `repr` shows it. */
  readonly immutableType: (shownName: string, type: string) => string;
  /** The same of an attribute that all types have, such as `__name__`. */
  readonly immutableOfType: (name: string, type: string, deleted: boolean) => string;
  /** `del C.__name__` */
  readonly undeletable: (name: string, type: string) => string;
  /** `C().__class__ = int` */
  readonly fixedClass: string;
  /** `del frame.f_lineno` */
  readonly undeletableLine: string;
  /** `int([])`, `float([])`, `'%d' % 'a'`: what they want. */
  readonly number: 'a number' | 'a real number';
  /** What follows the limit on the digits of an int: `Exceeds the limit (4300 digits)`. */
  readonly digits: string;
  /** `f'{1:zz}'` shows what is wrong and with what. */
  readonly formatSpecIsShown: boolean;
  /** `__slots__ = ['__weakref__']` in a class that has it. */
  readonly weakSlotTwice: string;
  /** `enumerate()` says which place the missing argument has. */
  readonly enumerateTellsPlace: boolean;
  /** `min()` and `range()`: what stands before their least number of arguments. */
  readonly leastOne: '' | 'at least ';
  /** `super(1)` */
  readonly superType: 'type' | 'a type';
  /** `eval()` and `exec()` take their arguments by place: what they say when there is none. */
  readonly noSource: { readonly eval: string | null; readonly exec: string | null };
  /** `del x.y` says no more than the name, and notes neither it nor `x`. */
  readonly undeletedInShort: boolean;
  /** `getattr(x, 1)` */
  readonly attributeName: (builtin: string, type: string) => string;
  /** `iter(5, 6)` */
  readonly sentinelFunction: string;
  /** An abstract class with one method that is missing: `abstract method` or `abstract methods`. */
  readonly oneAbstractMethod: 'method' | 'methods';
  /** `s.__reduce_ex__(1)` of an object with slots. */
  readonly slotsWithoutState: (type: string, protocol: number) => string;
  /** `isinstance(1, 2)` names unions. */
  readonly unionsAreClasses: boolean;
  /** Arguments of `str()` and `bytes()` are told by number. */
  readonly encodingByNumber: boolean;
  /** `exception.add_note(1)` says it in the words of a wrong argument. */
  readonly notesAreArguments: boolean;
  /** The operator that `1 ** 'a'` names in `x **= 'a'`. */
  readonly inplacePower: '**=' | '** or pow()';
  /** `'a'.find()` and others that took a tuple: `find() takes at least 1 argument (0 given)`. */
  readonly tuplesAreCounted: boolean;
  /** `b'%c' % 'a'` tells what it got. */
  readonly byteTellsType: boolean;
  /** A 0 before a width aligns texts by `=`, which they refuse; other words of theirs. */
  readonly zeroAlignsTexts: boolean;
  /** `int[str]` names the type, and `list[int][int]` says that there is no generic class. */
  readonly subscriptsTellType: boolean;
  /** `[*1]` says where the value stood. */
  readonly starTellsPlace: boolean;
  /** `format('a', ' ')` */
  readonly spaceInFormat: 'Space' | 'Sign';
  /** `N.__repr__() must return a str, not int`: what a special method gave is told so, of all of them. */
  readonly resultsAreTold: boolean;
  /** What a bound of a slice that is no index may be, too. */
  readonly sliceNone: ' or None' | '';
  /** What frame.clear() calls a frame that waits. */
  readonly suspended: 'a suspended' | 'an suspended';
  /** `1j // 1` says that complex has none. */
  readonly complexRefuses: boolean;
}

/** v3.12.1 */
const words312: ErrorWords = {
  resultsAreTold: false,
  sliceNone: ' or None',
  suspended: 'a suspended',
  immutableType: (name, type) => `cannot set ${name} attribute of immutable type '${type}'`,
  immutableOfType: (name, type) => `cannot set '${name}' attribute of immutable type '${type}'`,
  undeletable: (name, type) => `cannot delete '${name}' attribute of immutable type '${type}'`,
  fixedClass: '__class__ assignment only supported for mutable types or ModuleType subclasses',
  undeletableLine: 'cannot delete attribute',
  number: 'a real number',
  digits: ' digits',
  undeletedInShort: false,
  formatSpecIsShown: true,
  weakSlotTwice: '__weakref__ slot disallowed: we already got one',
  enumerateTellsPlace: false,
  leastOne: 'at least ',
  superType: 'a type',
  noSource: {
    eval: 'eval expected at least 1 argument, got 0',
    exec: 'exec() takes at least 1 positional argument (0 given)',
  },
  attributeName: (_builtin, type) => `attribute name must be string, not '${type}'`,
  sentinelFunction: 'iter(v, w): v must be callable',
  oneAbstractMethod: 'method',
  slotsWithoutState: () =>
    'a class that defines __slots__ without defining __getstate__ cannot be pickled',
  unionsAreClasses: true,
  encodingByNumber: false,
  notesAreArguments: false,
  inplacePower: '**=',
  tuplesAreCounted: true,
  byteTellsType: false,
  zeroAlignsTexts: false,
  subscriptsTellType: true,
  starTellsPlace: true,
  spaceInFormat: 'Space',
  complexRefuses: false,
};

const words311: ErrorWords = {
  ...words312,
  weakSlotTwice: '__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0',
};

const words310: ErrorWords = {
  ...words311,
  subscriptsTellType: false,
  digits: '',
  undeletedInShort: true,
  slotsWithoutState: (type, protocol) =>
    `cannot pickle '${type}' object: a class that defines __slots__ without defining ` +
    `__getstate__ cannot be pickled with protocol ${protocol}`,
  formatSpecIsShown: false,
  enumerateTellsPlace: true,
  superType: 'type',
  noSource: {
    eval: 'eval expected at least 1 argument, got 0',
    exec: 'exec expected at least 1 argument, got 0',
  },
  attributeName: (builtin) => `${builtin}(): attribute name must be string`,
};

const words39: ErrorWords = {
  ...words310,
  immutableType: (_name, type) => `can't set attributes of built-in/extension type '${type}'`,
  immutableOfType: (name, type) => `can't set ${type}.${name}`,
  undeletable: (name, type) => `can't delete ${type}.${name}`,
  fixedClass: '__class__ assignment only supported for heap types or ModuleType subclasses',
  number: 'a number',
  unionsAreClasses: false,
  encodingByNumber: true,
  inplacePower: '** or pow()',
  zeroAlignsTexts: true,
  complexRefuses: true,
};

const words38: ErrorWords = {
  ...words39,
  leastOne: '',
  oneAbstractMethod: 'methods',
  starTellsPlace: false,
  spaceInFormat: 'Sign',
};

/** By the release from which on they are said. */
export const errorWords = {
  '3.8': words38,
  '3.9': words39,
  '3.10': words310,
  '3.11': words311,
  '3.12': {
    ...words312,
    sentinelFunction: 'iter(object, sentinel): object must be callable',
  },
  '3.13': { ...words312, noSource: { eval: null, exec: null }, tuplesAreCounted: false },
} as const satisfies Record<string, ErrorWords>;

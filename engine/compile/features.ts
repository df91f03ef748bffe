/**
 * What a release's compiler does that a learner can see. Capabilities, never versions: the compiler
 * asks for a field, and only the table at the end of this file knows releases.
 *
 * The instruction set is one for all releases (opcodes.ts), so what differs between them only in
 * how an instruction is spelled is not here. What can be seen and is not done either:
 *
 * - to 3.10: the qualified name of a function is a constant of the code around it
 * - to 3.9: a call that spans lines stands on its first one
 * - from 3.14: ints from 0 to 255 are no constants; constants folded on instructions come after the
 *   others
 */

import type { BorrowRules } from './flowgraph-borrow.ts';

/** What becomes of a finally block, and more: the rules are in block-stack-rules.ts. */
export type BlockStacksName = 'called' | 'copied' | 'folded';

export interface CompileFeatures {
  /** How co_stacksize is counted where our own count is not the release's; else null. */
  readonly blockStacks: BlockStacksName | null;
  /** How locals are pushed without a reference (optimize_load_fast); null when they never are. */
  readonly borrowedLocals: BorrowRules | null;
  /** `with` keeps `__exit__` and its manager apart on the stack, not as a bound method. */
  readonly withLoadsSpecial: boolean;
  /** List, set and dict comprehensions run in the frame around them (PEP 709). */
  readonly inlinedComprehensions: boolean;
  /** `[1, 2, 3]` is an empty list extended by a constant tuple, `{1, 2, 3}` likewise. */
  readonly listFromConstTuple: boolean;
  /** `1 + 2` becomes 3 in the flow graph, on instructions; otherwise in the tree. */
  readonly foldInFlowgraph: boolean;
  /** Ints from 0 to 255 stand in instructions and in no table of constants. */
  readonly smallIntLoads: boolean;
  /** The keys of a dict display are one tuple when they are constants (BUILD_CONST_KEY_MAP). */
  readonly constKeyMaps: boolean;
  /** Constants nothing loads stay, unless they come last: those of `if 0:`, for one. */
  readonly trimConstsOnly: boolean;
  /** `while True` and `if 1` have no instruction: their lines are not stepped on. */
  readonly constantConditionsWithoutCode: boolean;
  /** `for` and `with` do their work on the line of the whole statement, not of its expression. */
  readonly headersOnStatementLine: boolean;
  /** None, True, False, '' and -1 are no constants of a code object: `x = 5` has the constants (5,). */
  readonly commonConstants: boolean;
  /** A function without docstring starts its constants with None, whether it needs it or not. */
  readonly noneForMissingDocstring: boolean;
  /** Docstrings lose their common indentation when they are compiled. */
  readonly cleanDocstrings: boolean;
  /** Class bodies set `__firstlineno__` and `__static_attributes__`. */
  readonly classLineAndAttributes: boolean;
  /** Annotations are not evaluated where they stand but on demand (PEP 649). */
  readonly deferredAnnotations: boolean;
  /** Functions that stand in a class are marked by a flag. */
  readonly marksMethods: boolean;
  /** The annotations of positional-only parameters come before those of the others. */
  readonly annotationsInOrder: boolean;
  /** The code of a function's annotations has the qualified name of the function in its own. */
  readonly annotateNamedByFunction: boolean;
  /** `break`, `continue` and `return` that leave a finally block draw a SyntaxWarning (PEP 765). */
  readonly warnLeavingFinally: boolean;
  /** `'%s' % (x,)` is compiled as the f-string it amounts to. */
  readonly percentFormatToFString: boolean;
  /** `while` tests its condition again at the bottom of the loop instead of jumping to the top. */
  readonly whileTestAtBottom: boolean;
  /** A comprehension may be asynchronous in any comprehension of an `async def`. */
  readonly nestedAsyncComprehensions: boolean;
  /** Slices whose bounds are constants are constants, and subscripts with them are computed. */
  readonly constantSlices: boolean;
  /** `super().method()` loads its attribute without making a super object. */
  readonly superAttributeLoads: boolean;
  /** How many blocks may stand in each other. */
  readonly maxBlocks: number;
  /** What the parameter of a function is called that is there twice. */
  readonly parameterWord: 'argument' | 'parameter';
  /** A failed assertion is raised where the test stands, not the whole statement. */
  readonly assertionAtTest: boolean;
  /** An unknown future feature is pointed at; before, the statement's beginning is. */
  readonly futureErrorsAtName: boolean;
  /** Errors of a scope, like a parameter that is there twice, point at the beginning of its block. */
  readonly errorsAtBlock: boolean;
  /** A forbidden parameter or keyword: the whole definition or call is pointed at. */
  readonly forbiddenAtWhole: boolean;
  /** What `yield` in an annotation is told: with the words in quotes, or not. */
  readonly annotationWords: 'quoted' | 'plain';
  /** A decorator is called on the line of the definition. */
  readonly decoratorsCalledAtDefinition: boolean;
  /** `assert (1, 2)` warns although the tuple is a constant. */
  readonly constantTuplesAreAsserted: boolean;
  /** `except:` that is not the last: the statement before it is pointed at. */
  readonly bareExceptAtBody: boolean;
  /** A comprehension that may not be asynchronous: the error knows no line. */
  readonly asyncErrorWithoutLine: boolean;
  /** "keyword argument repeated" tells which one. */
  readonly repeatedKeywordIsTold: boolean;
  /** What is said of `*a, *b = c`. */
  readonly twoStars: string;
  /** "too many statically nested blocks" knows no place. */
  readonly nestingWithoutPlace: boolean;
  /** IMPORT_NAME says whether the import may be put off. */
  readonly importKinds: boolean;
  /** `x is 1` warns of an 'int' literal, not of a literal. */
  readonly isWarningNamesType: boolean;
}

const release313: CompileFeatures = {
  blockStacks: null,
  borrowedLocals: null,
  withLoadsSpecial: false,
  inlinedComprehensions: true,
  listFromConstTuple: true,
  foldInFlowgraph: false,
  smallIntLoads: false,
  constKeyMaps: true,
  trimConstsOnly: false,
  constantConditionsWithoutCode: false,
  headersOnStatementLine: false,
  commonConstants: false,
  noneForMissingDocstring: true,
  cleanDocstrings: true,
  classLineAndAttributes: true,
  deferredAnnotations: false,
  annotationsInOrder: false,
  marksMethods: false,
  annotateNamedByFunction: false,
  warnLeavingFinally: false,
  percentFormatToFString: true,
  whileTestAtBottom: true,
  constantSlices: false,
  superAttributeLoads: true,
  isWarningNamesType: true,
  futureErrorsAtName: false,
  assertionAtTest: true,
  parameterWord: 'argument',
  maxBlocks: 21,
  nestedAsyncComprehensions: true,
  errorsAtBlock: false,
  forbiddenAtWhole: false,
  annotationWords: 'plain',
  decoratorsCalledAtDefinition: false,
  constantTuplesAreAsserted: true,
  bareExceptAtBody: false,
  asyncErrorWithoutLine: false,
  repeatedKeywordIsTold: true,
  twoStars: 'multiple starred expressions in assignment',
  importKinds: false,
  nestingWithoutPlace: false,
};

const release312: CompileFeatures = {
  ...release313,
  headersOnStatementLine: true,
  assertionAtTest: false,
  maxBlocks: 20,
  cleanDocstrings: false,
  classLineAndAttributes: false,
};

const release311: CompileFeatures = {
  ...release312,
  assertionAtTest: true,
  trimConstsOnly: true,
  inlinedComprehensions: false,
  superAttributeLoads: false,
  isWarningNamesType: false,
  forbiddenAtWhole: true,
  annotationWords: 'quoted',
};

const release310: CompileFeatures = {
  ...release311,
  blockStacks: 'folded',
  percentFormatToFString: false,
  decoratorsCalledAtDefinition: true,
  nestedAsyncComprehensions: false,
};

const release39: CompileFeatures = {
  ...release310,
  blockStacks: 'copied',
  errorsAtBlock: true,
  constantTuplesAreAsserted: false,
  bareExceptAtBody: true,
  asyncErrorWithoutLine: true,
  constantConditionsWithoutCode: true,
  whileTestAtBottom: false,
};

const release38: CompileFeatures = {
  ...release39,
  blockStacks: 'called',
  listFromConstTuple: false,
  forbiddenAtWhole: false,
  repeatedKeywordIsTold: false,
  twoStars: 'two starred expressions in assignment',
  nestingWithoutPlace: true,
};

const release314: CompileFeatures = {
  ...release313,
  borrowedLocals: { iterableStays: false, behindEmptyBlocks: false },
  withLoadsSpecial: true,
  foldInFlowgraph: true,
  smallIntLoads: true,
  constKeyMaps: false,
  noneForMissingDocstring: false,
  deferredAnnotations: true,
  marksMethods: true,
  warnLeavingFinally: true,
  futureErrorsAtName: true,
  whileTestAtBottom: false,
  constantSlices: true,
};

const release315: CompileFeatures = {
  ...release314,
  annotationsInOrder: true,
  annotateNamedByFunction: true,
  borrowedLocals: { iterableStays: true, behindEmptyBlocks: true },
  commonConstants: true,
  parameterWord: 'parameter',
  importKinds: true,
};

/** The releases we know, by the name their profile has. */
export const compileFeatures = {
  '3.8': release38,
  '3.9': release39,
  '3.10': release310,
  '3.11': release311,
  '3.12': release312,
  '3.13': release313,
  '3.14.2': release314,
  '3.14': release314,
  '3.15': release315,
} as const satisfies Record<string, CompileFeatures>;

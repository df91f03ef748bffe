/** Parts of the loop's helpers that few programs need, each fetched when one does. */
import { late, Part } from '../base/part.ts';

export const matching = new Part<typeof import('./matching.ts')>('match');
export const matchClass = late(matching, 'matchClass');
export const matchKeys = late(matching, 'matchKeys');

/** What `await`, `async for` and `async with` ask of an object. */
export const awaitingPart = new Part<typeof import('./awaiting.ts')>('async');
export const awaitableIter = late(awaitingPart, 'awaitableIter');
export const endAsyncFor = late(awaitingPart, 'endAsyncFor');
export const getAiter = late(awaitingPart, 'getAiter');
export const getAnext = late(awaitingPart, 'getAnext');
export const getAwaitable = late(awaitingPart, 'getAwaitable');

/** `f_locals` of a function, where it writes through. */
export const frameLocalsPart = new Part<typeof import('./frame-locals-part.ts')>('frame-locals');

/** Imports that are put off, where the release has them. */
export const lazyImports = new Part<typeof import('./lazy-imports.ts')>('older-releases');
export const importByKind = late(lazyImports, 'importByKind');
export const lazyImportBuiltin = late(lazyImports, 'lazyImportBuiltin');
export const lazyImportFrom = late(lazyImports, 'lazyImportFrom');
export const moduleLoaded = late(lazyImports, 'moduleLoaded');
export const pendingSubmodule = late(lazyImports, 'pendingSubmodule');
export const reify = late(lazyImports, 'reify');
export const resolveLazyImport = late(lazyImports, 'resolveLazyImport');
/** `locals()` where it is a snapshot. */
export const snapshots = new Part<typeof import('./snapshot-locals.ts')>('older-releases');

/** Frames as objects of the heap. */
export const heapFrames = new Part<typeof import('./heap-frames.ts')>('older-releases');

/** Exceptions and warnings as text, with what was perhaps meant. */
export const tracebacks = new Part<typeof import('./tracebacks-part.ts')>('tracebacks');
export const formatException = late(tracebacks, 'formatException');
export const formatIgnored = late(tracebacks, 'formatIgnored');
export const suggestKeyword = late(tracebacks, 'suggestKeyword');
export const suggestWord = late(tracebacks, 'suggestWord');
export const printUncaught = late(tracebacks, 'printUncaught');
export const fatalErrorText = late(tracebacks, 'fatalErrorText');
export const giveSourceWarning = late(tracebacks, 'giveSourceWarning');
export const giveWarning = late(tracebacks, 'giveWarning');
export const warnUnawaitedCoroutine = late(tracebacks, 'warnUnawaitedCoroutine');
export const warnUnawaitedMethod = late(tracebacks, 'warnUnawaitedMethod');

/** What aiter() and anext() do. */
export const anextCode = new Part<typeof import('./anext-awaitable-code.ts')>('async');
export const builtinAiter = late(anextCode, 'builtinAiter');
export const builtinAnext = late(anextCode, 'builtinAnext');

/** What asynchronous generators do: few programs have one. */
export const asyncGeneratorCode = new Part<typeof import('./async-generator-code.ts')>('async');
export const wrapAsyncValue = late(asyncGeneratorCode, 'wrapAsyncValue');

/** `with`, and exceptions beyond being raised and caught. */
export const withPart = new Part<typeof import('./raising-code.ts')>('with');

/** Modules that lie in other modules, and `import *`. */
export const importsPart = new Part<typeof import('./imports-code.ts')>('imports');
export const beforeWith = late(withPart, 'beforeWith');
export const checkEgMatch = late(withPart, 'checkEgMatch');
export const cleanupThrow = late(withPart, 'cleanupThrow');
export const loadSpecial = late(withPart, 'loadSpecial');
export const pushCommonConstant = late(withPart, 'pushCommonConstant');
export const reraiseHandled = late(withPart, 'reraiseHandled');
export const setCause = late(withPart, 'setCause');
export const withExceptStart = late(withPart, 'withExceptStart');
export const wrongExceptType = late(withPart, 'wrongExceptType');
export const importRelative = late(importsPart, 'importRelative');
export const importStar = late(importsPart, 'importStar');
export const isMissing = late(importsPart, 'isMissing');
export const loadBelow = late(importsPart, 'loadBelow');
export const notFound = late(importsPart, 'notFound');
export const packageOf = late(importsPart, 'packageOf');
export const raiseImport = late(importsPart, 'raiseImport');

/** What is wrong with a call or a name, in words. */
export const errorsPart = new Part<typeof import('./errors-part.ts')>('error-texts');

export const sourceErrors = new Part<typeof import('./compile-source-code.ts')>('syntax-errors');
export const missingArguments = late(errorsPart, 'missingArguments');
export const unexpectedKeyword = late(errorsPart, 'unexpectedKeyword');
export const deleteDeref = late(errorsPart, 'deleteDeref');
export const loadFromDictOrDeref = late(errorsPart, 'loadFromDictOrDeref');
export const loadFromDictOrGlobals = late(errorsPart, 'loadFromDictOrGlobals');
export const nameError = late(errorsPart, 'nameError');
export const unboundDeref = late(errorsPart, 'unboundDeref');
export const unboundLocal = late(errorsPart, 'unboundLocal');
export const duplicateKeyword = late(errorsPart, 'duplicateKeyword');
export const tooFew = late(errorsPart, 'tooFew');
export const wrongCount = late(errorsPart, 'wrongCount');
export const raiseSyntaxError = late(sourceErrors, 'raiseSyntaxError');
export const refuse = late(sourceErrors, 'refuse');

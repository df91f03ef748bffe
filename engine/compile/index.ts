/** The compiler: a tree becomes code objects. */

export {
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_FAST_CELL,
  CO_FAST_FREE,
  CO_FAST_HIDDEN,
  CO_FAST_LOCAL,
  CO_FUTURE_ANNOTATIONS,
  CO_FUTURE_BARRY_AS_BDFL,
  CO_GENERATOR,
  CO_ITERABLE_COROUTINE,
  CO_NESTED,
  CO_NEWLOCALS,
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
  type CodeUnit,
  type ConstValue,
  type ExceptionRange,
} from './code-unit.ts';
export { type CompiledUnit, type CompileOptions, compile } from './compile.ts';
export type { CompileWarning } from './compiler.ts';
export { PyRecursionError } from './errors.ts';
export { compileFeatures, type CompileFeatures } from './features.ts';
export * as opcodes from './opcodes.ts';

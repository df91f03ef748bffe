/** What the part for reducing objects holds. */
export { codeReplace } from './code-replace.ts';
export { objectGetState, objectReduce, objectReduceEx, stateOf } from './object-reduce.ts';
export { instanceState, reduceBuiltin } from './reduce-builtin-code.ts';
export { mapNew, mapReduce } from './map-code.ts';

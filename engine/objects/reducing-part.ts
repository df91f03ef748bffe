/** What the part for reducing objects holds. */
export { codeReplace } from './code-replace.ts';
export { objectGetState, objectReduce, objectReduceEx } from './object-reduce.ts';

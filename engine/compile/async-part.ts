/** What the part for asynchronous code holds. */
export { visitAsyncGenerator } from './codegen-comprehension-code.ts';
export { visitAsyncFor } from './codegen-stmt-more.ts';

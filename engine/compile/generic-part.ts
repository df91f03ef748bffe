/** What the part for type parameters holds. */
export { visitGenericClass } from './codegen-class-code.ts';
export { visitGenericFunction } from './codegen-function-code.ts';

/** What the part for types that change holds: another class for an object, other bases for a class. */
export { setClass } from './class-assignment.ts';
export { setBases } from './type-bases.ts';

export { instanceState, reduceBuiltin } from './late-parts.ts';

/** Parts of the built-in functions that few programs need, each fetched when one does. */
import { late, Part } from '../base/part.ts';

/** `eval`, `exec` and `compile`. */
export const codeBuiltins = new Part<typeof import('./code-builtins.ts')>('code-builtins');
export const compileBuiltin = late(codeBuiltins, 'compileBuiltin');
export const evaluate = late(codeBuiltins, 'evaluate');
export const execute = late(codeBuiltins, 'execute');

/** Parts of the built-in functions that few programs need, each fetched when one does. */
import { late, Part } from '../base/part.ts';
import { fast, fastKeywords, lateMethods } from '../objects/type-spec.ts';

/** `eval`, `exec` and `compile`. */
export const codeBuiltins = new Part<typeof import('./code-builtins.ts')>('code-builtins');
export const compileBuiltin = late(codeBuiltins, 'compileBuiltin');
export const evaluate = late(codeBuiltins, 'evaluate');
export const execute = late(codeBuiltins, 'execute');

/** What reaches for the world outside. */
export const hostPart = new Part<typeof import('./host-builtins.ts')>('host-builtins');
export const hostBuiltins = lateMethods(() => hostPart.code.hostBuiltins, {
  breakpoint: fastKeywords,
  input: fast,
  open: fastKeywords,
});

/** What template strings make. */
export const templates = new Part<typeof import('./native/template.ts')>('templates');
export const templateIntrinsic = late(templates, 'templateIntrinsic');

/** Type parameters and aliases. */
export const typeParameters = new Part<typeof import('./native/typing.ts')>('type-parameters');
export const typeIntrinsic = late(typeParameters, 'typeIntrinsic');
export const typingCheck = late(typeParameters, 'typingCheck');

/** What sys does beyond telling of the run. */
export const sysPart = new Part<typeof import('./sys-code.ts')>('system');

/** Rows of a system's facts, made and shown. */
export const rowsPart = new Part<typeof import('./struct-sequence-code.ts')>('introspection');
export const newOf = late(rowsPart, 'newOf');
export const reprOf = late(rowsPart, 'reprOf');
export const displayhook = late(sysPart, 'displayhook');
export const excInfo = late(sysPart, 'excInfo');
export const exit = late(sysPart, 'exit');
export const isInternedBuiltin = late(sysPart, 'isInternedBuiltin');
export const setIntMaxStrDigits = late(sysPart, 'setIntMaxStrDigits');
export const setrecursionlimit = late(sysPart, 'setrecursionlimit');
export const settrace = late(sysPart, 'settrace');

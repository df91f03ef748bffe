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

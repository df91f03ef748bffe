/** The door of `engine/syntax/`. */
export type * from './ast.ts';
export { PySyntaxError, UnsupportedSyntax } from './errors.ts';
export type { StatementPlace, SyntaxErrorFields } from './errors.ts';
export type { SyntaxFeatures, SyntaxMessages } from './features.ts';
export { syntaxFeatures } from './features/releases.ts';
export type { SyntaxProfile } from './features/releases.ts';
export { parse, ParserStackOverflow } from './parse.ts';
export type { ParseOptions } from './parse.ts';

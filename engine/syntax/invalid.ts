/** All `invalid_` rules: what the second pass asks for the reason why a program is wrong. */
export * from './invalid-arguments.ts';
export * from './invalid-compound.ts';
export * from './invalid-displays.ts';
export * from './invalid-expressions.ts';
export * from './invalid-fstrings.ts';
export * from './invalid-imports.ts';
export * from './invalid-match.ts';
export * from './invalid-parameters.ts';
export * from './invalid-statements.ts';
export * from './invalid-try.ts';
export * from './invalid-type-params.ts';
export * from './invalid-with.ts';

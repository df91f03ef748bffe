/** `invalid_` rules for the replacement fields of f-strings. */
import { annotated_rhs } from './expressions.ts';
import { fstring_format_spec } from './fstrings.ts';
import { attemptAll, type Parser } from './parser.ts';

/** v3.13.0 Grammar/python.gram invalid_replacement_field */
export function invalid_fstring_replacement_field(p: Parser): void {
  attemptAll(
    p,
    missingExpression,
    endOfExpression,
    endOfDebug,
    conversionCharacter,
    endOfConversion,
    endOfSpec,
    endOfField,
  );
}

function missingExpression(p: Parser): void {
  p.mark++;
  const token = p.peek();
  if (token.type === '=' || token.type === '!' || token.type === ':' || token.type === '}') {
    p.raiseAt(token, `${p.stringLetter}-string: valid expression required before '${token.type}'`);
  }
  if (p.lookahead(annotated_rhs)) return;
  p.raiseOnNextToken(`${p.stringLetter}-string: expecting a valid expression after '{'`);
}

/** `'{' annotated_rhs`, and whether it is there */
function expressionInBraces(p: Parser): boolean {
  p.mark++;
  return annotated_rhs(p) !== null;
}

function atOneOf(p: Parser, ...types: ('=' | '!' | ':' | '}')[]): boolean {
  return types.some((type) => p.at(type));
}

function endOfExpression(p: Parser): void {
  if (!expressionInBraces(p) || atOneOf(p, '=', '!', ':', '}')) return;
  p.raiseOnNextToken(`${p.stringLetter}-string: expecting '=', or '!', or ':', or '}'`);
}

function endOfDebug(p: Parser): void {
  if (!expressionInBraces(p) || !p.accept('=') || atOneOf(p, '!', ':', '}')) return;
  p.raiseOnNextToken(`${p.stringLetter}-string: expecting '!', or ':', or '}'`);
}

/** v3.13.0 Grammar/python.gram invalid_conversion_character */
function conversionCharacter(p: Parser): void {
  if (!expressionInBraces(p)) return;
  p.accept('=');
  if (!p.accept('!')) return;
  if (atOneOf(p, ':', '}'))
    p.raiseOnNextToken(`${p.stringLetter}-string: missing conversion character`);
  if (!p.at('NAME')) p.raiseOnNextToken(`${p.stringLetter}-string: invalid conversion character`);
}

/** `'{' annotated_rhs '='? ['!' NAME]` */
function upToConversion(p: Parser): boolean {
  if (!expressionInBraces(p)) return false;
  p.accept('=');
  p.sequence('!', 'NAME');
  return true;
}

function endOfConversion(p: Parser): void {
  if (!upToConversion(p) || atOneOf(p, ':', '}')) return;
  p.raiseOnNextToken(`${p.stringLetter}-string: expecting ':' or '}'`);
}

function endOfSpec(p: Parser): void {
  if (!upToConversion(p) || !p.accept(':')) return;
  p.many(fstring_format_spec);
  if (!p.at('}')) p.raiseOnNextToken(`${p.stringLetter}-string: expecting '}', or format specs`);
}

function endOfField(p: Parser): void {
  if (!upToConversion(p) || p.at('}')) return;
  p.raiseOnNextToken(`${p.stringLetter}-string: expecting '}'`);
}

/**
 * `invalid_` rules for expressions. Like all of them they either throw or leave no trace.
 */
import type { Expr } from './ast.ts';
import { exprName } from './expr-names.ts';
import {
  bitwise_or,
  disjunction,
  expression,
  expression_without_invalid,
  factor,
  if_expression,
  inversion,
  star_expressions,
} from './expressions.ts';
import { params } from './parameters.ts';
import { attemptAll, type Parser } from './parser.ts';
import { genexp, list, tuple } from './primaries.ts';
import { simple_stmt } from './statements.ts';

/** v3.15.0 Grammar/python.gram invalid_if_expression */
export function invalid_if_expression(p: Parser): void {
  if (!p.features.messages.unpackedConditional) return;
  attemptAll(p, (q) => {
    if (disjunction(q) === null || !q.accept('if') || disjunction(q) === null) return;
    if (!q.accept('else')) return;
    if (q.at('*')) {
      q.raiseAt(q.peek(), 'cannot unpack only part of a conditional expression');
    } else if (q.at('**')) {
      const msg = 'cannot use dict unpacking on only part of a conditional expression';
      q.raiseAt(q.peek(), msg);
    }
  });
}

/** v3.13.0 Grammar/python.gram invalid_expression */
export function invalid_expression(p: Parser): void {
  const { messages } = p.features;
  if (messages.stringInString) attemptAll(p, stringInString);
  if (messages.missingComma) attemptAll(p, missingComma);
  if (messages.missingElse) attemptAll(p, missingElse);
  if (messages.statementInConditional) {
    attemptAll(p, statementAfterElse, statementBeforeIf);
  }
  if (p.features.pep701FStrings) attemptAll(p, lambdaInFString);
}

function stringInString(p: Parser): void {
  if (!p.accept('STRING')) return;
  const between: Expr[] = [];
  for (;;) {
    if (p.at('STRING')) break;
    const part = p.attempt(expression_without_invalid);
    if (part === null) break;
    between.push(part);
  }
  const first = between[0];
  const last = between[between.length - 1];
  if (first === undefined || last === undefined || !p.at('STRING')) return;
  p.raiseRange(first, last, 'invalid syntax. Is this intended to be part of the string?');
}

/** `f"x"` with a wrong prefix, and `match x`, are no missing comma. */
function namesSomethingElse(p: Parser): boolean {
  const token = p.peek();
  if (token.type !== 'NAME') return false;
  if (p.typeAfterNext() === 'STRING') return true;
  return isSoftKeyword(p, token.string);
}

/** v3.13.0 Parser/pegen.c _PyPegen_soft_keyword_token */
function isSoftKeyword(p: Parser, word: string): boolean {
  if (!p.features.matchStatement) return false;
  const soft = ['_', 'case', 'match'];
  if (p.features.typeParams) soft.push('type');
  if (p.features.lazyImports) soft.push('lazy');
  // It compares as many letters as the word has.
  if (p.features.messages.softKeywordPrefixes) return soft.some((known) => known.startsWith(word));
  return soft.includes(word);
}

function missingComma(p: Parser): void {
  if (namesSomethingElse(p)) return;
  const a = disjunction(p);
  if (a === null) return;
  const b = expression_without_invalid(p);
  if (b === null || isLegacy(p, a) || p.previous().level === 0) return;
  const msg = 'invalid syntax. Perhaps you forgot a comma?';
  if (p.features.messages.commaAtLastLine && a.end_lineno > a.lineno) {
    p.raiseRange({ ...a, lineno: a.end_lineno }, b, msg);
  }
  p.raiseRange(a, b, msg);
}

/** v3.13.0 Parser/pegen.h _PyPegen_check_legacy_stmt */
function isLegacy(_p: Parser, node: Expr): boolean {
  return node.kind === 'Name' && (node.id === 'print' || node.id === 'exec');
}

function missingElse(p: Parser): void {
  const a = disjunction(p);
  if (a === null || !p.accept('if')) return;
  const b = disjunction(p);
  if (b === null || p.at('else') || p.at(':')) return;
  p.raiseRange(a, b, "expected 'else' after 'if' expression");
}

function statementAfterElse(p: Parser): void {
  if (disjunction(p) === null || !p.accept('if') || disjunction(p) === null) return;
  if (!p.accept('else') || p.lookahead(expression)) return;
  p.raiseOnNextToken("expected expression after 'else', but statement is given");
}

function statementBeforeIf(p: Parser): void {
  const word = p.peek();
  if (word.type !== 'pass' && word.type !== 'break' && word.type !== 'continue') return;
  p.mark++;
  if (!p.accept('if') || disjunction(p) === null || !p.accept('else')) return;
  if (simple_stmt(p) === null) return;
  p.raiseAt(word, "expected expression before 'if', but statement is given");
}

function lambdaInFString(p: Parser): void {
  const start = p.expect('lambda');
  if (start === null) return;
  params(p, ':');
  const colon = p.expect(':');
  if (colon === null || !p.at('FSTRING_MIDDLE')) return;
  p.raiseRange(
    start,
    colon,
    `${p.stringLetter}-string: lambda expressions are not allowed without parentheses`,
  );
}

/** v3.13.0 Grammar/python.gram invalid_legacy_expression */
export function invalid_legacy_expression(p: Parser): void {
  const token = p.peek();
  if (!p.features.messages.legacyCall) return;
  if (token.type !== 'NAME') return;
  attemptAll(p, (q) => {
    q.mark++;
    if (q.at('(')) return;
    const rest = star_expressions(q);
    if (rest === null || (token.string !== 'print' && token.string !== 'exec')) return;
    const name = token.string;
    const msg = `Missing parentheses in call to '${name}'. Did you mean ${name}(...)?`;
    q.raiseRange(token, rest, msg);
  });
}

/** v3.13.0 Grammar/python.gram invalid_named_expression */
export function invalid_named_expression(p: Parser): null {
  const { messages } = p.features;
  if (messages.namedTarget) attemptAll(p, walrusTarget);
  if (messages.maybeEqual) attemptAll(p, nameEqual, expressionEqual);
  return null;
}

function walrusTarget(p: Parser): void {
  const a = expression(p);
  if (a === null || !p.accept(':=') || expression(p) === null) return;
  p.raiseAt(a, `cannot use assignment expressions with ${exprName(p, a)}`);
}

function nameEqual(p: Parser): void {
  const a = p.expect('NAME');
  if (a === null || !p.accept('=')) return;
  const b = bitwise_or(p);
  if (b === null || p.at('=') || p.at(':=')) return;
  const msg = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
  p.raiseRange(a, b, msg);
}

function expressionEqual(p: Parser): void {
  const { type } = p;
  if (type === 'True' || type === 'None' || type === 'False') return;
  if (p.lookahead((q) => list(q) ?? tuple(q) ?? genexp(q))) return;
  const a = bitwise_or(p);
  const equal = a && p.expect('=');
  if (a === null || equal === null || bitwise_or(p) === null) return;
  if (p.at('=') || p.at(':=')) return;
  const msg = `cannot assign to ${exprName(p, a)} here. Maybe you meant '==' instead of '='?`;
  p.raiseAt(a, msg);
}

/** v3.14.0 Grammar/python.gram invalid_arithmetic: called behind the operator. */
export function invalid_arithmetic(p: Parser): void {
  if (p.features.messages.notAfterOperator) notAfterOperator(p, inversion);
}

/** v3.14.0 Grammar/python.gram invalid_factor: called behind the operator. */
export function invalid_factor(p: Parser): void {
  if (p.features.messages.notAfterOperator) notAfterOperator(p, factor);
}

function notAfterOperator(p: Parser, operand: (p: Parser) => Expr | null): void {
  const mark = p.mark;
  const not = p.expect('not');
  const b = not && operand(p);
  if (not !== null && b !== null) {
    p.raiseRange(not, b, "'not' after an operator must be parenthesized");
  }
  p.mark = mark;
}

// ---- stars ----

/** v3.15.0 Grammar/python.gram invalid_starred_expression_unpacking_sequence */
export function invalid_starred_expression_unpacking_sequence(p: Parser): void {
  if (!p.features.messages.unpackedConditional) return;
  attemptAll(p, (q) => {
    const stars = q.expect('**');
    if (stars === null || bitwise_or(q) === null) return;
    q.raiseAt(stars, 'cannot use dict unpacking here');
  });
  invalid_starred_expression_unpacking(p);
}

/** v3.13.0 Grammar/python.gram invalid_starred_expression_unpacking */
export function invalid_starred_expression_unpacking(p: Parser): void {
  const { messages } = p.features;
  if (messages.unpackedConditional) attemptAll(p, starredConditional);
  if (messages.starredAssignment) attemptAll(p, starredAssignment);
}

function starredConditional(p: Parser): void {
  const star = p.expect('*');
  const b = star && if_expression(p);
  if (star === null || b === null) return;
  const msg =
    'invalid starred expression. Did you forget to wrap the conditional expression in parentheses?';
  p.raiseRange(star, b, msg);
}

function starredAssignment(p: Parser): void {
  const star = p.expect('*');
  if (star === null || expression(p) === null || !p.accept('=')) return;
  const b = expression(p);
  if (b === null) return;
  p.raiseRange(star, b, 'cannot assign to iterable argument unpacking');
}

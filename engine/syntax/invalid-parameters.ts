/** `invalid_` rules for parameter lists, of `def` and of `lambda`. */
import { attemptAll, type Parser } from './parser.ts';
import type { Closer } from './parameters.ts';
import {
  param,
  param_maybe_default,
  param_no_default,
  param_with_default,
  slash_no_default,
  slash_with_default,
} from './parameters.ts';

/** v3.13.0 Grammar/python.gram invalid_parameters, invalid_lambda_parameters */
export function invalid_parameters(p: Parser, closer: Closer): void {
  const { messages } = p.features;
  const order = (q: Parser): void => defaultOrder(q, closer);
  const parentheses = (q: Parser): void => parenthesized(q, closer);
  if (!messages.slashRules) {
    attemptAll(p, order);
    return;
  }
  const first = (q: Parser): void => slashFirst(q);
  const twice = (q: Parser): void => slashTwice(q, closer);
  if (messages.slashRulesFirst) attemptAll(p, first, twice, order, parentheses);
  else attemptAll(p, order, parentheses, first, twice);
  attemptAll(
    p,
    (q) => slashAfterStar(q, closer),
    (q) => slashWithoutComma(q, closer),
  );
}

function noDefaults(p: Parser, closer: Closer): void {
  p.many((q) => param_no_default(q, closer));
}

function maybeDefaults(p: Parser, closer: Closer): number {
  return p.many((q) => param_maybe_default(q, closer)).length;
}

function slashFirst(p: Parser): void {
  const slash = p.expect('/');
  if (slash === null || !p.accept(',')) return;
  p.raiseAt(slash, `at least one ${p.features.messages.parameter} must precede /`);
}

function anySlash(p: Parser, closer: Closer): boolean {
  return slash_no_default(p, closer) !== null || slash_with_default(p, closer) !== null;
}

function slashTwice(p: Parser, closer: Closer): void {
  if (!anySlash(p, closer)) return;
  maybeDefaults(p, closer);
  const slash = p.expect('/');
  if (slash !== null) p.raiseAt(slash, '/ may appear only once');
}

function defaultOrder(p: Parser, closer: Closer): void {
  const { messages } = p.features;
  const first = p.peek();
  if (messages.slashBeforeOrder) slash_no_default(p, closer);
  noDefaults(p, closer);
  if (slash_with_default(p, closer) === null) {
    if (p.many((q) => param_with_default(q, closer)).length === 0) return;
  }
  const a = param_no_default(p, closer);
  if (a === null) return;
  if (messages.defaultOrderAtParameter) p.raiseAt(a, messages.defaultOrder);
  p.raiseInTree(first, messages.defaultOrder);
}

function parenthesized(p: Parser, closer: Closer): void {
  noDefaults(p, closer);
  const open = p.expect('(');
  if (open === null) return;
  if (closer === ')') {
    if (p.many((q) => param_no_default(q, closer)).length === 0) return;
  } else if (p.separated((q) => param(q, closer)) === null) {
    return;
  }
  p.accept(',');
  const close = p.expect(')');
  if (close === null) return;
  const what = closer === ')' ? 'Function' : 'Lambda expression';
  p.raiseRange(open, close, `${what} parameters cannot be parenthesized`);
}

function slashAfterStar(p: Parser, closer: Closer): void {
  anySlash(p, closer);
  maybeDefaults(p, closer);
  if (!p.accept('*')) return;
  if (!p.accept(',') && param_no_default(p, closer) === null) return;
  maybeDefaults(p, closer);
  const slash = p.expect('/');
  if (slash !== null) p.raiseAt(slash, '/ must be ahead of *');
}

function slashWithoutComma(p: Parser, closer: Closer): void {
  if (maybeDefaults(p, closer) === 0 || !p.accept('/')) return;
  const star = p.expect('*');
  if (star !== null) p.raiseAt(star, 'expected comma between / and *');
}

/** v3.13.0 Grammar/python.gram invalid_default */
export function invalid_default(p: Parser, _closer: Closer): void {
  if (!p.features.messages.starRules) return;
  attemptAll(p, (q) => {
    const equal = q.expect('=');
    if (equal === null || !(q.at(')') || q.at(','))) return;
    q.raiseAt(equal, 'expected default value expression');
  });
}

/** v3.13.0 Grammar/python.gram invalid_star_etc, invalid_lambda_star_etc */
export function invalid_star_etc(p: Parser, closer: Closer): void {
  attemptAll(p, (q) => bareStar(q, closer));
  if (!p.features.messages.starRules) return;
  attemptAll(
    p,
    (q) => starDefault(q, closer),
    (q) => starTwice(q, closer),
  );
}

function bareStar(p: Parser, closer: Closer): void {
  const star = p.expect('*');
  if (star === null) return;
  if (p.accept(',')) {
    if (!p.accept(closer) && !p.accept('**')) return;
  } else if (!p.accept(closer)) {
    return;
  }
  const { messages } = p.features;
  const msg = `named ${messages.parameter}s must follow bare *`;
  if (closer === ')' && messages.bareStarAtStar) p.raiseAt(star, msg);
  p.raiseInTree(p.previous().type === '**' ? p.previous() : star, msg);
}

function starDefault(p: Parser, closer: Closer): void {
  if (!p.accept('*') || param(p, closer) === null) return;
  const equal = p.expect('=');
  if (equal === null) return;
  p.raiseAt(equal, `var-positional ${p.features.messages.parameter} cannot have default value`);
}

function starTwice(p: Parser, closer: Closer): void {
  if (!p.accept('*')) return;
  if (param_no_default(p, closer) === null && !p.accept(',')) return;
  maybeDefaults(p, closer);
  const star = p.expect('*');
  if (star === null) return;
  if (param_no_default(p, closer) === null && !p.accept(',')) return;
  p.raiseAt(star, p.features.messages.starTwice);
}

/** v3.13.0 Grammar/python.gram invalid_kwds, invalid_lambda_kwds */
export function invalid_kwds(p: Parser, closer: Closer): void {
  if (!p.features.messages.starRules) return;
  attemptAll(p, (q) => doubleStarred(q, closer));
}

function doubleStarred(p: Parser, closer: Closer): void {
  if (!p.accept('**') || param(p, closer) === null) return;
  const { parameter } = p.features.messages;
  const equal = p.expect('=');
  if (equal !== null) {
    p.raiseAt(equal, `var-keyword ${parameter} cannot have default value`);
  }
  if (!p.accept(',')) return;
  const msg = `${parameter}s cannot follow var-keyword ${parameter}`;
  const next = param(p, closer);
  if (next !== null) p.raiseAt(next, msg);
  if (p.at('*') || p.at('**') || p.at('/')) p.raiseAt(p.peek(), msg);
}

/** `invalid_` rules for `match` and its patterns. */
import type { Pattern } from './ast.ts';
import { block } from './compound.ts';
import { exprName } from './expr-names.ts';
import { expression } from './expressions.ts';
import { missingBlock, missingColon } from './invalid-compound.ts';
import { guard, subject_expr } from './match.ts';
import { attemptAll, type Parser } from './parser.ts';
import {
  double_star_pattern,
  items_pattern,
  keyword_patterns,
  name_or_attr,
  or_pattern,
  patterns,
  positional_patterns,
} from './patterns.ts';

/** v3.13.0 Grammar/python.gram invalid_match_stmt */
export function invalid_match_stmt(p: Parser): void {
  attemptAll(p, (q) => {
    const start = q.soft('match');
    if (start === null || subject_expr(q) === null) return;
    if (q.at('NEWLINE')) missingColon(q);
    if (q.accept(':')) missingBlock(q, "'match' statement", start);
  });
  if (p.features.messages.caseOutside) attemptAll(p, caseOutside);
}

function caseOutside(p: Parser): void {
  const start = p.soft('case');
  if (start === null || patterns(p) === null) return;
  guard(p);
  const colon = p.expect(':');
  if (colon === null || block(p) === null) return;
  p.raiseRange(start, colon, 'case statement must be inside match statement');
}

/** v3.13.0 Grammar/python.gram invalid_case_block */
export function invalid_case_block(p: Parser): void {
  attemptAll(p, (q) => {
    const start = q.soft('case');
    if (start === null || patterns(q) === null) return;
    guard(q);
    if (q.at('NEWLINE')) missingColon(q);
    if (q.accept(':')) missingBlock(q, "'case' statement", start);
  });
}

/** v3.13.0 Grammar/python.gram invalid_as_pattern */
export function invalid_as_pattern(p: Parser): void {
  attemptAll(p, (q) => {
    if (or_pattern(q) === null || !q.accept('as')) return;
    const wildcard = q.soft('_');
    if (wildcard !== null) q.raiseAt(wildcard, "cannot use '_' as a target");
    const { patternTarget } = q.features.messages;
    if (!patternTarget && q.at('NAME')) return;
    const a = expression(q);
    if (a === null) return;
    if (patternTarget) q.raiseAt(a, `cannot use ${exprName(q, a)} as pattern target`);
    q.raiseAt(a, 'invalid pattern target');
  });
}

/** v3.13.0 Grammar/python.gram invalid_class_pattern */
export function invalid_class_pattern(p: Parser): void {
  attemptAll(p, (q) => {
    if (name_or_attr(q) === null || !q.accept('(')) return;
    const mark = q.mark;
    if (positional_patterns(q) === null || !q.accept(',')) q.mark = mark;
    if (keyword_patterns(q) === null || !q.accept(',')) return;
    const late = positional_patterns(q);
    if (late === null) return;
    const first = late[0] as Pattern;
    const last = late[late.length - 1] as Pattern;
    q.raiseRange(first, last, 'positional patterns follow keyword patterns');
  });
}

/** v3.15.0 Grammar/python.gram invalid_mapping_pattern */
export function invalid_mapping_pattern(p: Parser): void {
  if (!p.features.messages.restMustBeLast) return;
  attemptAll(p, (q) => {
    if (!q.accept('{')) return;
    const mark = q.mark;
    if (items_pattern(q) === null || !q.accept(',')) q.mark = mark;
    const rest = double_star_pattern(q);
    if (rest === null || !q.accept(',') || items_pattern(q) === null) return;
    q.accept(',');
    if (!q.accept('}')) return;
    const msg =
      'double star pattern must be the last (right-most) subpattern in the mapping pattern';
    q.raiseAt(rest, msg);
  });
}

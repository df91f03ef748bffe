/** Numbers of the memoised rules: `(memo)` and the left-recursive ones. */

/** v3.13.0 Grammar/python.gram, rules marked (memo) */
export const MEMO = {
  expression: 0,
  star_expression: 1,
  disjunction: 2,
  conjunction: 3,
  inversion: 4,
  bitwise_or: 5,
  factor: 6,
  primary: 7,
  t_primary: 8,
  strings: 9,
  arguments: 10,
  star_target: 11,
  target_with_star_atom: 12,
  del_target: 13,
  simple_stmt: 14,
  block: 15,
  closed_pattern: 16,
  star_pattern: 17,
  type_param: 18,
  invalid_named_expression: 19,
  lambda_params: 20,
} as const;

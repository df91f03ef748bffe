/**
 * `'%s is %r' % (a, b)` becomes the f-string it amounts to, when only %s, %r and %a are asked for.
 *
 * v3.13.0 Python/ast_opt.c optimize_format
 */

import type { BinOp, Conversion, Expr, FormattedValue, JoinedStr } from '../syntax/ast.ts';
import { makeConst, strConst } from './const-value.ts';
import { NO_LOCATION } from './instruction-sequence.ts';

const CONVERSIONS: Readonly<Record<string, Conversion>> = { s: 115, r: 114, a: 97 };

/** Flags, width and precision of one or two digits, and the letter. */
const UNIT = /%([-+ #0]*)(\d{0,2})(?:(\.)(\d{0,2}))?([sra])/y;

/** Text up to the next unit; `%%` stands for `%`. */
const LITERAL = /(?:[^%]|%%)*/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The format spec of one unit, '' when it needs none. v3.13.0 Python/ast_opt.c parse_format */
function formatSpec(unit: RegExpExecArray): string {
  const [, flags = '', width = '', dot, precision = ''] = unit;
  const rightAligned = !flags.includes('-') && Number(width) > 0;
  const widthText = width === '' ? '' : String(Number(width));
  return (rightAligned ? '>' : '') + widthText + (dot ? `.${Number(precision)}` : '');
}

function formattedValue(unit: RegExpExecArray, value: Expr): FormattedValue {
  const { lineno, col_offset, end_lineno, end_col_offset } = value;
  const spec = formatSpec(unit);
  const constant = makeConst(NO_LOCATION, strConst(spec));
  return {
    kind: 'FormattedValue',
    value,
    conversion: CONVERSIONS[unit[5]!]!,
    format_spec: spec === '' ? null : { ...NO_LOCATION, kind: 'JoinedStr', values: [constant] },
    lineno,
    col_offset,
    end_lineno,
    end_col_offset,
  };
}

/** The f-string for `format % (items,)`, or null when it is not that simple. */
export function formatToFString(e: BinOp, format: string): JoinedStr | null {
  const elts = e.right.kind === 'Tuple' ? e.right.elts : [];
  if (elts.some((elt) => elt.kind === 'Starred')) return null;
  const values: Expr[] = [];
  let [at, used] = [0, 0];
  for (;;) {
    const literal = matchAt(LITERAL, format, at)![0];
    if (literal !== '') {
      values.push(makeConst(NO_LOCATION, strConst(literal.replaceAll('%%', '%'))));
    }
    at += literal.length;
    if (at >= format.length) break;
    const unit = matchAt(UNIT, format, at);
    const value = elts[used++];
    if (unit === null || value === undefined) return null;
    values.push(formattedValue(unit, value));
    at += unit[0].length;
  }
  if (used < elts.length) return null;
  const { lineno, col_offset, end_lineno, end_col_offset } = e;
  return { kind: 'JoinedStr', values, lineno, col_offset, end_lineno, end_col_offset };
}

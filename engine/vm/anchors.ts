/**
 * Which part of an expression its caret line points at: the operator of `a + b`, the brackets of
 * `a[b]`. v3.11.7 Python/traceback.c extract_anchors_from_line
 */
import { parse, syntaxFeatures, type Expr } from '../syntax/index.ts';

/** Columns within the segment: `[left, right)` gets `^`, the rest `~`. */
export interface Anchors {
  readonly left: number;
  readonly right: number;
}

/** @returns null when the segment is no single expression of these kinds */
export function findAnchors(segment: string): Anchors | null {
  const wrapped = `(\n${segment}\n)`;
  let node: Expr;
  try {
    const tree = parse(wrapped, {
      filename: '',
      mode: 'eval',
      features: syntaxFeatures['3.13'],
      reasons: false,
    });
    if (tree.kind !== 'Expression') return null;
    node = tree.body;
  } catch {
    return null;
  }
  switch (node.kind) {
    case 'BinOp':
      return operatorAnchors(segment, node.left.end_col_offset, node.right.col_offset);
    case 'Subscript':
      return bracketAnchors(segment, node.value.end_col_offset, node.end_col_offset, '[');
    default:
      return null;
  }
}

/** The operator stands between the operands, perhaps with brackets around. */
function operatorAnchors(segment: string, from: number, to: number): Anchors | null {
  let left = from;
  while (left < to && /[\s)]/.test(segment[left] ?? '')) left++;
  if (left >= to) return null;
  const next = segment[left + 1] ?? '';
  const two = left + 1 < to && !/[\s()\\#]/.test(next);
  return { left, right: left + (two ? 2 : 1) };
}

function bracketAnchors(
  segment: string,
  from: number,
  end: number,
  bracket: string,
): Anchors | null {
  let left = from;
  while (left < end && segment[left] !== bracket) left++;
  return left < end ? { left, right: end } : null;
}

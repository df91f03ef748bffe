/** `invalid_` rules for imports. */
import type { Location } from './ast.ts';
import { exprName } from './expr-names.ts';
import { expression } from './expressions.ts';
import { dotted_name, import_from_as_names } from './imports.ts';
import { attemptAll, type Parser } from './parser.ts';

/** v3.13.0 Grammar/python.gram invalid_import */
export function invalid_import(p: Parser): void {
  const { importFrom, namesAfterImport } = p.features.messages;
  if (importFrom) {
    attemptAll(p, (q) => {
      const start: Location | null = q.expect('import');
      if (start === null || q.separated(dotted_name) === null) return;
      if (!q.accept('from') || dotted_name(q) === null) return;
      q.raiseFrom(start, "Did you mean to use 'from ... import ...' instead?");
    });
  }
  if (p.features.lazyImports) attemptAll(p, lazyBehindFrom);
  if (namesAfterImport) attemptAll(p, (q) => q.accept('import') && missingNames(q));
}

/** v3.15.0 Grammar/python.gram invalid_import: `from x lazy import y` */
function lazyBehindFrom(p: Parser): void {
  if (!p.accept('from')) return;
  while (p.accept('.') || p.accept('...'));
  dotted_name(p);
  const lazy = p.soft('lazy');
  if (lazy === null || !p.at('import')) return;
  p.raiseAt(lazy, "use 'lazy from ... ' instead of 'from ... lazy import'");
}

function missingNames(p: Parser): void {
  const newline = p.expect('NEWLINE');
  if (newline !== null) p.raiseFrom(newline, "Expected one or more names after 'import'");
}

/** v3.13.0 Grammar/python.gram invalid_import_from_targets */
export function invalid_import_from_targets(p: Parser): void {
  attemptAll(p, (q) => {
    const names = q.peek();
    if (import_from_as_names(q) === null || !q.sequence(',', 'NEWLINE')) return;
    q.raiseInTree(names, 'trailing comma not allowed without surrounding parentheses');
  });
  if (p.features.messages.namesAfterImport) attemptAll(p, missingNames);
}

/** v3.14.0 Grammar/python.gram invalid_dotted_as_name */
export function invalid_dotted_as_name(p: Parser): void {
  attemptAll(p, (q) => {
    if (dotted_name(q) !== null) importTarget(q);
  });
}

/** v3.14.0 Grammar/python.gram invalid_import_from_as_name */
export function invalid_import_from_as_name(p: Parser): void {
  attemptAll(p, (q) => {
    if (q.accept('NAME')) importTarget(q);
  });
}

function importTarget(p: Parser): void {
  if (!p.features.messages.importTargets || !p.accept('as')) return;
  const plain = p.lookahead((q) => {
    return q.accept('NAME') && (q.at(',') || q.at(')') || q.at(';') || q.at('NEWLINE'));
  });
  if (plain) return;
  const a = expression(p);
  if (a !== null) p.raiseAt(a, `cannot use ${exprName(p, a)} as import target`);
}

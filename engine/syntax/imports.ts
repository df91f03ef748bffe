/** Import statements. */
import type { Alias, Import, ImportFrom, Stmt } from './ast.ts';
import type { Parser } from './parser.ts';

/** v3.13.0 Grammar/python.gram import_stmt */
export function import_stmt(p: Parser): Stmt | null {
  p.invalid?.invalid_import(p);
  return importBehind(p);
}

/** An import from its word on, behind `lazy` too. */
export function importBehind(p: Parser): Import | ImportFrom | null {
  return p.at('import') ? p.attempt(import_name) : p.attempt(import_from);
}

/** v3.13.0 Grammar/python.gram import_name */
function import_name(p: Parser): Import | null {
  const start = p.peek();
  p.mark++;
  const names = p.separated(dotted_as_name);
  return names && { kind: 'Import', names, ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram import_from */
function import_from(p: Parser): ImportFrom | null {
  const start = p.peek();
  p.mark++;
  let level = 0;
  while (p.at('.') || p.at('...')) {
    level += p.peek().string.length;
    p.mark++;
  }
  const module = dotted_name(p);
  if (module === null && level === 0) return null;
  if (!p.accept('import')) return null;
  const names = import_from_targets(p);
  return names && { kind: 'ImportFrom', module, names, level, ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram import_from_targets */
function import_from_targets(p: Parser): Alias[] | null {
  const mark = p.mark;
  if (p.accept('(')) {
    const names = import_from_as_names(p);
    if (names !== null) {
      p.accept(',');
      if (p.accept(')')) return names;
    }
    p.mark = mark;
  } else {
    const names = import_from_as_names(p);
    if (names !== null && !p.at(',')) return names;
    p.mark = mark;
    const star = p.expect('*');
    if (star !== null) return [{ kind: 'alias', name: '*', asname: null, ...p.from(star) }];
  }
  p.invalid?.invalid_import_from_targets(p);
  return null;
}

/** v3.13.0 Grammar/python.gram import_from_as_names */
export function import_from_as_names(p: Parser): Alias[] | null {
  return p.separated(import_from_as_name);
}

/** v3.13.0 Grammar/python.gram import_from_as_name */
function import_from_as_name(p: Parser): Alias | null {
  p.invalid?.invalid_import_from_as_name(p);
  const start = p.expect('NAME');
  if (start === null) return null;
  const asname = p.attempt(asName);
  return { kind: 'alias', name: start.string, asname, ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram dotted_as_name */
function dotted_as_name(p: Parser): Alias | null {
  p.invalid?.invalid_dotted_as_name(p);
  const start = p.peek();
  const name = dotted_name(p);
  if (name === null) return null;
  const asname = p.attempt(asName);
  return { kind: 'alias', name, asname, ...p.from(start) };
}

function asName(p: Parser): string | null {
  return p.accept('as') ? (p.expect('NAME')?.string ?? null) : null;
}

/** v3.13.0 Grammar/python.gram dotted_name */
export function dotted_name(p: Parser): string | null {
  const first = p.expect('NAME');
  if (first === null) return null;
  let name = first.string;
  while (p.at('.')) {
    p.mark++;
    const next = p.expect('NAME');
    if (next === null) {
      p.mark--;
      break;
    }
    name += '.' + next.string;
  }
  return name;
}

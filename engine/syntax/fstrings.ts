/**
 * Strings side by side, and f-strings as PEP 701 has them: `strings`, `fstring` and below.
 *
 * Literals next to each other become one node. If none is an f-string it is a Constant; otherwise
 * a JoinedStr, in which neighbouring texts are joined and empty ones dropped.
 */
import type {
  Constant,
  Conversion,
  Expr,
  FormattedValue,
  Interpolation,
  JoinedStr,
  Location,
  TemplateStr,
} from './ast.ts';
import { annotated_rhs } from './expressions.ts';
import { legacyFString } from './late-parts.ts';
import type { Parser } from './parser.ts';
import { constantOf } from './primaries.ts';
import { MEMO } from './rules.ts';
import { decodeBytes, decodeString, splitLiteral } from './strings.ts';
import type { Token } from './tokens.ts';

/** v3.13.0 Grammar/python.gram strings */
export function strings(p: Parser): Expr | null {
  return p.memo(MEMO.strings, stringsRule);
}

function stringsRule(p: Parser): Expr | null {
  const start = p.peek();
  const parts = p.features.pep701FStrings ? p.many(fstringOrString) : literals(p);
  if (parts.length === 0) return null;
  const joined = parts.some((part) => part.kind === 'JoinedStr');
  const location = p.from(start);
  return p.inTree(
    () => concatenate(p, parts, joined, location),
    () => constantOf(location, { type: 'str', value: '' }),
  );
}

function fstringOrString(p: Parser): Expr | null {
  const token = p.peek();
  if (token.type === 'FSTRING_START') return fstring(p);
  if (token.type !== 'STRING') return null;
  p.mark++;
  return string(p, token);
}

/** Before PEP 701: all the tokens first, so that an error in one stands behind the last. */
function literals(p: Parser): Expr[] {
  const tokens = p.many((q) => q.expect('STRING'));
  return tokens.map((token) =>
    p.inTree(
      () => string(p, token),
      () => constantOf(token, { type: 'str', value: '' }),
    ),
  );
}

/** v3.13.0 Grammar/python.gram string */
function string(p: Parser, token: Token): Constant | JoinedStr {
  const literal = splitLiteral(token.string);
  if (literal.isBytes) {
    const value = decodeBytes(p, literal.body, literal.isRaw, token);
    return constantOf(token, { type: 'bytes', value });
  }
  if (literal.isF) return legacyFString(p, token, literal);
  const value = decodeString(p, literal.body, literal.isRaw, token);
  const node = constantOf(token, { type: 'str', value });
  return literal.isU ? { ...node, kind_: 'u' } : node;
}

// ---- joining ----

/** v3.13.0 Parser/action_helpers.c _PyPegen_concatenate_strings */
function concatenate(p: Parser, parts: Expr[], joined: boolean, location: Location): Expr {
  const isBytes = (node: Expr): boolean => node.kind === 'Constant' && node.value.type === 'bytes';
  const first = parts[0] as Expr;
  if (parts.some((part) => part.kind === 'TemplateStr')) return joinTemplates(p, parts, location);
  if (parts.some((part) => isBytes(part) !== isBytes(first))) {
    const message = 'cannot mix bytes and nonbytes literals';
    if (p.features.messages.bytesMixRange) p.raiseRange(first, parts.at(-1) as Expr, message);
    p.raiseInTree(location, message);
  }
  if (parts.length === 1 && first.kind === 'Constant') return first;
  if (isBytes(first)) return joinBytes(parts as Constant[], location);
  const flat = parts.flatMap((part) => (part.kind === 'JoinedStr' ? part.values : [part]));
  if (!joined) return { ...joinTexts(flat as Constant[]), ...location };
  const values = foldTexts(flat);
  if (p.features.pep701FStrings || first.kind !== 'Constant' || first.kind_ === null) {
    return { kind: 'JoinedStr', values, ...location };
  }
  // Before PEP 701 the first literal's `u` is that of every text in it.
  const marked = values.map((v): Expr => (v.kind === 'Constant' ? { ...v, kind_: 'u' } : v));
  return { kind: 'JoinedStr', values: marked, ...location };
}

/** v3.14.0 Grammar/python.gram strings, invalid_string_tstring_concat */
function joinTemplates(p: Parser, parts: Expr[], location: Location): TemplateStr {
  const values = parts.flatMap((part) => {
    if (part.kind === 'TemplateStr') return part.values;
    const message = 'cannot mix t-string literals with string or bytes literals';
    return p.raiseRange(parts[0] as Expr, parts.at(-1) as Expr, message);
  });
  return { kind: 'TemplateStr', values: foldTexts(values), ...location };
}

function joinBytes(parts: Constant[], location: Location): Constant {
  const all = parts.map((part) => (part.value.type === 'bytes' ? [...part.value.value] : []));
  const value = Uint8Array.from(all.flat());
  return { kind: 'Constant', value: { type: 'bytes', value }, kind_: null, ...location };
}

/** Several texts as one, from the start of the first to the end of the last. */
function joinTexts(run: Constant[]): Constant {
  const first = run[0] as Constant;
  const last = run[run.length - 1] as Constant;
  const value = run.map((part) => (part.value.type === 'str' ? part.value.value : '')).join('');
  return {
    kind: 'Constant',
    value: { type: 'str', value },
    kind_: first.kind_,
    lineno: first.lineno,
    col_offset: first.col_offset,
    end_lineno: last.end_lineno,
    end_col_offset: last.end_col_offset,
  };
}

/** Neighbouring texts joined, empty ones left out. */
export function foldTexts(values: readonly Expr[]): Expr[] {
  const result: Expr[] = [];
  let run: Constant[] = [];
  const flush = (): void => {
    if (run.length === 0) return;
    const text = joinTexts(run);
    if (text.value.type === 'str' && text.value.value !== '') result.push(text);
    run = [];
  };
  for (const value of values) {
    if (value.kind === 'Constant') {
      run.push(value);
    } else {
      flush();
      result.push(value);
    }
  }
  flush();
  return result;
}

// ---- f-strings ----

/** v3.14.0 Grammar/python.gram fstring, tstring; the texts are decoded when all of it is there. */
function fstring(p: Parser): JoinedStr | TemplateStr | null {
  const mark = p.mark;
  const start = p.peek();
  p.mark++;
  const template = /t/i.test(start.string);
  const parts: (Token | Expr[])[] = [];
  for (;;) {
    const part = p.expect('FSTRING_MIDDLE') ?? fstring_replacement_field(p, template);
    if (part === null) break;
    parts.push(part);
  }
  if (!p.accept('FSTRING_END')) {
    p.mark = mark;
    return null;
  }
  const raw = /r/i.test(start.string);
  const values = parts.flatMap((part) => (Array.isArray(part) ? part : [textOf(p, part, raw)]));
  const kind = template ? 'TemplateStr' : 'JoinedStr';
  return { kind, values: values.filter((v) => !isEmptyText(v)), ...p.from(start) };
}

function isEmptyText(node: Expr): boolean {
  return node.kind === 'Constant' && node.value.type === 'str' && node.value.value === '';
}

/** v3.13.0 Parser/action_helpers.c _PyPegen_decode_fstring_part */
function textOf(p: Parser, token: Token, raw: boolean): Constant {
  return constantOf(token, { type: 'str', value: decodeString(p, token.string, raw, token) });
}

/**
 * One `{...}`; with `=` the text of the expression comes before it.
 *
 * v3.13.0 Grammar/python.gram fstring_replacement_field, _PyPegen_formatted_value
 */
function fstring_replacement_field(p: Parser, template = false): Expr[] | null {
  const mark = p.mark;
  const start = p.expect('{');
  if (start === null) return null;
  const value = annotated_rhs(p);
  if (value !== null) {
    const behind = p.peek();
    const debug = p.accept('=');
    const afterExpression = p.peek();
    const conversion = fstring_conversion(p);
    const spec = p.attempt(fstring_full_format_spec);
    if (p.accept('}')) {
      const byDefault = debug && spec === null ? 114 : -1;
      const letter = conversion === null ? byDefault : conversionOf(p, conversion);
      const field = { value, conversion: letter, format_spec: spec, ...p.from(start) } as const;
      const str = template ? sourceBetween(p, start, behind) : '';
      const node: FormattedValue | Interpolation = template
        ? { kind: 'Interpolation', str, ...field }
        : { kind: 'FormattedValue', ...field };
      return debug ? [debugText(p, start, afterExpression), node] : [node];
    }
  }
  p.mark = mark;
  p.invalid?.invalid_fstring_replacement_field(p);
  return null;
}

/** What `{expression = }` shows of itself: its source up to `!`, `:` or `}`. */
function debugText(p: Parser, open: Token, stop: Token): Constant {
  return {
    kind: 'Constant',
    value: { type: 'str', value: sourceBetween(p, open, stop) },
    kind_: null,
    lineno: open.lineno,
    col_offset: open.col_offset + 1,
    end_lineno: stop.lineno,
    end_col_offset: stop.col_offset,
  };
}

function sourceBetween(p: Parser, open: Token, stop: Token): string {
  return withoutComments(p.tokenizer.source.slice(open.end, stop.start));
}

/** v3.13.0 Parser/lexer/lexer.c set_fstring_expr: a comment is not part of the text. */
function withoutComments(text: string): string {
  if (!text.includes('#')) return text;
  return text.replace(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|#[^\n]*/g, (_all, quoted?: string) => {
    return quoted ?? '';
  });
}

const CONVERSIONS: Readonly<Record<string, Conversion>> = { s: 115, r: 114, a: 97 };

/** v3.13.0 Grammar/python.gram fstring_conversion, _PyPegen_check_fstring_conversion */
function fstring_conversion(p: Parser): Token | null {
  const mark = p.mark;
  const bang = p.expect('!');
  const name = bang && p.expect('NAME');
  if (bang === null || name === null) {
    p.mark = mark;
    return null;
  }
  if (bang.lineno !== name.lineno || bang.end_col_offset !== name.col_offset) {
    const apart = p.features.messages.conversionApart;
    p.raiseRange(bang, name, apart.replace(/^f/, p.stringLetter));
  }
  return name;
}

function conversionOf(p: Parser, name: Token): Conversion {
  const conversion = CONVERSIONS[name.string];
  if (conversion !== undefined) return conversion;
  const what = `invalid conversion character '${name.string}'`;
  const msg = `${p.stringLetter}-string: ${what}: expected 's', 'r', or 'a'`;
  return p.raiseAt(name, msg);
}

/** v3.13.0 Grammar/python.gram fstring_full_format_spec */
function fstring_full_format_spec(p: Parser): JoinedStr | null {
  const start = p.expect(':');
  if (start === null) return null;
  const values: Expr[] = [];
  for (;;) {
    const part = fstring_format_spec(p);
    if (part === null) break;
    values.push(...part);
  }
  const lone = values.length === 1 && isEmptyText(values[0] as Expr);
  const kept = p.features.messages.emptyTextInSpec && !lone ? values : foldTexts(values);
  return { kind: 'JoinedStr', values: kept, ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram fstring_format_spec */
export function fstring_format_spec(p: Parser): Expr[] | null {
  const token = p.expect('FSTRING_MIDDLE');
  return token === null ? fstring_replacement_field(p) : [textOf(p, token, false)];
}

/**
 * Regular expressions: from a pattern to a tree. Flags are resolved here: what the tree says holds
 * whatever the flags are. v3.13.0 Lib/re/_parser.py
 */

export const IGNORECASE = 2;
export const MULTILINE = 8;
export const DOTALL = 16;
export const UNICODE = 32;
export const VERBOSE = 64;
export const ASCII = 256;

/** A test of one character. */
export type CharTest = (c: number) => boolean;

export type Node =
  | { readonly t: 'char'; readonly test: CharTest }
  | { readonly t: 'seq'; readonly list: readonly Node[] }
  | { readonly t: 'alt'; readonly list: readonly Node[] }
  | { readonly t: 'group'; readonly group: number; readonly node: Node }
  | {
      readonly t: 'repeat';
      readonly min: number;
      readonly max: number;
      readonly how: 'greedy' | 'lazy' | 'possessive';
      readonly node: Node;
    }
  | { readonly t: 'ref'; readonly group: number; readonly ignoreCase: boolean }
  | {
      readonly t: 'at';
      readonly test: (text: readonly number[], i: number, end: number) => boolean;
    }
  | {
      readonly t: 'look';
      readonly behind: number;
      readonly negative: boolean;
      readonly node: Node;
    }
  | { readonly t: 'atomic'; readonly node: Node }
  | { readonly t: 'cond'; readonly group: number; readonly yes: Node; readonly no: Node };

export interface Parsed {
  readonly node: Node;
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
  readonly flags: number;
}

/** A pattern that is not valid; `at` -1 when the message names no place. */
export class PatternError extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const LETTER = /^[\p{L}\p{N}]$/u;
const DIGIT = /^\p{Nd}$/u;
const NEWLINE = 10;

function isSpace(c: number): boolean {
  return (
    (c >= 9 && c <= 13) ||
    (c >= 28 && c <= 32) ||
    c === 0x85 ||
    c === 0xa0 ||
    c === 0x1680 ||
    (c >= 0x2000 && c <= 0x200a) ||
    c === 0x2028 ||
    c === 0x2029 ||
    c === 0x202f ||
    c === 0x205f ||
    c === 0x3000
  );
}

function isAsciiWord(c: number): boolean {
  return (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || c === 95 || (c >= 97 && c <= 122);
}

function isWord(c: number): boolean {
  return c < 128 ? isAsciiWord(c) : LETTER.test(String.fromCodePoint(c));
}

/** The tests of \d, \s, \w, by whether only ASCII counts. */
const CLASSES: Readonly<Record<string, readonly [unicode: CharTest, ascii: CharTest]>> = {
  d: [
    (c) => (c < 128 ? c >= 48 && c <= 57 : DIGIT.test(String.fromCodePoint(c))),
    (c) => c >= 48 && c <= 57,
  ],
  s: [isSpace, (c) => c === 32 || (c >= 9 && c <= 13)],
  w: [isWord, isAsciiWord],
};

/** A letter as case does not matter. */
export function foldCase(c: number): number {
  if (c < 128) return c >= 65 && c <= 90 ? c + 32 : c;
  const lower = String.fromCodePoint(c).toLowerCase();
  return lower.length <= 2 ? lower.codePointAt(0)! : c;
}

function swapCases(c: number): readonly number[] {
  const text = String.fromCodePoint(c);
  return [c, foldCase(c), text.toUpperCase().codePointAt(0)!];
}

const SIMPLE: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11 };
const FLAG_LETTERS: Readonly<Record<string, number>> = {
  i: IGNORECASE,
  m: MULTILINE,
  s: DOTALL,
  x: VERBOSE,
  a: ASCII,
  u: UNICODE,
  L: 4,
};

/** Parses a pattern, in which `\z` may stand for `\Z`. @throws PatternError */
export function parsePattern(pattern: string, flags: number, smallZ: boolean): Parsed {
  return new Parser(pattern, flags, smallZ).parse();
}

class Parser {
  private readonly source: readonly string[];
  private at = 0;
  private groups = 0;
  private flags: number;
  private readonly places: string;
  private readonly names = new Map<string, number>();
  private readonly open = new Set<number>();

  constructor(pattern: string, flags: number, smallZ: boolean) {
    this.source = Array.from(pattern);
    this.flags = flags;
    this.places = smallZ ? 'AZzbB' : 'AZbB';
  }

  parse(): Parsed {
    const node = this.alternatives();
    if (this.at < this.source.length) this.fail('unbalanced parenthesis', this.at);
    return { node, groups: this.groups, names: this.names, flags: this.flags };
  }

  private fail(message: string, at: number): never {
    throw new PatternError(message, at);
  }

  private get next(): string {
    return this.source[this.at] ?? '';
  }

  private take(text: string): boolean {
    for (let i = 0; i < text.length; i++) if (this.source[this.at + i] !== text[i]) return false;
    this.at += text.length;
    return true;
  }

  private get ascii(): 0 | 1 {
    return this.flags & ASCII ? 1 : 0;
  }

  // ---- structure -----------------------------------------------------------------------------------

  private alternatives(): Node {
    const list = [this.sequence()];
    while (this.take('|')) list.push(this.sequence());
    return list.length === 1 ? list[0]! : { t: 'alt', list };
  }

  private sequence(): Node {
    const list: Node[] = [];
    while (this.at < this.source.length && this.next !== '|' && this.next !== ')') {
      if (this.flags & VERBOSE && this.skipVerbose()) continue;
      const start = this.at;
      const item = this.item();
      if (item !== null) list.push(this.quantified(item, start));
    }
    return list.length === 1 ? list[0]! : { t: 'seq', list };
  }

  private skipVerbose(): boolean {
    if (' \t\n\r\f\v'.includes(this.next)) {
      this.at++;
      return true;
    }
    if (this.next !== '#') return false;
    while (this.at < this.source.length && this.source[this.at] !== '\n') this.at++;
    return true;
  }

  private quantified(item: Node, start: number): Node {
    let node = item;
    for (let first = true; ; first = false) {
      if (this.flags & VERBOSE) while (this.at < this.source.length && this.skipVerbose());
      const at = this.at;
      const bounds = this.bounds();
      if (bounds === null) return node;
      if (!first) this.fail('multiple repeat', at);
      if (item.t === 'at' || (item.t === 'seq' && item.list.length === 0 && start === at)) {
        this.fail('nothing to repeat', at);
      }
      const how = this.take('?') ? 'lazy' : this.take('+') ? 'possessive' : 'greedy';
      node = { t: 'repeat', min: bounds[0], max: bounds[1], how, node };
    }
  }

  /** The numbers of a quantifier, null when there is none here. */
  private bounds(): readonly [number, number] | null {
    if (this.take('*')) return [0, Infinity];
    if (this.take('+')) return [1, Infinity];
    if (this.take('?')) return [0, 1];
    if (this.next !== '{') return null;
    const rest = this.source.slice(this.at, this.at + 24).join('');
    const match = /^\{(\d*)(,?)(\d*)\}/.exec(rest);
    if (match === null || (match[1] === '' && match[2] === '')) return null;
    const [whole, low = '', comma, high = ''] = match;
    const min = low === '' ? 0 : Number(low);
    const max = comma === '' ? min : high === '' ? Infinity : Number(high);
    if (max < min) this.fail('min repeat greater than max repeat', this.at + 1);
    this.at += whole.length;
    return [min, max];
  }

  // ---- items ---------------------------------------------------------------------------------------

  private item(): Node | null {
    const start = this.at;
    const c = this.source[this.at++]!;
    switch (c) {
      case '.':
        return {
          t: 'char',
          test: this.flags & DOTALL ? () => true : (ch) => ch !== NEWLINE,
        };
      case '^':
        return this.startOfLine();
      case '$':
        return this.endOfLine();
      case '(':
        return this.group(start);
      case '[':
        return { t: 'char', test: this.set(start) };
      case '\\':
        return this.escape(start);
      case '*':
      case '+':
      case '?':
        return this.fail('nothing to repeat', start);
      case '{': {
        this.at--;
        if (this.bounds() !== null) this.fail('nothing to repeat', start);
        this.at = start + 1;
        return this.literal(123);
      }
      default:
        return this.literal(c.codePointAt(0)!);
    }
  }

  private literal(c: number): Node {
    if (!(this.flags & IGNORECASE)) return { t: 'char', test: (ch) => ch === c };
    const folded = foldCase(c);
    return { t: 'char', test: (ch) => ch === c || foldCase(ch) === folded };
  }

  private startOfLine(): Node {
    if (this.flags & MULTILINE) {
      return { t: 'at', test: (text, i) => i === 0 || text[i - 1] === NEWLINE };
    }
    return { t: 'at', test: (_text, i) => i === 0 };
  }

  private endOfLine(): Node {
    if (this.flags & MULTILINE) {
      return { t: 'at', test: (text, i, end) => i === end || text[i] === NEWLINE };
    }
    return {
      t: 'at',
      test: (text, i, end) => i === end || (i === end - 1 && text[i] === NEWLINE),
    };
  }

  /** `\b`, or `\B`, which does not match in an empty text */
  private boundary(inside: boolean): Node {
    const word = CLASSES['w']![this.ascii];
    return {
      t: 'at',
      test: (text, i, end) => {
        if (end === 0) return false;
        const before = i > 0 && word(text[i - 1]!);
        const after = i < end && word(text[i]!);
        return inside ? before === after : before !== after;
      },
    };
  }

  // ---- escapes -------------------------------------------------------------------------------------

  private escape(start: number): Node {
    const c = this.next;
    if (c === '') return this.fail('bad escape (end of pattern)', start);
    const test = this.classEscape(c);
    if (test !== null) {
      this.at++;
      return { t: 'char', test };
    }
    if (this.places.includes(c)) {
      this.at++;
      if (c === 'A') return { t: 'at', test: (_text, i) => i === 0 };
      if (c === 'Z' || c === 'z') return { t: 'at', test: (_text, i, end) => i === end };
      return this.boundary(c === 'B');
    }
    if (c >= '1' && c <= '9') return this.numbered(start);
    return this.literal(this.charEscape(start));
  }

  private classEscape(c: string): CharTest | null {
    const lower = c.toLowerCase();
    const tests = 'dsw'.includes(lower) ? CLASSES[lower] : undefined;
    if (tests === undefined) return null;
    const test = tests[this.ascii];
    return c === lower ? test : (ch) => !test(ch);
  }

  /** `\1` to `\99`, or an octal number. */
  private numbered(start: number): Node {
    let text = this.source[this.at++]!;
    const digit = (c: string) => c >= '0' && c <= '9';
    if (digit(this.next)) {
      const octal = (c: string) => c >= '0' && c <= '7';
      const third = this.source[this.at + 1] ?? '';
      if (octal(text) && octal(this.next) && octal(third)) {
        const value = parseInt(text + this.next + third, 8);
        this.at += 2;
        if (value > 255)
          this.fail(`octal escape value \\${value.toString(8)} outside of range 0-0o377`, start);
        return this.literal(value);
      }
      text += this.next;
      this.at++;
    }
    return this.reference(Number(text), start + 1);
  }

  private reference(group: number, at: number): Node {
    if (group > this.groups) return this.fail(`invalid group reference ${group}`, at);
    if (this.open.has(group)) return this.fail('cannot refer to an open group', at - 1);
    return { t: 'ref', group, ignoreCase: (this.flags & IGNORECASE) !== 0 };
  }

  /** A character written as an escape, the backslash read. */
  private charEscape(start: number): number {
    const c = this.source[this.at++]!;
    if (SIMPLE[c] !== undefined && c !== 'b') return SIMPLE[c]!;
    if (c === 'x') return this.hex(2, start);
    if (c === 'u') return this.hex(4, start);
    if (c === 'U') return this.hex(8, start);
    if (c === '0') {
      let text = '0';
      while (text.length < 3 && this.next >= '0' && this.next <= '7') {
        text += this.source[this.at++]!;
      }
      return parseInt(text, 8);
    }
    if (/[a-zA-Z0-9]/.test(c)) this.fail(`bad escape \\${c}`, start);
    return c.codePointAt(0)!;
  }

  private hex(digits: number, start: number): number {
    const text = this.source.slice(this.at, this.at + digits).join('');
    const found = /^[0-9a-fA-F]*/.exec(text)![0];
    if (found.length !== digits) {
      this.fail(`incomplete escape \\${this.source[this.at - 1]}${found}`, start);
    }
    this.at += digits;
    return parseInt(found, 16);
  }

  // ---- sets ----------------------------------------------------------------------------------------

  private set(start: number): CharTest {
    const negative = this.take('^');
    const tests: CharTest[] = [];
    for (let first = true; ; first = false) {
      if (this.at >= this.source.length) this.fail('unterminated character set', start);
      if (this.next === ']' && !first) break;
      tests.push(this.setItem(start));
    }
    this.at++;
    const any = (c: number) => tests.some((test) => test(c));
    const cased = this.flags & IGNORECASE ? (c: number) => swapCases(c).some(any) : any;
    return negative ? (c) => !cased(c) : cased;
  }

  private setItem(start: number): CharTest {
    const at = this.at;
    const low = this.setMember();
    if (typeof low === 'function') {
      if (
        this.next === '-' &&
        (this.source[this.at + 1] ?? '') !== ']' &&
        this.at + 1 < this.source.length
      ) {
        this.at++;
        this.setMember();
        this.fail(`bad character range ${this.source.slice(at, this.at).join('')}`, at);
      }
      return low;
    }
    const dash = this.next === '-' && this.at + 1 < this.source.length;
    if (!dash || this.source[this.at + 1] === ']') return (c) => c === low;
    this.at++;
    if (this.at >= this.source.length) this.fail('unterminated character set', start);
    const high = this.setMember();
    if (typeof high === 'function' || high < low) {
      return this.fail(`bad character range ${this.source.slice(at, this.at).join('')}`, at);
    }
    return (c) => c >= low && c <= high;
  }

  private setMember(): number | CharTest {
    const start = this.at;
    const c = this.source[this.at++]!;
    if (c !== '\\') return c.codePointAt(0)!;
    const test = this.classEscape(this.next);
    if (test !== null) {
      this.at++;
      return test;
    }
    if (this.take('b')) return 8;
    if (this.next >= '1' && this.next <= '7') {
      const text = /^[0-7]{1,3}/.exec(this.source.slice(this.at, this.at + 3).join(''))![0];
      this.at += text.length;
      return parseInt(text, 8);
    }
    if (this.next === '') this.fail('bad escape (end of pattern)', start);
    return this.charEscape(start);
  }

  // ---- groups --------------------------------------------------------------------------------------

  private group(start: number): Node | null {
    if (!this.take('?')) return this.capture(start, '');
    if (this.take('P<')) return this.capture(start, this.name('>'));
    if (this.take('P=')) return this.namedReference();
    if (this.take(':')) return this.close(start, this.alternatives());
    if (this.take('>')) return this.close(start, { t: 'atomic', node: this.alternatives() });
    if (this.take('#')) {
      while (this.next !== ')') {
        if (this.at++ >= this.source.length) this.fail('missing ), unterminated comment', start);
      }
      this.at++;
      return null;
    }
    if (this.take('=')) return this.look(start, false, false);
    if (this.take('!')) return this.look(start, false, true);
    if (this.take('<=')) return this.look(start, true, false);
    if (this.take('<!')) return this.look(start, true, true);
    if (this.take('(')) return this.conditional(start);
    return this.inlineFlags(start);
  }

  private close(start: number, node: Node): Node {
    if (!this.take(')')) this.fail('missing ), unterminated subpattern', start);
    return node;
  }

  private capture(start: number, name: string): Node {
    const group = ++this.groups;
    if (name !== '') {
      const known = this.names.get(name);
      if (known !== undefined) {
        const text = `redefinition of group name '${name}' as group ${group}; was group ${known}`;
        this.fail(text, this.at - name.length - 1);
      }
      this.names.set(name, group);
    }
    this.open.add(group);
    const inner = this.alternatives();
    this.open.delete(group);
    return this.close(start, { t: 'group', group, node: inner });
  }

  private name(terminator: string): string {
    const at = this.at;
    let text = '';
    while (this.next !== terminator) {
      if (this.at >= this.source.length) {
        this.fail(
          text === '' ? 'missing group name' : `missing ${terminator}, unterminated name`,
          at,
        );
      }
      text += this.source[this.at++]!;
    }
    this.at++;
    if (text === '') this.fail('missing group name', at);
    if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(text)) {
      this.fail(`bad character in group name '${text}'`, at);
    }
    return text;
  }

  private namedReference(): Node {
    const at = this.at;
    const name = this.name(')');
    const group = this.names.get(name);
    if (group === undefined) return this.fail(`unknown group name '${name}'`, at);
    return this.reference(group, at);
  }

  private look(start: number, behind: boolean, negative: boolean): Node {
    const node = this.close(start, this.alternatives());
    let width = 0;
    if (behind) {
      const [low, high] = widthOf(node);
      if (low !== high) this.fail('look-behind requires fixed-width pattern', -1);
      width = low;
    }
    return { t: 'look', behind: behind ? width : -1, negative, node };
  }

  private conditional(start: number): Node {
    const at = this.at;
    let text = '';
    while (this.next !== ')' && this.at < this.source.length) text += this.source[this.at++]!;
    this.at++;
    const group = /^\d+$/.test(text) ? Number(text) : this.names.get(text);
    if (group === undefined) return this.fail(`unknown group name '${text}'`, at);
    if (group === 0) return this.fail('bad group number', at);
    const yes = this.sequence();
    const no: Node = this.take('|') ? this.sequence() : { t: 'seq', list: [] };
    if (this.next === '|') this.fail('conditional backref with more than two branches', this.at);
    return this.close(start, { t: 'cond', group, yes, no });
  }

  /** `(?i)` at the start, `(?i:...)`, `(?-i:...)`. */
  private inlineFlags(start: number): Node | null {
    let on = 0;
    let off = 0;
    let negative = false;
    for (;;) {
      const c = this.source[this.at++] ?? '';
      if (c === '-' && !negative) negative = true;
      else if (c === ')' && !negative) {
        if (start !== 0) this.fail('global flags not at the start of the expression', start);
        this.flags |= on;
        return null;
      } else if (c === ':') break;
      else if (FLAG_LETTERS[c] !== undefined) {
        if (negative) off |= FLAG_LETTERS[c]!;
        else on |= FLAG_LETTERS[c]!;
      } else this.unknownExtension(c, start);
    }
    const before = this.flags;
    this.flags = (before | on) & ~off;
    const node = this.alternatives();
    this.flags = before;
    return this.close(start, node);
  }

  private unknownExtension(c: string, start: number): never {
    if (c === '') return this.fail('unexpected end of pattern', this.at - 1);
    const shown = c === '<' || c === 'P' ? c + this.next : c;
    return this.fail(`unknown extension ?${shown}`, start + 1);
  }
}

/** Least and greatest length of what a tree matches. */
function widthOf(node: Node): readonly [number, number] {
  switch (node.t) {
    case 'char':
      return [1, 1];
    case 'seq':
      return node.list.map(widthOf).reduce((a, b) => [a[0] + b[0], a[1] + b[1]], [0, 0]);
    case 'alt':
      return node.list
        .map(widthOf)
        .reduce((a, b) => [Math.min(a[0], b[0]), Math.max(a[1], b[1])], [Infinity, 0]);
    case 'group':
    case 'atomic':
      return widthOf(node.node);
    case 'repeat': {
      const [low, high] = widthOf(node.node);
      return [low * node.min, high === 0 ? 0 : high * node.max];
    }
    case 'ref':
      return [0, Infinity];
    case 'at':
    case 'look':
      return [0, 0];
    case 'cond': {
      const [a, b] = [widthOf(node.yes), widthOf(node.no)];
      return [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
    }
  }
}

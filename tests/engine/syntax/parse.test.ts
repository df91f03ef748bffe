/** What a recording cannot hold: limits, warnings, incompleteness, our own refusals. */
import { describe, expect, it } from 'vitest';
import type { Module } from '../../../engine/syntax/index.ts';
import {
  parse,
  ParserStackOverflow,
  PySyntaxError,
  syntaxFeatures,
  UnsupportedSyntax,
} from '../../../engine/syntax/index.ts';
import type { SyntaxProfile } from '../../../engine/syntax/index.ts';
import { dump } from './dump.ts';
import '../../../engine/loading/all.ts';

function tree(source: string, release: SyntaxProfile = '3.13'): Module {
  return parse(source, { filename: '<s>', mode: 'exec', features: syntaxFeatures[release] });
}

/** The dump of one expression, without its places. */
function shape(source: string): string {
  const all = dump(tree(source), {
    positionsInFStrings: true,
    positionsOfAliases: true,
    positionsOfSlices: true,
  });
  return all.replace(/@\d+:\d+-\d+:\d+/g, '').replace(/^Module\(\[Expr\((.*)\)\]\)$/s, '$1');
}

function error(
  source: string,
  release: SyntaxProfile = '3.13',
  mode: 'exec' | 'single' = 'exec',
): PySyntaxError {
  try {
    parse(source, { filename: '<s>', mode, features: syntaxFeatures[release] });
  } catch (thrown) {
    if (thrown instanceof PySyntaxError) return thrown;
    throw thrown;
  }
  throw new Error(`${source} is right`);
}

describe('expressions', () => {
  it.each([
    ['1 + 2 * 3', 'BinOp(Constant(0x1) Add BinOp(Constant(0x2) Mult Constant(0x3)))'],
    ['-a ** -b', 'UnaryOp(USub BinOp(Name("a" Load) Pow UnaryOp(USub Name("b" Load))))'],
    ['a < b is not c', 'Compare(Name("a" Load) [Lt IsNot] [Name("b" Load) Name("c" Load)])'],
    ['not a in b', 'UnaryOp(Not Compare(Name("a" Load) [In] [Name("b" Load)]))'],
    [
      'a[1:2, ::3]',
      'Subscript(Name("a" Load) Tuple([Slice(Constant(0x1) Constant(0x2) ~) Slice(~ ~ Constant(0x3))] Load) Load)',
    ],
    ['{**a, 1: 2}', 'Dict([~ Constant(0x1)] [Name("a" Load) Constant(0x2)])'],
    ["f'{x=}'", 'JoinedStr([Constant("x=") FormattedValue(Name("x" Load) 114 ~)])'],
    [
      "f'{x:{w}}'",
      'JoinedStr([FormattedValue(Name("x" Load) -1 JoinedStr([FormattedValue(Name("w" Load) -1 ~)]))])',
    ],
    [
      "'a' f'{b}' 'c'",
      'JoinedStr([Constant("a") FormattedValue(Name("b" Load) -1 ~) Constant("c")])',
    ],
    ['0xFFFF_FFFF_FFFF_FFFF_F', 'Constant(0xfffffffffffffffff)'],
    ["'\\ud83d\\ude00'", 'Constant("\\ud83d\\ude00")'],
    ['ﬁ', 'Name("fi" Load)'],
  ])('%s', (source, want) => {
    expect(shape(source)).toBe(want);
  });
});

describe('limits', () => {
  it('takes what CPython takes', () => {
    const deep = '('.repeat(150) + 'x' + ')'.repeat(150);
    expect(shape(deep)).toBe('Name("x" Load)');
    expect(shape('['.repeat(90) + ']'.repeat(90))).toContain('List');
    expect(tree('x = ' + '-'.repeat(400) + '1').body).toHaveLength(1);
    expect(tree('x = ' + '1 + '.repeat(20_000) + '1').body).toHaveLength(1);
    expect(tree('x' + '.y'.repeat(5_000)).body).toHaveLength(1);
    const chain = 'if a: pass\n' + 'elif b: pass\n'.repeat(300);
    expect(tree(chain).body).toHaveLength(1);
  });

  it('refuses too many brackets', () => {
    expect(error('('.repeat(201)).msg).toBe('too many nested parentheses');
  });

  it('runs out of stack as an error of its own', () => {
    expect(() => tree('not '.repeat(200_000) + 'x')).toThrow(ParserStackOverflow);
  });

  it('is not exponential in nesting, right or wrong', () => {
    tree('x = ' + '{1: ['.repeat(40) + ']}'.repeat(40));
    tree('f('.repeat(60) + ')'.repeat(60));
    expect(error('(('.repeat(20) + 'a b' + '))'.repeat(20)).msg).toContain('comma');
  });
});

describe('warnings', () => {
  it('are collected, one a literal', () => {
    expect(tree("x = '\\d\\e'\ny = b'\\q'").warnings).toEqual([
      { category: 'SyntaxWarning', msg: "invalid escape sequence '\\d'", lineno: 1 },
      { category: 'SyntaxWarning', msg: "invalid escape sequence '\\q'", lineno: 2 },
    ]);
    expect(tree("'\\d'", '3.9').warnings).toEqual([
      { category: 'DeprecationWarning', msg: 'invalid escape sequence \\d', lineno: 1 },
    ]);
    expect(tree('x = 1if y else 2').warnings?.[0]?.msg).toBe('invalid decimal literal');
    expect(tree('x').warnings).toBeUndefined();
  });
});

describe('incomplete input', () => {
  it.each([
    'x = (',
    'if x:',
    'if x:\n',
    'def f():',
    '"""a',
    'f"""a',
    'x = \\',
    '[1,',
    '@x',
    'try:',
    'for x in y:',
    'class C:\n',
    'if x:\n  y\nelse:',
  ])('%j waits', (source) => {
    expect(error(source, '3.13', 'single').incomplete).toBe(true);
  });
  it.each(['x y', 'x = )', '"a\n', '1 = x', 'f(\nx\ny\n', 'if x\n', 'if', 'x = ', 'import'])(
    '%j does not',
    (source) => {
      expect(error(source, '3.13', 'single').incomplete).toBe(false);
    },
  );
});

describe('what we do not run', () => {
  it.each([["'\\N{CHEROKEE LETTER A}'", '\\N{...} character name']])('%s', (source, feature) => {
    expect(() => tree(source)).toThrow(UnsupportedSyntax);
    expect(() => tree(source)).toThrow(feature);
  });
  it('is told only of programs that are right', () => {
    expect(error("'\\N{CHEROKEE LETTER A}'\ny z").msg).toBe('invalid syntax');
  });
});

describe('blocks at a prompt', () => {
  const typed = (source: string): unknown =>
    parse(source, {
      filename: '<s>',
      mode: 'single',
      features: syntaxFeatures['3.13'],
      dontImplyDedent: true,
    });
  it('end at an empty line', () => {
    expect(() => typed('if x:\n  y')).toThrow(PySyntaxError);
    expect(typed('if x:\n  y\n')).toMatchObject({ kind: 'Interactive' });
    expect(typed('x = 1')).toMatchObject({ kind: 'Interactive' });
  });
});

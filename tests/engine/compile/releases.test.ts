/** What differs between releases, and what does not depend on one. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type CodeUnit,
  type ConstValue,
  PyRecursionError,
  compile,
  compileFeatures,
  opcodes,
} from '../../../engine/compile/index.ts';
import { listing } from '../../../engine/compile/listing.ts';
import { parse, syntaxFeatures } from '../../../engine/syntax/index.ts';
import '../../../engine/loading/all.ts';

type Release = keyof typeof compileFeatures;

function compileFor(release: Release, source: string) {
  const filename = '<test>';
  const tree = parse(source, { filename, mode: 'exec', features: syntaxFeatures[release] });
  return compile(tree, { filename, source, features: compileFeatures[release] });
}

function inner(code: CodeUnit): CodeUnit[] {
  return code.consts.flatMap((c) => (c.type === 'code' ? [c.code] : []));
}

function functionOf(release: Release, source: string): CodeUnit {
  return inner(compileFor(release, source).code)[0]!;
}

function hasOpcode(unit: CodeUnit, opcode: number): boolean {
  return unit.instructions.some((value, i) => i % 2 === 0 && value === opcode);
}

/** A constant as Python writes it; '*' marks those that stood in the tree. */
function show(c: ConstValue): string {
  const text = 'value' in c ? String(c.value) : 'items' in c ? `(${c.items.map(show)})` : c.type;
  return c.fromTree ? `*${text}` : text;
}

function loads(unit: CodeUnit): string[] {
  const result: string[] = [];
  for (let i = 0; i < unit.instructions.length; i += 2) {
    const [opcode, oparg] = unit.instructions.subarray(i, i + 2);
    const local = unit.localsplusnames[oparg!];
    if (opcode === opcodes.LOAD_FAST_BORROW) result.push(`B ${local}`);
    if (opcode === opcodes.LOAD_FAST) result.push(`F ${local}`);
  }
  return result;
}

function allLoads(unit: CodeUnit): [string, string[]][] {
  return [[unit.name, loads(unit)], ...inner(unit).flatMap(allLoads)];
}

describe('borrowed loads, compared with CPython 3.14', () => {
  const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
  const compiled = read('compile.recorded.json');
  const recorded: { codes: [string, string[]][][] } = read('borrowed.recorded.json');
  const entries: { source: string }[] = [...compiled.functions, ...compiled.programs];

  it('borrows the same loads wherever the loads are the same', () => {
    const names = (texts: string[]) => texts.map((text) => text.slice(2)).join();
    const counts = { same: 0, different: 0, otherLoads: 0 };
    for (const [i, { source }] of entries.entries()) {
      const ours = allLoads(compileFor('3.14', source).code);
      const theirs = recorded.codes[i]!;
      for (const [k, [, texts]] of ours.entries()) {
        const expected = theirs[k]?.[1] ?? [];
        if (names(texts) !== names(expected)) counts.otherLoads++;
        else if (texts.join() === expected.join()) counts.same++;
        else counts.different++;
      }
    }
    // The other loads are of code that 3.14 makes otherwise (with, finally).
    expect(counts).toEqual({ same: 1357, different: 1, otherLoads: 1 });
  });
});

describe('releases', () => {
  it('inlines comprehensions from 3.12 on', () => {
    const source = 'def f(x): return [a for a in x]\n';
    expect(inner(functionOf('3.12', source))).toHaveLength(0);
    expect(inner(functionOf('3.11', source)).map((code) => code.name)).toEqual(['<listcomp>']);
  });

  it('builds lists of constants from a tuple from 3.9 on', () => {
    const source = 'def f(): return [1, 2, 3]\n';
    expect(hasOpcode(functionOf('3.9', source), opcodes.LIST_EXTEND)).toBe(true);
    expect(hasOpcode(functionOf('3.8', source), opcodes.LIST_EXTEND)).toBe(false);
  });

  it('cleans docstrings from 3.13 on', () => {
    const source = 'def f():\n    """a\n    b"""\n';
    expect(show(functionOf('3.12', source).consts[0]!)).toBe('*a\n    b');
    expect(show(functionOf('3.13', source).consts[0]!)).toBe('a\nb');
  });

  it('keeps unused constants up to 3.11', () => {
    const source = 'def f():\n    if 0: return 7\n    return 8\n';
    expect(functionOf('3.11', source).consts.map(show)).toEqual(['None', '*0', '*7', '*8']);
    expect(functionOf('3.12', source).consts.map(show)).toEqual(['None', '*8']);
  });

  it('gives constant conditions no line up to 3.9, yet finds the errors behind them', () => {
    const lines = (release: Release) => {
      const { locations } = compileFor(release, 'while True:\n    a\n').code;
      return new Set(locations.filter((line, i) => i % 4 === 0 && line > 0));
    };
    expect([...lines('3.9')]).toEqual([2]);
    expect([...lines('3.10')]).toEqual([1, 2]);
    expect(() => compileFor('3.9', 'if 0: return\n')).toThrow("'return' outside function");
  });

  it('unpacks in comprehensions from 3.15 on', () => {
    const uses = (source: string, opcode: number) =>
      hasOpcode(compileFor('3.15', `x = ${source}\n`).code, opcode);
    expect(uses('[*a for a in b]', opcodes.LIST_EXTEND)).toBe(true);
    expect(uses('{*a for a in b}', opcodes.SET_UPDATE)).toBe(true);
    expect(uses('{**a for a in b}', opcodes.DICT_UPDATE)).toBe(true);
    const generator = functionOf('3.15', 'x = (*a for a in b)\n');
    expect(hasOpcode(generator, opcodes.YIELD_VALUE)).toBe(true);
  });

  it('tests a while condition once from 3.14 on', () => {
    const tests = (release: Release) => {
      const { instructions } = compileFor(release, 'while a: b\n').code;
      return instructions.filter((value, i) => i % 2 === 0 && value === opcodes.TO_BOOL).length;
    };
    expect([tests('3.13'), tests('3.14')]).toEqual([2, 1]);
  });

  it('warns of leaving finally blocks from 3.14 on', () => {
    const source = [
      'for x in y:',
      '    try: a',
      '    finally: break',
      'def f():',
      '    try: a',
      '    finally:',
      '        for x in y: continue',
      '        return',
      '',
    ].join('\n');
    expect(compileFor('3.13', source).warnings).toEqual([]);
    expect(compileFor('3.14', source).warnings.map(({ msg, lineno }) => [msg, lineno])).toEqual([
      ["'break' in a 'finally' block", 3],
      ["'return' in a 'finally' block", 8],
    ]);
  });
});

describe('constants', () => {
  it('are one object when they are equal, over the whole compilation', () => {
    const { code } = compileFor('3.13', 'x = (1, "a")\ndef f(): return (1, "a"), 1.0, True\n');
    const tuple = code.consts.find((c) => c.type === 'tuple')!;
    const [outer] = inner(code)[0]!.consts.filter((c) => c.type === 'tuple');
    expect(outer?.type === 'tuple' && outer.items[0] === tuple).toBe(true);
  });

  it('say whether they stood in the tree', () => {
    const { code } = compileFor('3.13', 'f(2, k=3)\nx = (4, 5)\ny = 6 * 7\n');
    expect(code.consts.map(show)).toEqual(['*2', '*3', '(k)', '*(*4,*5)', '*42', 'None']);
  });

  it('are not of the tree when folded on instructions', () => {
    const { code } = compileFor('3.14', 'y = 600 * 7\n');
    expect(code.consts.map(show)).toEqual(['*600', 'None', '4200']);
  });
});

describe('deep programs', () => {
  const deep = {
    sum: `x = ${Array(9000).fill('a').join(' + ')}\n`,
    attributes: `x = a${'.b'.repeat(9000)}\n`,
    calls: `x = a${'.b(c)'.repeat(2500)}\n`,
    subscripts: `x = a${'[0]'.repeat(5000)}\n`,
    elif: `if a: b\n${'elif a: b\n'.repeat(1000)}`,
    parentheses: `x = ${'['.repeat(150)}a${']'.repeat(150)}\n`,
  };
  for (const [name, source] of Object.entries(deep)) {
    it(`compiles what CPython compiles: ${name}`, () => {
      expect(compileFor('3.13', source).code.instructions.length).toBeGreaterThan(0);
    });
  }

  it('gives up where CPython does', () => {
    const source = `x = ${Array(11_000).fill('a').join(' + ')}\n`;
    expect(() => compileFor('3.13', source)).toThrow(PyRecursionError);
  });
});

describe('listing', () => {
  it('reads like dis', () => {
    const { code } = compileFor('3.13', 'for x in y:\n    print(x)\n');
    expect(listing(code).split('\n')).toEqual([
      '<module>:',
      '    0     0  RESUME                        0',
      '    1     1  LOAD_NAME                     0 (y)',
      '          2  GET_ITER                      0',
      '          3  FOR_ITER                     11 (to 11)',
      '          4  STORE_NAME                    1 (x)',
      '    2     5  LOAD_NAME                     2 (print)',
      '          6  PUSH_NULL                     0',
      '          7  LOAD_NAME                     1 (x)',
      '          8  CALL                          1',
      '          9  POP_TOP                       0',
      '         10  JUMP_BACKWARD                 3 (to 3)',
      '    1    11  END_FOR                       0',
      '         12  POP_TOP                       0',
      '         13  RETURN_CONST                  0 (None)',
    ]);
  });
});

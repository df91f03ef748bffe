/** Our code objects as the text `normalise.py` makes of CPython's. */

import type { CodeUnit, ConstValue } from '../../../engine/compile/code-unit.ts';
import { OPCODE_NAMES } from '../../../engine/compile/opcodes.ts';

function floatHex(x: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

function strText(s: string): string {
  return JSON.stringify(s).replace(
    /[^ -~]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function constText(c: ConstValue, codes: CodeUnit[]): string {
  switch (c.type) {
    case 'int':
      return `i${c.value}`;
    case 'float':
      return `f${floatHex(c.value)}`;
    case 'complex':
      return `j${floatHex(c.real)}${floatHex(c.imag)}`;
    case 'str':
      return strText(c.value);
    case 'bytes':
      return `b${Buffer.from(c.value).toString('hex')}`;
    case 'tuple':
    case 'slice':
      return `(${c.items.map((item) => constText(item, codes)).join(', ')})`;
    case 'frozenset':
      return `{${c.items
        .map((item) => constText(item, codes))
        .sort()
        .join(', ')}}`;
    case 'code':
      codes.push(c.code);
      return `<code ${c.code.name}>`;
    default:
      return c.type;
  }
}

function placeText(unit: CodeUnit, i: number): string {
  const [line, endLine, column, endColumn] = unit.locations.subarray(4 * i, 4 * i + 4);
  if (line! < 0) return '-';
  if (column! < 0 || endColumn! < 0) return `${line}`;
  return `${line}:${column}-${endLine}:${endColumn}`;
}

function codeText(unit: CodeUnit, codes: CodeUnit[]): string {
  const { name, qualname, firstlineno, flags, argcount, posonlyargcount, kwonlyargcount } = unit;
  const counts = `${argcount},${posonlyargcount},${kwonlyargcount}`;
  const locals = unit.localsplusnames.map((local, i) => `${local}:${unit.localspluskinds[i]}`);
  const lines = [
    `code ${qualname} (${name}) line ${firstlineno} ` +
      `flags 0x${flags.toString(16)} args ${counts} stack ${unit.stacksize}`,
    `consts: ${unit.consts.map((c) => constText(c, codes)).join(', ')}`,
    `names: ${unit.names.join(' ')}`,
    `locals: ${locals.join(' ')}`,
  ];
  for (let i = 0; 2 * i < unit.instructions.length; i++) {
    const [opcode, oparg] = unit.instructions.subarray(2 * i, 2 * i + 2);
    // 3.13 has one such constant, later releases an instruction for several.
    const opname = OPCODE_NAMES[opcode!]!.replace('LOAD_COMMON_CONSTANT', 'LOAD_ASSERTION_ERROR');
    lines.push(`${opname} ${oparg} @${placeText(unit, i)}`);
  }
  for (const { start, end, target, depth, lasti } of unit.exceptiontable) {
    lines.push(`except ${start}-${end} -> ${target} [${depth}]${lasti ? ' lasti' : ''}`);
  }
  return lines.join('\n');
}

/** The texts of a code object and of all within it, each once. */
export function normalise(unit: CodeUnit): string[] {
  const texts: string[] = [];
  const todo = [unit];
  const seen = new Set<CodeUnit>();
  for (let code = todo.shift(); code !== undefined; code = todo.shift()) {
    if (seen.has(code)) continue;
    seen.add(code);
    const inner: CodeUnit[] = [];
    texts.push(codeText(code, inner));
    todo.unshift(...inner);
  }
  return texts;
}

/** CPython's second half of a super-instruction has no place of its own: then any is right. */
export function sameText(ours: string, recorded: string): boolean {
  if (ours === recorded) return true;
  const [a, b] = [ours.split('\n'), recorded.split('\n')];
  return (
    a.length === b.length &&
    a.every((line, i) => {
      const expected = b[i]!;
      return (
        line === expected || (expected.endsWith('@?') && line.startsWith(expected.slice(0, -1)))
      );
    })
  );
}

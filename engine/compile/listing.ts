/** Code objects as text, in the manner of Python's `dis`. */

import type { CodeUnit, ConstValue } from './code-unit.ts';
import { hasConst, isJump } from './opcode-metadata.ts';
import * as op from './opcodes.ts';
import { reprConst } from './repr.ts';

const LOCAL_OPCODES: ReadonlySet<number> = new Set([
  op.LOAD_FAST,
  op.LOAD_FAST_CHECK,
  op.LOAD_FAST_AND_CLEAR,
  op.LOAD_FAST_BORROW,
  op.STORE_FAST,
  op.DELETE_FAST,
  op.LOAD_DEREF,
  op.STORE_DEREF,
  op.DELETE_DEREF,
  op.LOAD_FROM_DICT_OR_DEREF,
  op.MAKE_CELL,
]);

/** Opcodes with a name, and by how many bits its index is shifted. */
const NAME_SHIFTS: ReadonlyMap<number, number> = new Map([
  [op.LOAD_NAME, 0],
  [op.STORE_NAME, 0],
  [op.DELETE_NAME, 0],
  [op.STORE_GLOBAL, 0],
  [op.DELETE_GLOBAL, 0],
  [op.LOAD_GLOBAL, 1],
  [op.LOAD_ATTR, 1],
  [op.STORE_ATTR, 0],
  [op.DELETE_ATTR, 0],
  [op.LOAD_SUPER_ATTR, 2],
  [op.LOAD_FROM_DICT_OR_GLOBALS, 0],
  [op.IMPORT_NAME, 0],
  [op.IMPORT_FROM, 0],
]);

/** What an operand means, in parentheses; '' when the number says it. */
function meaning(unit: CodeUnit, opcode: number, oparg: number): string {
  const shift = NAME_SHIFTS.get(opcode);
  if (shift !== undefined) return `(${unit.names[oparg >> shift]})`;
  if (hasConst(opcode)) return `(${reprConst(unit.consts[oparg]!)})`;
  if (LOCAL_OPCODES.has(opcode)) return `(${unit.localsplusnames[oparg]})`;
  if (opcode === op.BINARY_OP) return `(${op.BINARY_OPERATORS[oparg]})`;
  if (opcode === op.COMPARE_OP) return `(${op.COMPARE_OPERATORS[oparg >> 5]})`;
  return isJump(opcode) ? `(to ${oparg})` : '';
}

function* instructionLines(unit: CodeUnit): Generator<string> {
  let previousLine = -1;
  for (let i = 0; 2 * i < unit.instructions.length; i++) {
    const opcode = unit.instructions[2 * i]!;
    const oparg = unit.instructions[2 * i + 1]!;
    const line = unit.locations[4 * i]!;
    const shownLine = line === previousLine ? '' : line < 0 ? '--' : String(line);
    previousLine = line;
    const name = op.OPCODE_NAMES[opcode]!.padEnd(26);
    const place = `${shownLine.padStart(5)} ${String(i).padStart(5)}`;
    yield `${place}  ${name}${String(oparg).padStart(5)} ${meaning(unit, opcode, oparg)}`.trimEnd();
  }
}

function exceptionLines(unit: CodeUnit): string[] {
  return unit.exceptiontable.map(
    ({ start, end, target, depth, lasti }) =>
      `  ${start} to ${end} -> ${target} [${depth}]${lasti ? ' lasti' : ''}`,
  );
}

function codeUnits(consts: readonly ConstValue[]): CodeUnit[] {
  return consts.flatMap((c) => (c.type === 'code' ? [c.code] : []));
}

/** A code object and those within it. */
export function listing(unit: CodeUnit): string {
  const lines = [`${unit.qualname}:`, ...instructionLines(unit)];
  if (unit.exceptiontable.length > 0) lines.push('ExceptionTable:', ...exceptionLines(unit));
  const inner = codeUnits(unit.consts).map((code) => `\n${listing(code)}`);
  return [...lines, ...inner].join('\n');
}

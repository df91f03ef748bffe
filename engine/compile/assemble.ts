/**
 * The last step: blocks become one list of instructions, names become slots.
 *
 * v3.13.0 Python/assemble.c
 */

import { blocksFrom } from './basic-block.ts';
import {
  CO_FAST_CELL,
  CO_FAST_FREE,
  CO_FAST_HIDDEN,
  CO_FAST_LOCAL,
  type CodeUnit,
} from './code-unit.ts';
import { exceptionTable } from './exception-table.ts';
import type { FlowGraph, UnitLayout } from './flowgraph.ts';
import type { Instruction } from './instruction-sequence.ts';
import { JUMP, JUMP_NO_INTERRUPT, hasTarget } from './opcode-metadata.ts';
import { JUMP_BACKWARD, JUMP_BACKWARD_NO_INTERRUPT, JUMP_FORWARD } from './opcodes.ts';

/** What a code object says of itself beside its instructions. */
export interface UnitMetadata extends UnitLayout {
  readonly name: string;
  readonly qualname: string;
  readonly filename: string;
  readonly argcount: number;
  readonly posonlyargcount: number;
  readonly kwonlyargcount: number;
  /** co_stacksize, where it is not what our instructions need. */
  readonly statedStacksize: number | null;
  readonly names: ReadonlyMap<string, number>;
  /** Locals of inlined comprehensions in a block that has no fast locals otherwise. */
  readonly fastHidden: ReadonlyMap<string, boolean>;
}

/** v3.13.0 Python/assemble.c resolve_unconditional_jumps */
function realOpcode(opcode: number, isForward: boolean): number {
  if (opcode === JUMP) return isForward ? JUMP_FORWARD : JUMP_BACKWARD;
  if (opcode === JUMP_NO_INTERRUPT) return isForward ? JUMP_FORWARD : JUMP_BACKWARD_NO_INTERRUPT;
  return opcode;
}

function flatten(graph: FlowGraph): Instruction[] {
  const instrs: Instruction[] = [];
  for (const b of blocksFrom(graph.entry)) {
    b.offset = instrs.length;
    for (const instr of b.instrs) instrs.push(instr);
  }
  return instrs;
}

function encodeInstructions(instrs: readonly Instruction[]): Int32Array {
  const encoded = new Int32Array(instrs.length * 2);
  for (const [i, { opcode, oparg, target }] of instrs.entries()) {
    const operand = target !== null && hasTarget(opcode) ? target.offset : oparg;
    encoded[2 * i] = realOpcode(opcode, operand > i);
    encoded[2 * i + 1] = operand;
  }
  return encoded;
}

function encodeLocations(instrs: readonly Instruction[]): Int32Array {
  const encoded = new Int32Array(instrs.length * 4);
  for (const [i, { loc }] of instrs.entries()) {
    encoded[4 * i] = loc.lineno;
    encoded[4 * i + 1] = loc.end_lineno;
    encoded[4 * i + 2] = loc.col_offset;
    encoded[4 * i + 3] = loc.end_col_offset;
  }
  return encoded;
}

/** v3.13.0 Python/assemble.c compute_localsplus_info */
function localsplus(unit: UnitMetadata): { names: string[]; kinds: number[] } {
  const names: string[] = [];
  const kinds: number[] = [];
  for (const name of unit.varnames.keys()) {
    const hidden = unit.fastHidden.has(name) ? CO_FAST_HIDDEN : 0;
    const cell = unit.cellvars.has(name) ? CO_FAST_CELL : 0;
    names.push(name);
    kinds.push(CO_FAST_LOCAL | hidden | cell);
  }
  for (const name of unit.cellvars.keys()) {
    if (unit.varnames.has(name)) continue;
    names.push(name);
    kinds.push(CO_FAST_CELL);
  }
  for (const name of unit.freevars.keys()) {
    names.push(name);
    kinds.push(CO_FAST_FREE);
  }
  return { names, kinds };
}

/** v3.13.0 Python/assemble.c _PyAssemble_MakeCodeObject */
export function makeCodeUnit(unit: UnitMetadata, graph: FlowGraph): CodeUnit {
  const instrs = flatten(graph);
  const { names, kinds } = localsplus(unit);
  return Object.freeze({
    name: unit.name,
    qualname: unit.qualname,
    filename: unit.filename,
    firstlineno: unit.firstlineno,
    flags: unit.flags,
    argcount: unit.posonlyargcount + unit.argcount,
    posonlyargcount: unit.posonlyargcount,
    kwonlyargcount: unit.kwonlyargcount,
    stacksize: Math.max(graph.stacksize, 1),
    statedStacksize: unit.statedStacksize ?? Math.max(graph.stacksize, 1),
    instructions: encodeInstructions(instrs),
    locations: encodeLocations(instrs),
    consts: graph.consts,
    names: [...unit.names.keys()],
    localsplusnames: names,
    localspluskinds: kinds,
    exceptiontable: exceptionTable(instrs),
  });
}

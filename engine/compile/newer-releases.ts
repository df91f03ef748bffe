/** What the compiler does for releases later than the one at hand. v3.15.0 Python/codegen.c, flowgraph.c, symtable.c */
import type { Import, ImportFrom } from '../syntax/ast.ts';
import { type BasicBlock, blocksFrom } from './basic-block.ts';
import type { ConstValue } from './code-unit.ts';
import type { Compiler } from './compiler.ts';
import type { FrameBlockType } from './frame-blocks.ts';
import { hasConst } from './opcode-metadata.ts';
import {
  COMMON_EMPTY_STR,
  COMMON_FALSE,
  COMMON_MINUS_ONE,
  COMMON_NONE,
  COMMON_TRUE,
  LOAD_COMMON_CONSTANT,
  RETURN_CONST,
  RETURN_VALUE,
} from './opcodes.ts';
import type { SymbolTableEntry } from './symtable-entry.ts';

/** Blocks in which every import happens at once. */
const TRIES: ReadonlySet<FrameBlockType> = new Set<FrameBlockType>([
  'try except',
  'finally try',
  'finally end',
  'handler cleanup',
  'exception handler',
  'exception group handler',
]);

/** What IMPORT_NAME may do: 1 lazy, 2 at once, 0 as the program has set it. codegen_import */
export function importKind({ unit }: Compiler, s: Import | ImportFrom): number {
  if (s.is_lazy === true) return 1;
  const atOnce =
    unit.scopeType !== 'module' ||
    s.names[0]!.name === '*' ||
    unit.frameBlocks.some((block) => TRIES.has(block.type));
  return atOnce ? 2 : 0;
}

/** What is wrong with an import that is lazy in this block; '' when nothing is. */
export function lazyImportError(s: Import | ImportFrom, { tries, type }: SymbolTableEntry): string {
  const what = s.kind === 'Import' ? 'lazy import' : 'lazy from ... import';
  if (tries > 0) return `${what} not allowed inside try/except blocks`;
  if (type === 'function') return `${what} not allowed inside functions`;
  if (type === 'class') return `${what} not allowed inside classes`;
  return s.names[0]?.name === '*' ? 'lazy from ... import * is not allowed' : '';
}

/** The operand of LOAD_COMMON_CONSTANT that loads it; -1 for others. */
function commonConstant(c: ConstValue): number {
  switch (c.type) {
    case 'None':
      return COMMON_NONE;
    case 'True':
      return COMMON_TRUE;
    case 'False':
      return COMMON_FALSE;
    case 'str':
      return c.value === '' ? COMMON_EMPTY_STR : -1;
    case 'int':
      return c.value === -1n ? COMMON_MINUS_ONE : -1;
    default:
      return -1;
  }
}

/** v3.15.0 Python/flowgraph.c maybe_instr_make_load_common_const */
export function loadCommonConstants(entry: BasicBlock, consts: readonly ConstValue[]): void {
  for (const b of blocksFrom(entry)) {
    for (const instr of b.instrs) {
      const which = hasConst(instr.opcode) ? commonConstant(consts[instr.oparg]!) : -1;
      if (which < 0) continue;
      if (instr.opcode === RETURN_CONST) {
        // the last of its block; the return becomes an instruction of its own
        const done = instr.copy();
        done.set(RETURN_VALUE);
        b.instrs.push(done);
      }
      instr.set(LOAD_COMMON_CONSTANT, which);
    }
  }
}

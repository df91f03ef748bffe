/** What few programs need of what codegen-comprehension.ts is about. */
import * as op from './opcodes.ts';
import type { Location } from '../syntax/ast.ts';
import { addopAwaitNext } from './codegen-await.ts';
import { type AnyComprehension, visitElement, visitGenerator } from './codegen-comprehension.ts';
import { jumpIf, visitExpr } from './codegen-expr.ts';
import type { Compiler } from './compiler.ts';
import { popFrameBlock, pushFrameBlock } from './frame-blocks.ts';
import { JUMP, POP_BLOCK, SETUP_FINALLY } from './opcode-metadata.ts';

/** v3.13.0 Python/compile.c compiler_async_comprehension_generator */
export function visitAsyncGenerator(
  c: Compiler,
  e: AnyComprehension,
  index: number,
  outerDepth: number,
  iterOnStack: boolean,
): void {
  const start = c.newLabel();
  const except = c.newLabel();
  const ifCleanup = c.newLabel();
  const generator = e.generators[index]!;
  const depth = outerDepth + 1;
  if (!iterOnStack) visitAsyncIter(c, e, index);
  c.useLabel(start);
  pushFrameBlock(c, e, 'async comprehension', start);
  c.addopJump(e, SETUP_FINALLY, except);
  addopAwaitNext(c, e);
  c.addop(e, POP_BLOCK);
  visitExpr(c, generator.target);
  for (const condition of generator.ifs) jumpIf(c, e, condition, ifCleanup, false);
  let eltLoc: Location = e.kind === 'DictComp' ? e.key : e.elt;
  if (index + 1 < e.generators.length) visitGenerator(c, e, index + 1, depth, false);
  else eltLoc = visitElement(c, e, depth);
  c.useLabel(ifCleanup);
  c.addopJump(eltLoc, JUMP, start);
  popFrameBlock(c);
  c.useLabel(except);
  c.addop(e, op.END_ASYNC_FOR);
}

function visitAsyncIter(c: Compiler, e: AnyComprehension, index: number): void {
  const { iter } = e.generators[index]!;
  if (index === 0) {
    c.unit.argcount = 1;
    c.addopI(e, op.LOAD_FAST, 0);
  } else {
    visitExpr(c, iter);
    c.addop(iter, op.GET_AITER);
  }
}

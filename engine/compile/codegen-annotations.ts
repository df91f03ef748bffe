/**
 * Code for annotations that are evaluated on demand: functions named `__annotate__` (PEP 649).
 *
 * v3.14.0 Python/codegen.c
 */

import type { Arguments, Location } from '../syntax/ast.ts';
import { type AnyFunctionDef, visitAnnotationPairs } from './codegen-function.ts';
import { CO_FUTURE_ANNOTATIONS } from './code-unit.ts';
import type { Compiler } from './compiler.ts';
import { InstructionSequence } from './instruction-sequence.ts';
import * as op from './opcodes.ts';
import {
  enterAnnotationScope,
  leaveAnnotationScope,
  visitDeferredAnnotations,
} from './late-parts.ts';

export { deferAnnotation, refuseUnknownFormats } from './late-parts.ts';
/** Where the code of a module begins: behind RESUME. */
const BEHIND_RESUME = 1;

function isAnnotated({ posonlyargs, args, vararg, kwonlyargs, kwarg }: Arguments): boolean {
  const all = [...posonlyargs, ...args, vararg, ...kwonlyargs, kwarg];
  return all.some((arg) => arg !== null && arg.annotation !== null);
}

/**
 * Pushes the function that gives the annotations of another one, if it has any.
 * v3.14.0 Python/codegen.c codegen_function_annotations
 */
export function visitAnnotateFunction(c: Compiler, s: AnyFunctionDef): boolean {
  if (s.returns === null && !isAnnotated(s.args)) return false;
  enterAnnotationScope(c, s, c.table.lookup(s.args));
  if (c.features.annotateNamedByFunction) {
    c.unit.qualname = c.unit.qualname.replace(/__annotate__$/, `${s.name}.__annotate__`);
  }
  const count = visitAnnotationPairs(c, s);
  c.addopI(s, op.BUILD_MAP, count);
  leaveAnnotationScope(c, s);
  return true;
}

/** Begins a module or class that has annotations which need not be come by. */
export function beginConditionalAnnotations(c: Compiler, loc: Location): void {
  const { entry, scopeType, cellvars } = c.unit;
  if (!entry.hasConditionalAnnotations) return;
  c.addopI(loc, op.BUILD_SET, 0);
  if (scopeType === 'class') {
    c.addopI(loc, op.STORE_DEREF, cellvars.get('__conditional_annotations__')!);
  } else {
    c.addopName(loc, op.STORE_NAME, '__conditional_annotations__');
  }
}

/** Ends a module or class. v3.14.0 Python/codegen.c codegen_process_deferred_annotations */
export function endDeferredAnnotations(c: Compiler, loc: Location): void {
  const { unit } = c;
  if (unit.deferredAnnotations.size === 0) return;
  if (unit.scopeType === 'class') return visitDeferredAnnotations(c, loc);
  // A module has its function from the start, since it may be executed in part.
  const { seq } = unit;
  unit.seq = new InstructionSequence();
  visitDeferredAnnotations(c, loc);
  seq.insert(BEHIND_RESUME, unit.seq.instrs);
  unit.seq = seq;
}

/** Whether annotations are kept as text in a dict that is there from the start. */
export function keepsAnnotations(c: Compiler): boolean {
  return !c.features.deferredAnnotations || (c.future.flags & CO_FUTURE_ANNOTATIONS) !== 0;
}

/**
 * The blocks of annotations: what is evaluated on demand (PEP 649), where it stands, or never.
 *
 * v3.14.0 Python/symtable.c
 */

import type {
  AnnAssign,
  AsyncFunctionDef,
  Expr,
  FunctionDef,
  Location,
  Mod,
} from '../syntax/ast.ts';
import { CO_FUTURE_ANNOTATIONS } from './code-unit.ts';
import type { CompileFeatures } from './features.ts';
import { SymbolBlocks } from './symtable-blocks.ts';
import { DEF_PARAM, USE } from './symtable-entry.ts';

export abstract class SymbolAnnotations extends SymbolBlocks {
  /** The numbers of annotations that need not be come by. */
  readonly conditionalIndexes = new Map<AnnAssign, number>();
  readonly #deferred: boolean;
  readonly #stringAnnotations: boolean;

  constructor(mod: Mod, source: string, features: CompileFeatures, futureFlags: number) {
    super(mod, source, features);
    this.#deferred = features.deferredAnnotations;
    this.#stringAnnotations = (futureFlags & CO_FUTURE_ANNOTATIONS) !== 0;
  }

  protected abstract visitExpr(e: Expr): void;

  /** What is evaluated on demand is asked for in a format. v3.14.0 Python/symtable.c add_format_parameter */
  protected takesFormat(at: Location): void {
    if (this.#deferred) this.addDef('.format', DEF_PARAM, at);
  }

  /** v3.14.0 Python/symtable.c symtable_visit_annotation */
  protected annotation(s: AnnAssign): void {
    const { annotation } = s;
    const deferred = this.#deferred;
    if (!deferred && !this.#stringAnnotations) return this.visitExpr(annotation);
    const outer = this.current;
    if (deferred) this.#noteConditionalAnnotation(s);
    if (!deferred || this.#stringAnnotations) {
      this.enter('_annotation', 'annotation', annotation, annotation, this.blocks, false);
    } else if (outer.annotationBlock === null) {
      this.#enterAnnotations(annotation, annotation);
      this.current.unevaluated = outer.isFunctionLike;
      outer.annotationBlock = this.current;
    } else {
      this.reenter(outer.annotationBlock);
    }
    if (outer.type === 'class' && outer.hasConditionalAnnotations) {
      this.addDef('__conditional_annotations__', USE, annotation);
    }
    this.visitExpr(annotation);
    this.exit();
  }

  /** A module may be executed in part, so all of its annotations are conditional. */
  #noteConditionalAnnotation(s: AnnAssign): void {
    const { current, conditionalIndexes } = this;
    const conditional = current.type === 'class' && current.conditionalBlocks > 0;
    if (!conditional && current !== this.top) return;
    if (s.simple) conditionalIndexes.set(s, conditionalIndexes.size);
    if (current.hasConditionalAnnotations) return;
    current.hasConditionalAnnotations = true;
    this.addDef('__conditional_annotations__', USE, s.annotation);
  }

  /** The block of what will be an `__annotate__` function. */
  #enterAnnotations(node: object, at: Location): void {
    const outer = this.current;
    const attached = !this.#stringAnnotations;
    this.enter('__annotate__', 'annotation', node, at, this.blocks, attached);
    this.takesFormat(at);
    if (!attached || (outer.type !== 'class' && !outer.canSeeClassScope)) return;
    this.current.canSeeClassScope = true;
    this.addDef('__classdict__', USE, at);
  }

  /** v3.14.0 Python/symtable.c symtable_visit_annotations */
  protected annotations(s: FunctionDef | AsyncFunctionDef): void {
    const { posonlyargs, args, vararg, kwarg, kwonlyargs } = s.args;
    const deferred = this.#deferred;
    if (deferred) this.#enterAnnotations(s.args, s);
    else if (this.#stringAnnotations) {
      this.enter('_annotation', 'annotation', s, s, this.blocks, false);
    }
    for (const arg of [...posonlyargs, ...args, vararg, kwarg, ...kwonlyargs]) {
      if (arg?.annotation) this.visitExpr(arg.annotation);
    }
    if (s.returns !== null) this.visitExpr(s.returns);
    if (deferred || this.#stringAnnotations) this.exit();
  }

  /** Statements that may not be executed. v3.14.0 Python/symtable.c ENTER_CONDITIONAL_BLOCK */
  protected conditionally(visit: () => void): void {
    const { current } = this;
    current.conditionalBlocks++;
    visit();
    current.conditionalBlocks--;
  }
}

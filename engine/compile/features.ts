/**
 * What a release's compiler does that a learner can see. Capabilities, never versions: the compiler
 * asks for a field, and only the table at the end of this file knows releases.
 *
 * The instruction set is one for all releases (opcodes.ts), so what differs between them only in
 * how an instruction is spelled is not here.
 */

export interface CompileFeatures {
  /** Locals are pushed without a reference where the flow graph allows it (optimize_load_fast). */
  readonly borrowedLocals: boolean;
  /** List, set and dict comprehensions run in the frame around them (PEP 709). */
  readonly inlinedComprehensions: boolean;
  /** `[1, 2, 3]` is an empty list extended by a constant tuple, `{1, 2, 3}` likewise. */
  readonly listFromConstTuple: boolean;
  /** `1 + 2` becomes 3 in the flow graph, on instructions; otherwise in the tree. */
  readonly foldInFlowgraph: boolean;
  /** The first constant goes too when nothing loads it, unless it is a docstring. */
  readonly dropUnusedNoneConst: boolean;
  /** A function without docstring starts its constants with None, whether it needs it or not. */
  readonly noneForMissingDocstring: boolean;
  /** Docstrings lose their common indentation when they are compiled. */
  readonly cleanDocstrings: boolean;
  /** Class bodies set `__firstlineno__` and `__static_attributes__`. */
  readonly classLineAndAttributes: boolean;
  /** Annotations are not evaluated where they stand but on demand (PEP 649). */
  readonly deferredAnnotations: boolean;
  /** `break`, `continue` and `return` that leave a finally block draw a SyntaxWarning (PEP 765). */
  readonly warnLeavingFinally: boolean;
  /** `'%s' % (x,)` is compiled as the f-string it amounts to. */
  readonly percentFormatToFString: boolean;
  /** `while` tests its condition again at the bottom of the loop instead of jumping to the top. */
  readonly whileTestAtBottom: boolean;
  /** `super().method()` loads its attribute without making a super object. */
  readonly superAttributeLoads: boolean;
}

const release313: CompileFeatures = {
  borrowedLocals: false,
  inlinedComprehensions: true,
  listFromConstTuple: true,
  foldInFlowgraph: false,
  dropUnusedNoneConst: false,
  noneForMissingDocstring: true,
  cleanDocstrings: true,
  classLineAndAttributes: true,
  deferredAnnotations: false,
  warnLeavingFinally: false,
  percentFormatToFString: true,
  whileTestAtBottom: true,
  superAttributeLoads: true,
};

const release312: CompileFeatures = {
  ...release313,
  cleanDocstrings: false,
  classLineAndAttributes: false,
};

const release311: CompileFeatures = {
  ...release312,
  inlinedComprehensions: false,
  superAttributeLoads: false,
};

const release310: CompileFeatures = { ...release311, percentFormatToFString: false };

const release39: CompileFeatures = {
  ...release310,
  whileTestAtBottom: false,
};

const release38: CompileFeatures = { ...release39, listFromConstTuple: false };

const release314: CompileFeatures = {
  ...release313,
  borrowedLocals: true,
  foldInFlowgraph: true,
  noneForMissingDocstring: false,
  deferredAnnotations: true,
  warnLeavingFinally: true,
  whileTestAtBottom: false,
};

const release315: CompileFeatures = { ...release314, dropUnusedNoneConst: true };

/** The releases we know, by the name their profile has. */
export const compileFeatures = {
  '3.8': release38,
  '3.9': release39,
  '3.10': release310,
  '3.11': release311,
  '3.12': release312,
  '3.13': release313,
  '3.14.0': release314,
  '3.14': release314,
  '3.15': release315,
} as const satisfies Record<string, CompileFeatures>;

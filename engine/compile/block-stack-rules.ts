/** What differs in how releases up to 3.10 count slots of the stack; see block-stack-depth.ts. */
import type { BlockStacksName } from './features.ts';

/** How many slots `try`, `with`, calls and displays count, where they are blocks: block-stack-depth.ts. */
export interface BlockStacks {
  /** A finally block is called, not copied to each way out. */
  readonly finallyIsCalled: boolean;
  /** What is starred goes into a list at once, in place of parts that are joined at the end. */
  readonly growsLists: boolean;
  /** An inner `for x in [y]` of a comprehension is no loop. */
  readonly singleElements: boolean;
  /** A tuple of constants is one, and a constant condition none, before slots are counted. */
  readonly foldsTuples: boolean;
  /** Annotations are names and values in turn. */
  readonly annotationsArePairs: boolean;
  /** The code of a generator is entered with a value. */
  readonly generatorsBeginWithValue: boolean;
  /** Long displays and calls do not pile up their values. */
  readonly littleStack: boolean;
}

const folded: BlockStacks = {
  finallyIsCalled: false,
  growsLists: true,
  singleElements: true,
  foldsTuples: true,
  annotationsArePairs: true,
  generatorsBeginWithValue: true,
  littleStack: true,
};

const copied: BlockStacks = {
  ...folded,
  foldsTuples: false,
  annotationsArePairs: false,
  generatorsBeginWithValue: false,
  littleStack: false,
};

const called: BlockStacks = {
  ...copied,
  finallyIsCalled: true,
  growsLists: false,
  singleElements: false,
};

export const blockStackRules: Readonly<Record<BlockStacksName, BlockStacks>> = {
  called,
  copied,
  folded,
};

/**
 * What the objects need of the machine that runs them, handed in at boot.
 *
 * CPython calls upward here too: a frame object asks its frame for a line, `super()` looks at the
 * running frame, a TypeError suggests a keyword.
 */
import type { Addr } from '../base/brand.ts';
import type { Runtime } from './runtime.ts';

/** Decoded instructions of a code object, see vm/decode.ts. */
export interface DecodedView {
  readonly ops: Int32Array;
  readonly globals: Int32Array;
  readonly origin: Int32Array;
  readonly units: Int32Array;
  readonly lines: Int32Array;
  readonly handlers: Int32Array;
}

export interface VmServices {
  readonly decoded: { get(code: Addr): DecodedView; clear(): void; traceAll(): void };
  /** The frame object of a frame, made on the first look; new. */
  frameObject(rt: Runtime, frame: Addr): Addr;
  /** A frame has moved into a generator: its frame object learns the new place. */
  moveFrameObject(rt: Runtime, frame: Addr): void;
  /** sys.getallocatedblocks() */
  allocatedBlocks(): number;
  /** The text of sys._debugmallocstats() */
  mallocStats(): string;
  /**
   * A module that comes with the machine or lies in one of the folders of `path` (a list, borrowed);
   * new, 0 without an exception when there is none.
   */
  makeModule(rt: Runtime, name: string, path: Addr): Addr;
  /** What a ModuleNotFoundError says, and what there is instead. */
  missingModuleText(rt: Runtime, name: string): string;
  /**
   * Code of a source text; new, 0 with SyntaxError.
   * @param arena a list (borrowed) that is to hold its constants, 0 for none
   * @param isFile the text is that of a file, whose lines tracebacks find
   */
  compile(
    rt: Runtime,
    source: string,
    filename: string,
    mode: 'exec' | 'eval' | 'single',
    arena: Addr,
    isFile: boolean,
  ): Addr;
  /** Runs module or class code with a namespace as its locals; new: what it returned. */
  runIn(rt: Runtime, func: Addr, namespace: Addr): Addr;
  /** Prints an exception (borrowed) with its traceback to sys.stderr. */
  printException(rt: Runtime, exception: Addr): void;
  /** An exception being raised that passed no frame gets the one where the program stands. */
  placeException(rt: Runtime): void;
  /** Prints an exception (borrowed) that is ignored. */
  printIgnored(rt: Runtime, exception: Addr): void;
  /** The text that printException prints. */
  exceptionText(rt: Runtime, exception: Addr): string;
  /** A line of a source text that was compiled; '' when it is not known. */
  sourceLine(filename: string, line: number): string;
  /** Writes text to the file at sys.stderr. */
  writeStderr(rt: Runtime, text: string): void;
  /** What the instructions of PEP 695 make; new. `b` is 0 for one that takes one value. */
  typeIntrinsic(rt: Runtime, which: number, a: Addr, b: Addr): Addr;
  /** What typing makes of a value that is to be a type (`text` says of what), new; 0 with TypeError. */
  typingCheck(rt: Runtime, value: Addr, text: string): Addr;
  /** Imports what a lazy_import stands for; new. */
  resolveLazyImport(rt: Runtime, lazy: Addr): Addr;
  /** The same, for one that was found in a namespace under a name: it is put there. */
  reifyLazyImport(rt: Runtime, namespace: Addr, name: Addr, lazy: Addr): Addr;
  /** A module of a package (by their names) whose import was put off; new, 0 when there is none. */
  pendingSubmodule(rt: Runtime, packageName: Addr, name: Addr): Addr;
  /** What `t'...'` makes, see compile/opcodes.ts; new, 0 with MemoryError. */
  templateIntrinsic(rt: Runtime, which: number, a: Addr, b: Addr): Addr;
  /** Runs a frame that begins by raising the exception that is set. */
  runThrowing(rt: Runtime, frame: Addr): Addr;
  /** Hands a dying frame's locals to its frame object. */
  leaveFrameObject(rt: Runtime, frame: Addr, frameObject: Addr): void;
  /** '. Did you mean …?' for an unknown keyword, or ''. */
  suggestKeyword(rt: Runtime, code: Addr, from: number, to: number, name: string): string;
  /** Gives a warning at the line that runs; -1 with an exception, where the program wants one. */
  warn(rt: Runtime, category: Addr, text: string): number;
  /** '. Did you mean …?' for a word that is none of `candidates`, or ''. */
  suggestWord(name: string, candidates: readonly string[]): string;
}

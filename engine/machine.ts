/**
 * A machine: one interpreter of one release on one buffer, from boot to exit.
 *
 * The constructor boots it; `load` compiles a piece of program and sets up its frame; `resume` runs
 * it, to its end or to a pause; `finalize` is the interpreter's exit. Everything that changes lies in
 * the buffer, so that timeline/ can copy it and put it back.
 */
import type { Addr } from './base/brand.ts';
import { EngineFault } from './base/errors.ts';
import { Part } from './base/part.ts';
import {
  type BootImage,
  bootImages,
  endPrepared,
  putImage,
  takeImage,
} from './objects/boot-image.ts';
import { installCollector } from './collector/index.ts';
import { CHeap, Memory, type MemoryCopy } from './memory/index.ts';
import { createBuiltins, numberBuiltins } from './modules/builtins.ts';
import { makeModule, missingModuleText } from './modules/index.ts';
import { templateIntrinsic, typeIntrinsic, typingCheck } from './modules/late-parts.ts';
import { runAtexit } from './modules/native/atexit.ts';
import { addRunPython, type StartChild } from './modules/native/child.ts';
import { writeStderr } from './modules/print.ts';
import { type ModuleFinder, makeSourceModule } from './modules/source-module.ts';
import { createSys, exitStatus, isSystemExit, placeSys } from './modules/sys.ts';
import { initTextFileType } from './modules/text-file.ts';
import { bootObjects } from './objects/bootstrap.ts';
import { dictDrop, dictGetStr, dictNew, dictSetItem } from './objects/dict.ts';
import { currentException, errClear, errFetch, errOccurred } from './objects/errors.ts';
import { functionNew } from './objects/function.ts';
import { Identifiers } from './objects/identifiers.ts';
import { warmFreeLists } from './objects/int-object.ts';
import { debugMallocStats, debugTypeStats } from './objects/late-parts.ts';
import { listNew } from './objects/list.ts';
import { moduleAddSteal, moduleDict, moduleNew } from './objects/module.ts';
import { clearOwned, decref, newRef, xdecref } from './objects/refcount.ts';
import { type Hooks, type Native, Runtime, STATE } from './objects/runtime.ts';
import { keepStartupBlocks } from './objects/startup-blocks.ts';
import { internJs, newStr } from './objects/strings.ts';
import { isSubtype } from './objects/type-object.ts';
import { ExceptionTable, TypeTable } from './objects/type-table.ts';
import { newWeakref } from './objects/weakref-object.ts';
import { releaseNamed } from './profiles/at-hand.ts';
import type { Profile, ProfileId } from './profiles/capabilities.ts';
import { geometryNamed, type HistoricalGeometryName } from './profiles/pymalloc.ts';
import {
  type AllocatorName,
  type Domains,
  type MemoryCorruption,
  setupAllocators,
} from './pymalloc/index.ts';
import { initAnextAwaitableType } from './vm/anext-awaitable.ts';
import { initAsyncGeneratorTypes } from './vm/async-generator.ts';
import { makeFunctionVectorcall, pushCodeFrame, runCode, runFrameThrowing } from './vm/calls.ts';
import { type CompileMode, compileSource } from './vm/compile-source.ts';
import { DecodedCode } from './vm/decode.ts';
import { execute } from './vm/execute.ts';
import { finalizeModules } from './vm/finalize.ts';
import {
  initFrameType,
  leaveFrameObject,
  moveFrameObject,
  newFrameObject,
} from './vm/frame-object.ts';
import { initFrameLocalsType } from './vm/frame-locals.ts';
import { initCoroutineTypes, initGeneratorType } from './vm/generator-types.ts';
import { missingModuleNote } from './vm/imports.ts';
import {
  fatalErrorText,
  formatException,
  formatIgnored,
  giveWarning,
  heapFrames,
  printUncaught,
  suggestKeyword,
  pendingSubmodule,
  reify,
  resolveLazyImport,
  suggestWord,
} from './vm/late-parts.ts';
import type { Sources } from './vm/print-exception.ts';
import { isPromptFile, PROMPT_FILE } from './vm/prompt-file.ts';
import { PAUSED, runPending, Stepper } from './vm/stepper.ts';
import { placeException } from './vm/unwind.ts';

/** What looks a whole machine over. */
export const checker = new Part<typeof import('./collector/check.ts')>('checker');

/** What the end of the boot is told of the program. */
export interface Place {
  /** `sys.argv[0]`. */
  readonly filename: string;
  /** Finds source files that the program imports; without it there are none. */
  readonly finder?: ModuleFinder | undefined;
  /** Runs child interpreters; without it there are none. */
  readonly startChild?: StartChild | undefined;
}

export interface MachineOptions extends Place {
  readonly profile: ProfileId;
  /** Whether executed lines are counted and can be paused at. */
  readonly stepped: boolean;
  /** Bytes of the buffer. */
  readonly memory: number;
  /** Backward jumps and function entries that the program may make. */
  readonly maxChecks: number;
  /** Whether it is booted for other programs as well, or before its program is known: see `bootFor`. */
  readonly serves?: 'one' | 'many' | 'later' | undefined;
  /** PYTHONMALLOC: which allocators serve; pymalloc unless told otherwise. */
  readonly malloc?: AllocatorName | undefined;
  /** An allocator that older posts describe, in place of the release's own. */
  readonly geometry?: HistoricalGeometryName | undefined;
  /** Where output goes. */
  readonly write: (stream: 'stdout' | 'stderr', text: string) => void;
}

/** A copy of the machine. */
export interface Snapshot {
  readonly copies: readonly MemoryCopy[];
  /** Checks that the run had left. */
  readonly checks: number;
  /** The native functions by number: an import numbers more, and the copy refers to those it had. */
  readonly functions: readonly Native[];
}

/** What `resume` came to. */
export type Outcome =
  | { readonly kind: 'paused' }
  | { readonly kind: 'returned' }
  /** An exception left the code and was printed; `exit` is the status it asks for. */
  | { readonly kind: 'raised'; readonly exit: number; readonly isExit: boolean };

/** Exit statuses as a shell tells them: 128 + SIGABRT, 128 + SIGSEGV. */
const ABORTED = 134;
const CRASHED = 139;

/** Exit status of a process that SIGINT ended, as a shell tells it. */
const INTERRUPTED = 130;

/** The release, perhaps with another allocator. */
function profileOf({ profile, geometry }: MachineOptions): Profile {
  const release = releaseNamed(profile);
  return geometry === undefined ? release : { ...release, pymalloc: geometryNamed(geometry) };
}

/** What a boot depends on. */
export function imageName({ profile, memory, malloc, geometry }: ImageOptions): string {
  return [profile, memory, malloc ?? 'pymalloc', geometry ?? ''].join(' ');
}

type ImageOptions = Pick<MachineOptions, 'profile' | 'memory' | 'malloc' | 'geometry'>;

export class Machine {
  readonly rt: Runtime;
  readonly stepper: Stepper;
  readonly domains: Domains;
  readonly heap: CHeap;
  private readonly options: MachineOptions;
  /** Lines of each source text by file name, for tracebacks. */
  private readonly sources = new Map<string, readonly string[]>();
  /** File name of the program: its lines are the ones that are stepped. */
  private loaded = '';
  private place: Place;
  /** The machine before the end of the boot, where it serves many programs. */
  private readonly unplaced: Snapshot | null;
  /** Whether it was booted for a program that is not known yet. */
  private awaited = false;

  constructor(options: MachineOptions) {
    this.options = options;
    this.place = options;
    const profile = profileOf(options);
    const memory = new Memory({ bytes: options.memory });
    this.heap = new CHeap(memory);
    this.domains = setupAllocators(memory, this.heap, profile.pymalloc, options.malloc);
    const hooks: Hooks = {
      collectIfDue: () => {},
      collect: () => {},
      collectAll: () => {},
      newWeakref,
      clearWeakrefs: () => {},
      turnsOver: (rt) => this.stepper.turnsOver(rt),
      collection: null,
      write: (fd, text) => options.write(fd === 1 ? 'stdout' : 'stderr', text),
    };
    const tables = { types: new TypeTable(), exc: new ExceptionTable(), ids: new Identifiers() };
    this.rt = new Runtime(memory, this.domains, profile, hooks, tables);
    this.stepper = new Stepper({ maxChecks: options.maxChecks });
    this.bootFromImage(imageName(options));
    this.unplaced = options.serves === 'many' ? this.snapshot() : null;
    if (options.serves === 'later') this.awaited = true;
    else this.endBoot();
  }

  // ---- boot --------------------------------------------------------------------------------------

  /** Boots from what an earlier boot of the same kind left, or leaves that. */
  private bootFromImage(name: string): void {
    const image = bootImages.get(name);
    this.boot(image);
    if (image !== undefined) return;
    const taken = takeImage(this.rt);
    if (taken !== null) bootImages.set(name, taken);
  }

  private boot(image: BootImage | undefined): void {
    const { rt, stepper } = this;
    this.connectVm();
    const vectorcall = makeFunctionVectorcall(stepper);
    rt.numberAhead(vectorcall);
    rt.functionVectorcall = rt.fn(vectorcall);
    if (image !== undefined) this.putImage(image);
    bootObjects(rt);
    initGeneratorType(rt, stepper);
    initCoroutineTypes(rt, stepper);
    initAsyncGeneratorTypes(rt, stepper);
    initAnextAwaitableType(rt);
    initFrameType(rt);
    initFrameLocalsType(rt);
    initTextFileType(rt);
    installCollector(rt);
    numberBuiltins(rt);
    if (image === undefined) this.createModules();
    const sys = createSys(rt);
    if (image === undefined) this.settle(sys);
    else endPrepared(rt, image);
  }

  /** What a real start has behind it when a program begins. */
  private settle(sys: Addr): void {
    const { rt } = this;
    this.register('sys', sys);
    warmFreeLists(rt);
    if (rt.heapFrames) heapFrames.code.keepStartFrames(rt);
    keepStartupBlocks(rt, (this.options.malloc ?? 'pymalloc') === 'pymalloc');
    runPending(rt); // the programs of a real start would have run it
  }

  private createModules(): void {
    const { rt } = this;
    rt.setPtr(rt.state + STATE.modules, dictNew(rt));
    const builtins = createBuiltins(rt);
    this.createMain(builtins);
    this.register('builtins', builtins);
  }

  private putImage(image: BootImage): void {
    putImage(this.rt, image);
    this.heap.reload();
    this.domains.pymalloc.reload();
  }

  /** What knows the program. */
  private endBoot(): void {
    const { rt } = this;
    const { filename, finder, startChild } = this.place;
    placeSys(rt, [filename], finder?.path ?? []);
    if (startChild !== undefined) {
      addRunPython(rt, dictGetStr(rt, rt.statePtr(STATE.modules), rt.ids.sys), startChild);
    }
    if (errOccurred(rt)) {
      const why = this.exceptionText(currentException(rt));
      throw new EngineFault(`the machine did not boot: ${why}`);
    }
  }

  /** Hands objects/ what it needs of the machine that runs it. */
  private connectVm(): void {
    const { rt, stepper } = this;
    rt.vm = {
      decoded: new DecodedCode(rt, (file) => this.options.stepped && this.isOfProgram(file)),
      leaveFrameObject,
      moveFrameObject,
      frameObject: newFrameObject,
      suggestKeyword,
      suggestWord,
      warn: giveWarning,
      sourceLine: (filename, line) => this.sources.get(filename)?.[line - 1] ?? '',
      runThrowing: (r, frame) => runFrameThrowing(r, stepper, frame),
      runIn: (r, func, namespace) => runCode(r, stepper, func, namespace),
      compile: (_rt, ...text) => this.compileAtRunTime(...text),
      makeModule: (_rt, name, path) => this.makeModule(name, path),
      missingModuleText,
      typeIntrinsic,
      typingCheck,
      templateIntrinsic,
      pendingSubmodule,
      reifyLazyImport: reify,
      resolveLazyImport,
      allocatedBlocks: () => this.domains.pymalloc.allocatedBlocks(),
      mallocStats: () => this.mallocStats(),
      exceptionText: (_rt, exception) => this.exceptionText(exception),
      printException: (_rt, exception) => {
        writeStderr(this.rt, this.exceptionText(exception));
      },
      placeException,
      printIgnored: (r, exception) => {
        writeStderr(r, formatIgnored(r, exception, this.files, this.texts));
      },
      writeStderr,
    };
  }

  /** A module of the machine, or else one of a file. */
  private makeModule(name: string, path: Addr): Addr {
    const { rt } = this;
    const { finder } = this.place;
    const module = makeModule(rt, name);
    if (module !== 0 || errOccurred(rt) || finder === undefined) return module;
    return makeSourceModule(rt, finder, name, path);
  }

  /** Puts a module (stolen) into sys.modules. */
  private register(name: string, module: Addr): void {
    const { rt } = this;
    const key = internJs(rt, name);
    dictSetItem(rt, rt.statePtr(STATE.modules), key, module);
    decref(rt, key);
    decref(rt, module);
  }

  private createMain(builtins: Addr): void {
    const { rt } = this;
    const name = rt.profile.mainNameInterned ? newRef(rt, rt.ids.__main__) : newStr(rt, '__main__');
    const module = moduleNew(rt, name);
    decref(rt, name);
    if (!rt.profile.annotations.deferred) {
      moduleAddSteal(rt, module, '__annotations__', dictNew(rt));
    }
    moduleAddSteal(rt, module, '__builtins__', newRef(rt, builtins));
    rt.setPtr(rt.state + STATE.mainModule, newRef(rt, module));
    this.register('__main__', module);
  }

  private linesOf(filename: string, ofMain: boolean): readonly string[] | undefined {
    const isProgram = ofMain && !filename.startsWith('<');
    return this.sources.get(filename) ?? (isProgram ? this.sources.get(this.loaded) : undefined);
  }

  /** What Lib/traceback.py knows. */
  private readonly texts: Sources = {
    lines: (filename, ofMain) => this.linesOf(filename, ofMain),
    shown: (filename) => (isPromptFile(filename) ? PROMPT_FILE : filename),
  };

  /** What Python/traceback.c knows, which reads files. */
  private readonly files: Sources = {
    lines: (name, ofMain) => (isPromptFile(name) ? undefined : this.linesOf(name, ofMain)),
    shown: (filename) => filename,
  };

  // ---- running -----------------------------------------------------------------------------------

  /** The namespace of `__main__`. */
  get globals(): Addr {
    return moduleDict(this.rt, this.rt.statePtr(STATE.mainModule));
  }

  /** Code of a source text, whose lines tracebacks may then show; new, 0 with SyntaxError. */
  private compile(source: string, filename: string, mode: CompileMode, fromFile = false): Addr {
    if (filename !== '<string>' && filename !== PROMPT_FILE) {
      this.sources.set(filename, source.split('\n'));
    }
    return compileSource(this.rt, source, filename, mode, fromFile);
  }

  /** As compile, for exec() and the like, whose parser has an arena of its own. */
  private compileAtRunTime(
    source: string,
    filename: string,
    mode: CompileMode,
    own: Addr,
    isFile: boolean,
  ): Addr {
    const { rt } = this;
    const at = rt.state + STATE.arenaConstants;
    const arena = rt.ptr(at);
    rt.setPtr(at, own);
    const code = isFile
      ? this.compile(source, filename, mode)
      : compileSource(rt, source, filename, mode);
    rt.setPtr(at, arena);
    return code;
  }

  /** Code of an input of a prompt, whose lines tracebacks of some releases show. */
  private compileInput(source: string, codeFile: string): Addr {
    const { rt } = this;
    const code = compileSource(rt, source, PROMPT_FILE, 'single', false, codeFile);
    if (rt.profile.prompt.lines !== 'never') this.sources.set(codeFile, source.split('\n'));
    return code;
  }

  private isOfProgram(file: string): boolean {
    return file === this.loaded || (isPromptFile(this.loaded) && isPromptFile(file));
  }

  /**
   * Compiles a piece of program and sets up its frame in `__main__`.
   * @param codeFile what its code calls the file, at a prompt
   * @returns false when it is no valid Python: the error was printed
   */
  load(source: string, filename: string, mode: CompileMode, codeFile = filename): boolean {
    const { rt } = this;
    this.loaded = filename;
    if (mode === 'exec' && !filename.startsWith('<')) this.nameFile(filename);
    if (rt.profile.arenaHoldsConstants && mode === 'exec') {
      rt.setPtr(rt.state + STATE.arenaConstants, listNew(rt, 0));
    }
    const code =
      filename === PROMPT_FILE
        ? this.compileInput(source, codeFile)
        : this.compile(source, filename, mode, mode === 'exec');
    const func = code === 0 ? 0 : functionNew(rt, code, this.globals);
    if (code !== 0) decref(rt, code);
    const frame = func === 0 ? 0 : pushCodeFrame(rt, func, this.globals);
    if (func !== 0) decref(rt, func);
    if (frame === 0) {
      this.reportRaised();
      return false;
    }
    rt.setPtr(rt.state + STATE.bottomFrame, frame);
    rt.setPtr(rt.state + STATE.currentFrame, frame);
    return true;
  }

  /** The program's namespace tells its file while it runs. v3.13.0 Python/pythonrun.c _PyRun_SimpleFile */
  private nameFile(filename: string): void {
    const { rt } = this;
    const main = rt.statePtr(STATE.mainModule);
    moduleAddSteal(rt, main, '__file__', newStr(rt, filename));
    if (rt.profile.programIsCached) moduleAddSteal(rt, main, '__cached__', newRef(rt, rt.none));
  }

  private forgetFile(): void {
    const { rt } = this;
    if (this.loaded.startsWith('<')) return;
    for (const name of ['__file__', '__cached__']) {
      const key = internJs(rt, name);
      // where there is no memory for the key, the name stays
      if (key === 0 || dictDrop(rt, this.globals, key) < 0) errClear(rt);
      xdecref(rt, key);
    }
  }

  /** Whether code is loaded and has not ended. */
  get isLoaded(): boolean {
    return this.rt.statePtr(STATE.bottomFrame) !== 0;
  }

  /** Lines that have begun so far. */
  get steps(): number {
    return this.rt.i32[(this.rt.state + STATE.steps) >> 2]!;
  }

  /** Runs what was loaded, or goes on after a pause. */
  resume(): Outcome {
    const { rt } = this;
    const bottom = rt.statePtr(STATE.bottomFrame);
    const result = execute(rt, this.stepper, bottom, rt.statePtr(STATE.currentFrame));
    if (result === PAUSED) return { kind: 'paused' };
    rt.setPtr(rt.state + STATE.bottomFrame, 0);
    if (rt.statePtr(STATE.arenaConstants) !== 0) clearOwned(rt, rt.state + STATE.arenaConstants);
    if (result !== 0) decref(rt, result);
    const outcome = result === 0 ? this.reportRaised() : ({ kind: 'returned' } as const);
    if (!('isExit' in outcome && outcome.isExit)) this.forgetFile();
    return outcome;
  }

  /** Prints the exception being raised, or takes the status out of a SystemExit. */
  private reportRaised(): Outcome {
    const { rt } = this;
    const exception = errFetch(rt);
    const outcome = isSystemExit(rt, exception) ? this.exited(exception) : this.printed(exception);
    decref(rt, exception);
    if (errOccurred(rt)) decref(rt, errFetch(rt));
    return outcome;
  }

  private exited(exception: Addr): Outcome {
    const { code, message } = exitStatus(this.rt, exception);
    if (message !== '') writeStderr(this.rt, message);
    return { kind: 'raised', exit: code, isExit: true };
  }

  private printed(exception: Addr): Outcome {
    const { rt } = this;
    const note = missingModuleNote(rt, exception);
    if (note !== '') this.options.write('stderr', note);
    const isExit = printUncaught(rt, exception, (p) => isSystemExit(rt, p));
    if (isExit !== 0) {
      const outcome = this.exited(isExit);
      decref(rt, isExit);
      return outcome;
    }
    const interrupted = isSubtype(rt, rt.typeOf(exception), rt.exc.KeyboardInterrupt);
    return { kind: 'raised', exit: interrupted ? INTERRUPTED : 1, isExit: false };
  }

  /** The traceback of an exception (borrowed) as text. */
  exceptionText(exception: Addr): string {
    return formatException(this.rt, exception, this.texts);
  }

  /** v3.13.0 Python/sysmodule.c sys__debugmallocstats_impl */
  private mallocStats(): string {
    const { pymalloc, pymallocEnabled } = this.domains;
    return (pymallocEnabled ? `${debugMallocStats(pymalloc)}\n` : '') + debugTypeStats(this.rt);
  }

  /**
   * Prints what CPython prints before it aborts.
   * @param finalizing whether it happened while the interpreter was on its way out
   * @returns the exit status
   */
  abort(corruption: MemoryCorruption, finalizing: boolean): number {
    this.options.write('stderr', fatalErrorText(this.rt, corruption, finalizing));
    return corruption.fatal === null ? CRASHED : ABORTED;
  }

  /**
   * The machine as it stands, between two lines, with no native code under way.
   * @param copies of what is in use of the buffer
   */
  snapshot(copies: readonly MemoryCopy[] = this.rt.memory.copyUsed()): Snapshot {
    const functions = this.rt.functionTable();
    return { copies, checks: this.stepper.remaining, functions };
  }

  /** Puts a copy back: the machine is again what it was. */
  restore(snapshot: Snapshot): void {
    this.rt.memory.writeBack(snapshot.copies);
    this.heap.reload();
    this.domains.pymalloc.reload();
    this.rt.restoreFunctions(snapshot.functions);
    this.rt.dropCaches();
    this.stepper.remaining = snapshot.checks;
  }

  /** Ends the boot for a program: for another one, or for the first one of a machine that awaits it. */
  bootFor(place: Place): void {
    if (this.unplaced !== null) this.startOver(this.unplaced);
    else if (!this.awaited) throw new EngineFault('the machine serves one program');
    this.awaited = false;
    this.place = place;
    this.endBoot();
  }

  /** Puts a copy back that was made before anything was loaded, for another program of the same place. */
  startOver(booted: Snapshot): void {
    this.restore(booted);
    this.rt.startOver();
    this.sources.clear();
    this.loaded = '';
  }

  /**
   * Recounts every reference, accounts for every block, walks every pool and list. With no native code
   * under way only.
   * @returns what does not hold, a sentence each
   */
  check(): readonly string[] {
    const { rt, domains, heap } = this;
    return checker.code.checkMachine(rt, { domains, heap }).map(({ message }) => message);
  }

  /** The interpreter's exit: `__main__` is emptied and what it held is dropped. */
  finalize(): void {
    runAtexit(this.rt);
    finalizeModules(this.rt);
  }
}

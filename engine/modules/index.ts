/** The modules that come with the machine, made when they are first imported. */
import type { Addr } from '../base/brand.ts';
import type { Runtime } from '../objects/runtime.ts';
import { makePythonModule } from './python-module.ts';
import { PYTHON_MODULES } from './python/index.ts';
import { createGcModule } from './gc.ts';
import { createMathModule } from './math.ts';
import { createHeapqModule } from './native/heapq.ts';
import { createRandomModule } from './native/random.ts';
import { createTimeModule } from './native/time.ts';
import { createBisectModule } from './native/bisect.ts';
import { createAtexitModule } from './native/atexit.ts';
import { createTracebackModule } from './native/traceback.ts';
import { createSreModule } from './native/sre.ts';
import { createCtypesModule } from './native/ctypes.ts';
import { createArrayModule } from './native/array-type.ts';
import { createCollectionsModule } from './native/collections.ts';
import { createFunctoolsModule } from './native/functools.ts';
import { createItertoolsModule } from './native/itertools.ts';
import { createOperatorModule } from './native/operator.ts';
import { declareModuleTypes } from './native/owned.ts';
import { createTypesModule } from './native/types.ts';
import { createWeakrefNativeModule } from './weakref-native.ts';

type MakeModule = (rt: Runtime) => Addr;

/** By name; `builtins` and `sys` are made at boot. */
const MODULES: Readonly<Record<string, MakeModule>> = {
  _heapq: createHeapqModule,
  _random: createRandomModule,
  time: createTimeModule,
  _bisect: createBisectModule,
  atexit: createAtexitModule,
  _traceback: createTracebackModule,
  _sre: createSreModule,
  _ctypes: createCtypesModule,
  _collections: createCollectionsModule,
  _functools: createFunctoolsModule,
  _operator: createOperatorModule,
  _types: createTypesModule,
  _weakref: createWeakrefNativeModule,
  array: createArrayModule,
  gc: createGcModule,
  itertools: createItertoolsModule,
  math: createMathModule,
};

declareModuleTypes();

/** Modules that others lie in. */
const PACKAGES: ReadonlySet<string> = new Set(['collections', 'ctypes', 'json', 're']);

/** Whether there is a module of this name, to be imported or made at boot. */
function isThere(name: string): boolean {
  return (
    name === 'builtins' ||
    name === 'sys' ||
    Object.hasOwn(MODULES, name) ||
    Object.hasOwn(PYTHON_MODULES, name)
  );
}

/** A module that comes with the machine; new, 0 without an exception when there is none. */
export function makeModule(rt: Runtime, name: string): Addr {
  if (Object.hasOwn(MODULES, name)) return MODULES[name]!(rt);
  if (!Object.hasOwn(PYTHON_MODULES, name)) return 0;
  return makePythonModule(rt, name, {
    source: PYTHON_MODULES[name]!,
    filename: `<frozen ${name}>`,
    isFile: false,
    path: PACKAGES.has(name) ? [] : null,
  });
}

/** What there is instead of a module that is not there: a sentence, '' when the name is one of ours. */
export function missingModuleText(name: string): string {
  if (isThere(name)) return '';
  const there = ['builtins', 'sys', ...Object.keys(MODULES), ...Object.keys(PYTHON_MODULES)]
    .filter((other) => !other.startsWith('_') || other === '__future__')
    .sort()
    .join(', ');
  return `This machine has no module '${name}'. It has: ${there}`;
}

/** The modules that come with the machine, made when they are first imported. */
import type { Addr } from '../base/brand.ts';
import { bringCode } from '../base/part.ts';
import { errOccurred } from '../objects/errors.ts';
import { decref } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { chunkOf, LIBRARY_MODULES } from './catalogue.ts';
import { type MakeModule, makerOf, textOf } from './library.ts';
import { createAtexitModule } from './native/atexit.ts';
import { createTracebackModule } from './native/traceback.ts';
import { createTypesModule } from './native/types.ts';
import { makePythonModule } from './python-module.ts';
import { createWeakrefNativeModule } from './weakref-native.ts';

/** Modules that are always there, by name; `builtins` and `sys` are made at boot. */
const MODULES: Readonly<Record<string, MakeModule>> = {
  _traceback: createTracebackModule,
  _types: createTypesModule,
  _weakref: createWeakrefNativeModule,
  atexit: createAtexitModule,
};

/** Modules that others lie in. */
const PACKAGES: ReadonlySet<string> = new Set(['collections', 'ctypes', 'json', 're', 'string']);

export const ALL_MODULES: readonly string[] = [
  'builtins',
  'sys',
  ...Object.keys(MODULES),
  ...LIBRARY_MODULES,
];

/**
 * A module that comes with the machine; new, 0 without an exception when there is none.
 * @throws CodeNotLoaded when its code is still to be fetched
 */
export function makeModule(rt: Runtime, name: string): Addr {
  if (Object.hasOwn(MODULES, name)) return whole(rt, MODULES[name]!(rt));
  const absent = rt.profile.absent['modules'] ?? [];
  if (absent.includes(name)) return 0;
  const make = makerOf(name);
  if (make !== undefined) return whole(rt, make(rt));
  const source = textOf(name);
  if (source === undefined) {
    const chunk = chunkOf(name);
    if (chunk === undefined) return 0;
    bringCode(chunk);
    return makeModule(rt, name);
  }
  return makePythonModule(rt, name, {
    source,
    filename: `<frozen ${name}>`,
    isFile: false,
    path: PACKAGES.has(name) && !absent.includes(`${name}.*`) ? [] : null,
  });
}

/** The module (stolen), 0 when something was missing while it was made. */
function whole(rt: Runtime, module: Addr): Addr {
  if (module === 0 || !errOccurred(rt)) return module;
  decref(rt, module);
  return 0;
}

/** What there is instead of a module that is not there: a sentence, '' when the name is one of ours. */
export function missingModuleText(rt: Runtime, name: string): string {
  if (ALL_MODULES.includes(name)) return '';
  const newer = rt.profile.absent['modules'] ?? [];
  const there = ALL_MODULES.filter((other) => !other.startsWith('_') || other === '__future__')
    .filter((other) => !newer.includes(other))
    .sort()
    .join(', ');
  return `This machine has no module '${name}'. It has: ${there}`;
}

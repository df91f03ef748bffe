/** The modules that come with the machine, made when they are first imported. */
import type { Addr } from '../base/brand.ts';
import type { Runtime } from '../objects/runtime.ts';
import { createGcModule } from './gc.ts';
import { createMathModule } from './math.ts';
import { createWeakrefNativeModule } from './weakref-native.ts';

type MakeModule = (rt: Runtime) => Addr;

/** By name; `builtins` and `sys` are made at boot. */
const MODULES: Readonly<Record<string, MakeModule>> = {
  _weakref: createWeakrefNativeModule,
  gc: createGcModule,
  math: createMathModule,
};

/** A module that comes with the machine; new, 0 without an exception when there is none. */
export function makeModule(rt: Runtime, name: string): Addr {
  return Object.hasOwn(MODULES, name) ? MODULES[name]!(rt) : 0;
}

/** What a ModuleNotFoundError says. */
export function missingModuleText(name: string): string {
  const there = ['builtins', 'sys', ...Object.keys(MODULES)].sort().join(', ');
  return `No module named '${name}'. This machine has: ${there}`;
}

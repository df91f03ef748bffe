/**
 * Calls of everything there is: any function or class of some modules, any method of any type, with
 * arguments of any kind. Lists of what can be called are made by the program itself, of the release.
 */
import type { Chance } from './random.ts';
import { fill } from './typed.ts';

/** Modules that are imported together: each group is a machine. */
const GROUPS: readonly string[] = [
  '',
  'itertools, functools, operator, collections, heapq, bisect, array',
  'math, random, time, statistics, string, struct, json, re, textwrap, io',
  'abc, types, enum, dataclasses, contextlib, copy, weakref, warnings',
  'traceback, typing, inspect, gc, sys, tracemalloc, atexit, ast',
];

/**
 * What is left alone: what never ends (also in CPython), ends the program, or computes for minutes. So
 * are the helpers from _ctypes that struct is written with: they take what struct gives them.
 */
const LEFT_ALONE = [
  ...['count', 'cycle', 'repeat', 'factorial', 'comb', 'perm', 'pow', 'lshift', '__lshift__'],
  ...['__rlshift__', '__pow__', '__rpow__', 'ipow', 'ilshift', '__ipow__', '__ilshift__'],
  ...['exit', 'quit', '_exit', 'input', 'breakpoint', 'open', 'intern', 'print', 'help'],
];

/** Goes on from TYPED_START: F, what can be called; A, names of attributes; C, classes. */
const LISTS = `
LEFT_ALONE = {${LEFT_ALONE.map((name) => `'${name}'`).join(', ')}}
def callables(where):
    found = [(name, getattr(where, name)) for name in sorted(vars(where))]
    own = [v for name, v in found if callable(v) and name not in LEFT_ALONE]
    return [v for v in own if getattr(v, '__module__', '') != '_ctypes']
def classes(cls, all):
    if cls in all: return
    all.append(cls)
    for sub in type.__subclasses__(cls): classes(sub, all)
import builtins
F = callables(builtins)
C = []
classes(object, C)
for module in MODULES: F += callables(module)
C.sort(key=lambda cls: cls.__module__ + cls.__qualname__)
A = sorted({name for cls in C for name in vars(cls)} - LEFT_ALONE)
`;

/** What has run before a program of calls of a group. */
export function callsStart(group: number): string {
  const modules = GROUPS[group % GROUPS.length]!;
  const imports = modules === '' ? '' : `import ${modules}\n`;
  return `${imports}MODULES = [${modules}]\n${LISTS}`;
}

export const CALL_GROUPS = GROUPS.length;

const CALLEES = [
  'F[{k} % len(F)]',
  'F[{k} % len(F)]',
  'C[{k} % len(C)]',
  'getattr({any}, A[{k} % len(A)])',
  'getattr({any}, A[{k} % len(A)])',
  'getattr(o{n}, A[{k} % len(A)])',
  'getattr(C[{k} % len(C)], A[{k} % len(A)])',
];
const ARGUMENTS = [
  '',
  '{any}',
  '{any}',
  '{any}, {any}',
  '{any}, {any}',
  '{any}, {any}, {any}',
  '*{seq}',
  '{any}, **{dict}',
  '{func}, {seq}',
  'C[{k} % len(C)], {any}',
  'o{n}, {any}',
];
const USES = [
  'o{n} = {call}',
  'o{n} = {call}',
  'l{n}.append({call})',
  'for x in {call}: l0.append(x); del l0[9:]',
  'o{n} = {call} + {any}',
  'with {call} as o{n}: {call}',
  'repr({call})',
  'o{n} == {call}',
  'n{n} = iter({call})',
  'o{n} = next(n{n}), next(n{n})',
  'setattr({any}, A[{k} % len(A)], {any})',
  'setattr(o{n}, A[{k} % len(A)], {any})',
  'delattr({any}, A[{k} % len(A)])',
  'class Made(C[{k} % len(C)]): p = {any}; __slots__ = ()',
  'o{n} = Made({any})',
  'del o{n}; o{n} = None',
  'gc.collect()',
];

/** A statement on one line. */
export function callStatement(chance: Chance): string {
  const call = () => `${chance.pick(CALLEES)}(${chance.pick(ARGUMENTS)})`;
  const template = chance.pick(USES).replace(/\{call\}/g, call);
  return fill(template, 2, chance);
}

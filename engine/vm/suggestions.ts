/** 'Did you mean …?' v3.13.0 Lib/traceback.py _compute_suggestion_error, Python/suggestions.c */
import type { Addr } from '../base/brand.ts';
import { dictGetStr, dictNext } from '../objects/dict.ts';
import { errClear } from '../objects/errors.ts';
import * as L from '../objects/layouts.ts';
import { callMethod, getItem, getIter, iterNext, lookupAttr } from '../objects/object.ts';
import { decref } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { internJs, isStr, strToJs } from '../objects/strings.ts';
import { tupleItem, tupleSize } from '../objects/tuple.ts';
import { isSubtype } from '../objects/type-object.ts';
import { frameLocals } from './frame-object.ts';

const MAX_CANDIDATES = 750;
const MAX_STRING = 40;
const MOVE_COST = 2;
const CASE_COST = 1;

/** Modules of the standard library that a NameError may have forgotten to import. */
const KNOWN_MODULES = new Set([
  'abc',
  'array',
  'atexit',
  'collections',
  'contextlib',
  'copy',
  'ctypes',
  'dataclasses',
  'enum',
  'functools',
  'gc',
  'io',
  'itertools',
  'json',
  'math',
  'operator',
  'os',
  'random',
  're',
  'string',
  'sys',
  'time',
  'traceback',
  'types',
  'typing',
  'warnings',
  'weakref',
]);

/** What is added to the text of a NameError, AttributeError or ImportError; '' for nothing. */
export function suggestName(rt: Runtime, exception: Addr): string {
  if (!rt.profile.suggestions.names) return '';
  const type = rt.typeOf(exception);
  const base = exception + rt.layout.baseException;
  if (isSubtype(rt, type, rt.exc.NameError)) return suggestForName(rt, exception, textAt(rt, base));
  if (type === rt.exc.AttributeError) {
    const obj = rt.ptr(base);
    const wrong = textAt(rt, base + 8);
    if (obj === 0 || wrong === null) return '';
    const found = closest(wrong, namesOf(rt, obj), !wrong.startsWith('_'));
    const words = rt.profile.suggestions.attributeWords;
    return found === null ? '' : `. Did you mean${words(found, wrong)}`;
  }
  const isImport = isSubtype(rt, type, rt.exc.ImportError);
  return isImport && rt.profile.suggestions.modulesAndSelf ? suggestForImport(rt, base) : '';
}

/** Another name of the module. The fields of an ImportError: msg, name, path, name_from. */
function suggestForImport(rt: Runtime, base: Addr): string {
  const wrong = textAt(rt, base + 24);
  const name = rt.ptr(base + 8);
  if (wrong === null || name === 0 || !isStr(rt, name)) return '';
  const module = dictGetStr(rt, rt.statePtr(STATE.modules), name);
  return module === 0 ? '' : didYouMean(closest(wrong, namesOf(rt, module), false));
}

function textAt(rt: Runtime, at: Addr): string | null {
  const p = rt.ptr(at);
  return p !== 0 && isStr(rt, p) ? strToJs(rt, p) : null;
}

function didYouMean(name: string | null): string {
  return name === null ? '' : `. Did you mean: '${name}'?`;
}

function suggestForName(rt: Runtime, exception: Addr, wrong: string | null): string {
  if (wrong === null) return '';
  let traceback = rt.ptr(exception + L.EXC_TRACEBACK);
  if (traceback === 0) return '';
  while (rt.ptr(traceback + L.TB_NEXT) !== 0) traceback = rt.ptr(traceback + L.TB_NEXT);
  const frame = rt.ptr(rt.ptr(traceback + L.TB_FRAME) + L.FRAMEOBJ_FRAME);
  const { modulesAndSelf } = rt.profile.suggestions;
  if (modulesAndSelf && selfHas(rt, frame, wrong)) return didYouMean(`self.${wrong}`);
  const candidates = [
    ...localNames(rt, frame),
    ...dictNames(rt, rt.ptr(frame + L.F_GLOBALS)),
    ...dictNames(rt, rt.statePtr(STATE.builtins)),
  ];
  const found = closest(wrong, candidates, false);
  const forgotten = modulesAndSelf && KNOWN_MODULES.has(wrong);
  if (forgotten && found === null) return `. Did you forget to import '${wrong}'?`;
  const hint = didYouMean(found);
  return forgotten && found !== null
    ? `${hint.slice(0, -1)}? Or did you forget to import '${wrong}'?`.replace('??', '?')
    : hint;
}

/** Whether the frame is that of a method whose `self` has the attribute. */
function selfHas(rt: Runtime, frame: Addr, name: string): boolean {
  const locals = frameLocals(rt, frame);
  const [self, key] = [internJs(rt, 'self'), internJs(rt, name)];
  const object = locals === 0 ? 0 : getItem(rt, locals, self);
  const value = object === 0 ? 0 : lookupAttr(rt, object, key);
  for (const p of [locals, self, key, object, value]) if (p !== 0) decref(rt, p);
  errClear(rt);
  return value !== 0;
}

function localNames(rt: Runtime, frame: Addr): string[] {
  const locals = frameLocals(rt, frame);
  if (locals === 0) {
    errClear(rt);
    return [];
  }
  const names = rt.typeOf(locals) === rt.types.dict ? dictNames(rt, locals) : [];
  decref(rt, locals);
  return names;
}

function dictNames(rt: Runtime, dict: Addr): string[] {
  const names: string[] = [];
  for (let at = dictNext(rt, dict, 0); at !== 0; at = dictNext(rt, dict, at)) {
    if (isStr(rt, rt.dictKey)) names.push(strToJs(rt, rt.dictKey));
  }
  return names;
}

function namesOf(rt: Runtime, obj: Addr): string[] {
  const list = callMethod(rt, obj, rt.ids.__dir__);
  const it = list === 0 ? 0 : getIter(rt, list);
  const names: string[] = [];
  if (it !== 0) {
    for (let item = iterNext(rt, it); item !== 0; item = iterNext(rt, it)) {
      if (isStr(rt, item)) names.push(strToJs(rt, item));
      decref(rt, item);
    }
    decref(rt, it);
  }
  if (list !== 0) decref(rt, list);
  errClear(rt);
  return names.sort();
}

/** The candidate nearest to `wrong`, when it is near enough. */
export function closest(
  wrong: string,
  candidates: readonly string[],
  hidePrivate: boolean,
): string | null {
  if (candidates.length > MAX_CANDIDATES || wrong.length > MAX_STRING) return null;
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate === wrong || (hidePrivate && candidate.startsWith('_'))) continue;
    const limit = Math.floor(((candidate.length + wrong.length + 3) * MOVE_COST) / 6);
    const max = Math.min(limit, bestDistance - 1);
    const distance = editDistance(wrong, candidate, max);
    if (distance > max) continue;
    if (best === null || distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function substitutionCost(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE_COST : MOVE_COST;
}

/** Levenshtein distance with cheap case changes; more than `max` means too far. */
function editDistance(a: string, b: string, max: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j * MOVE_COST);
  for (let i = 1; i <= a.length; i++) {
    const next = [i * MOVE_COST];
    let least = next[0]!;
    for (let j = 1; j <= b.length; j++) {
      const cost = Math.min(
        row[j - 1]! + substitutionCost(a[i - 1]!, b[j - 1]!),
        row[j]! + MOVE_COST,
        next[j - 1]! + MOVE_COST,
      );
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > max) return max + 1;
    row = next;
  }
  return row[b.length]!;
}

/** '. Did you mean …?' for an unknown keyword argument. */
export function suggestKeyword(
  rt: Runtime,
  code: Addr,
  from: number,
  to: number,
  name: string,
): string {
  const names = rt.ptr(code + L.CO_LOCALSPLUSNAMES);
  const candidates: string[] = [];
  for (let i = from; i < Math.min(to, tupleSize(rt, names)); i++) {
    candidates.push(strToJs(rt, tupleItem(rt, names, i)));
  }
  return suggestWord(name, candidates);
}

/** The same for a native function's keywords. */
export function suggestWord(name: string, candidates: readonly string[]): string {
  const found = closest(name, candidates, false);
  return found === null ? '' : `. Did you mean '${found}'?`;
}

/** The module _sre: what re.py asks of the matcher. */
import type { Addr } from '../../base/brand.ts';
import { checkPositional } from '../../objects/args.ts';
import { bytesData, bytesLength } from '../../objects/bytes.ts';
import { dictNew, dictSetItem } from '../../objects/dict.ts';
import { raise } from '../../objects/errors.ts';
import { intToNumber, newInt } from '../../objects/int.ts';
import { listAppendSteal, listNew } from '../../objects/list.ts';
import { builtinModule } from '../../objects/module.ts';
import { decref, newRef } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { isStr, newStr, strToJs } from '../../objects/strings.ts';
import { tupleNew, tuplePack, tupleSetItem } from '../../objects/tuple.ts';
import { fast } from '../../objects/type-spec.ts';
import { Regex } from './regex-match.ts';
import { parsePattern, PatternError } from './regex-parse.ts';

/** Patterns in use, by flags and text: a cache that may be dropped. */
const cache = new Map<string, Regex>();
const CACHE_SIZE = 200;

function regexOf(rt: Runtime, pattern: string, flags: number): Regex {
  const smallZ = rt.profile.patternsHaveSmallZ;
  const key = `${flags}:${smallZ}:${pattern}`;
  let regex = cache.get(key);
  if (regex === undefined) {
    regex = new Regex(parsePattern(pattern, flags, smallZ));
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(key, regex);
  }
  return regex;
}

/** The characters of a str, or of bytes as numbers. */
function characters(rt: Runtime, p: Addr): number[] {
  if (!isStr(rt, p))
    return [...rt.u8.subarray(bytesData(rt, p), bytesData(rt, p) + bytesLength(rt, p))];
  const result: number[] = [];
  for (const c of strToJs(rt, p)) result.push(c.codePointAt(0)!);
  return result;
}

/** `compile(pattern, flags)`: (flags, groups, names), or (message, position) when it is not valid. */
function compile(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'compile', nargs, 2, 2)) return 0;
  try {
    const { parsed } = regexOf(rt, strToJs(rt, rt.arg(argv, 0)), intToNumber(rt, rt.arg(argv, 1)));
    const names = dictNew(rt);
    for (const [name, group] of parsed.names) {
      const key = newStr(rt, name);
      const value = newInt(rt, group);
      dictSetItem(rt, names, key, value);
      decref(rt, key);
      decref(rt, value);
    }
    return packSteal(rt, [newInt(rt, parsed.flags), newInt(rt, parsed.groups), names]);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return packSteal(rt, [newStr(rt, error.message), newInt(rt, error.at)]);
  }
}

function packSteal(rt: Runtime, parts: readonly Addr[]): Addr {
  const tuple = tuplePack(rt, ...parts);
  for (const p of parts) decref(rt, p);
  return tuple;
}

function numbers(rt: Runtime, spans: readonly number[]): Addr {
  const tuple = tupleNew(rt, spans.length);
  spans.forEach((n, i) => tupleSetItem(rt, tuple, i, newInt(rt, n)));
  return tuple;
}

const HOW = ['match', 'search', 'fullmatch'] as const;

/**
 * `run(pattern, flags, text, pos, endpos, how, count)`: how 0 to 2 as above, the spans or None; how 3:
 * the spans of all matches, at most `count` when it is not 0.
 */
function run(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'run', nargs, 7, 7)) return 0;
  const number = (i: number) => intToNumber(rt, rt.arg(argv, i));
  const regex = regexOf(rt, strToJs(rt, rt.arg(argv, 0)), number(1));
  const text = characters(rt, rt.arg(argv, 2));
  const end = Math.max(0, Math.min(number(4), text.length));
  const from = Math.max(0, number(3));
  const how = number(5);
  try {
    if (how === 3) return all(rt, regex, text, from, end, number(6));
    const spans = from > end ? null : regex.match(text, from, end, HOW[how]!, false);
    return spans === null ? newRef(rt, rt.none) : numbers(rt, spans);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return raise(rt, rt.exc.RecursionError, 'the regular expression nests too deep');
  }
}

function all(
  rt: Runtime,
  regex: Regex,
  text: readonly number[],
  from: number,
  end: number,
  count: number,
): Addr {
  const list = listNew(rt, 0);
  let at = from;
  let advance = false;
  for (let n = 0; at <= end && (count === 0 || n < count); n++) {
    const spans = regex.match(text, at, end, 'search', advance);
    if (spans === null) break;
    listAppendSteal(rt, list, numbers(rt, spans));
    at = spans[1]!;
    advance = spans[0] === spans[1];
  }
  return list;
}

export function createSreModule(rt: Runtime): Addr {
  return builtinModule(rt, '_sre', { compile: fast(compile), run: fast(run) });
}

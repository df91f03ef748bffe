/** What few programs need of what args.ts is about. */
import type { Addr } from '../base/brand.ts';
import { type Params, placeOf } from './args.ts';
import { dictNext } from './dict.ts';
import { raise } from './errors.ts';
import type { Runtime } from './runtime.ts';
import { isStr, strToJs } from './strings.ts';

/** What is said of a keyword that names no parameter. */
export function unknownKeyword(
  rt: Runtime,
  name: string,
  names: readonly string[],
  keyword: string,
): string {
  if (!rt.profile.texts.unknownKeywordIsUnexpected) {
    return `'${keyword}' is an invalid keyword argument for ${name}()`;
  }
  const candidates = names.filter((candidate) => candidate !== '');
  const hint = rt.vm.suggestWord(keyword, candidates);
  return `${name}() got an unexpected keyword argument '${keyword}'${hint}`;
}

/** The word that a keyword argument is given by; null with TypeError for a key that is no string. */
export function keywordOf(rt: Runtime, key: Addr): string | null {
  if (isStr(rt, key)) return strToJs(rt, key);
  raise(rt, rt.exc.TypeError, 'keywords must be strings');
  return null;
}

/** Whether all keys are strings; else TypeError. v3.13.0 Python/getargs.c PyArg_ValidateKeywordArguments */
export function keysAreStrings(rt: Runtime, kwargs: Addr): boolean {
  for (let at = dictNext(rt, kwargs, 0); at !== 0; at = dictNext(rt, kwargs, at)) {
    if (keywordOf(rt, rt.dictKey) === null) return false;
  }
  return true;
}

export function wrongKeyword(
  rt: Runtime,
  name: string,
  names: readonly string[],
  key: Addr,
): false {
  const keyword = keywordOf(rt, key);
  if (keyword === null) return false;
  const at = placeOf(names, keyword);
  const message =
    at < 0
      ? unknownKeyword(rt, name, names, keyword)
      : `argument for ${name}() given by name ('${keyword}') and position (${at + 1})`;
  raise(rt, rt.exc.TypeError, message);
  return false;
}

export function tooMany(
  rt: Runtime,
  name: string,
  params: Params,
  nargs: number,
  nkw: number,
): false {
  const { names, required, positional } = params;
  const given = nargs + nkw;
  if (given > names.length) {
    const kind = nargs === 0 ? 'keyword ' : '';
    const max = names.length;
    raise(
      rt,
      rt.exc.TypeError,
      `${name}() takes at most ${max} ${kind}argument${max === 1 ? '' : 's'} (${given} given)`,
    );
  } else if (positional === 0) {
    raise(rt, rt.exc.TypeError, `${name}() takes no positional arguments`);
  } else {
    const how = required < positional ? 'at most' : 'exactly';
    raise(
      rt,
      rt.exc.TypeError,
      `${name}() takes ${how} ${positional} positional argument${positional === 1 ? '' : 's'} (${nargs} given)`,
    );
  }
  return false;
}

/** What few programs need of what arguments.ts is about. */
import type { Addr } from '../base/brand.ts';
import { raise } from '../objects/errors.ts';
import type { Runtime } from '../objects/runtime.ts';
import { strToJs } from '../objects/strings.ts';
import { tupleItem, tupleSize } from '../objects/tuple.ts';
import { type Binding, parameterName, qualname } from './arguments.ts';

/** v3.13.0 Python/ceval.c positional_only_passed_as_keyword, initialize_locals */
export function unexpectedKeyword(
  rt: Runtime,
  b: Binding,
  name: Addr,
  posonly: number,
  kwnames: Addr,
): false {
  const wrong: string[] = [];
  for (let i = 0; i < posonly; i++) {
    const parameter = parameterName(rt, b, i);
    for (let k = 0, n = tupleSize(rt, kwnames); k < n; k++) {
      if (strToJs(rt, tupleItem(rt, kwnames, k)) === parameter) wrong.push(parameter);
    }
  }
  if (wrong.length > 0) {
    raise(
      rt,
      rt.exc.TypeError,
      `${qualname(rt, b)}() got some positional-only arguments passed as keyword arguments: '${wrong.join(', ')}'`,
    );
    return false;
  }
  const text = strToJs(rt, name);
  const hint = rt.profile.suggestions.keywords
    ? rt.vm.suggestKeyword(rt, b.code, posonly, b.total, text)
    : '';
  raise(
    rt,
    rt.exc.TypeError,
    `${qualname(rt, b)}() got an unexpected keyword argument '${text}'${hint}`,
  );
  return false;
}

/** v3.13.0 Python/ceval.c format_missing */
export function missingArguments(
  rt: Runtime,
  b: Binding,
  kind: string,
  names: readonly string[],
): false {
  const quoted = names.map((name) => `'${name}'`);
  const last = quoted.pop();
  const list =
    quoted.length === 0
      ? last
      : quoted.length === 1
        ? `${quoted[0]} and ${last}`
        : `${quoted.join(', ')}, and ${last}`;
  raise(
    rt,
    rt.exc.TypeError,
    `${qualname(rt, b)}() missing ${names.length} required ${kind} argument${names.length === 1 ? '' : 's'}: ${list}`,
  );
  return false;
}

import { bitwise_or, expression } from './expressions.ts';
import { attemptAll, type Parser } from './parser.ts';
import { double_starred_kvpair } from './primaries.ts';
import { invalid_kvpair, invalid_kvpair_unpacking } from './late-parts.ts';

/** v3.13.0 Grammar/python.gram invalid_double_starred_kvpairs; called behind the brace. */
export function invalid_double_starred_kvpairs(p: Parser): void {
  const { messages } = p.features;
  if (!messages.dictPairs) return;
  const unpacking = messages.unpackedPairs;
  if (unpacking) invalid_kvpair_unpacking(p);
  attemptAll(p, (q) => {
    if (q.separated(double_starred_kvpair) === null || !q.accept(',')) return;
    invalid_kvpair(q);
    if (unpacking) invalid_kvpair_unpacking(q);
  });
  if (!unpacking) attemptAll(p, starredValue('*'), starredValue('**'));
  attemptAll(p, missingDictValue);
}

export function starredValue(stars: '*' | '**'): (p: Parser) => void {
  return (p) => {
    if (stars === '**' && !p.features.messages.unpackedDictValue) return;
    if (expression(p) === null || !p.accept(':')) return;
    const a = p.expect(stars);
    if (a === null || bitwise_or(p) === null) return;
    const what = stars === '*' ? 'a starred expression' : 'dict unpacking';
    p.raiseFrom(a, `cannot use ${what} in a dictionary value`);
  };
}

export function missingDictValue(p: Parser): void {
  if (expression(p) === null) return;
  const colon = p.expect(':');
  if (colon === null || !(p.at('}') || p.at(','))) return;
  p.raiseAt(colon, "expression expected after dictionary key and ':'");
}

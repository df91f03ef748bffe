/** `invalid_` rules for type parameters. */
import { expression } from './expressions.ts';
import { attemptAll, type Parser } from './parser.ts';

/** v3.13.0 Grammar/python.gram invalid_type_params */
export function invalid_type_params(p: Parser): void {
  if (!p.features.messages.emptyTypeParams) return;
  attemptAll(p, (q) => {
    if (!q.accept('[')) return;
    const close = q.expect(']');
    if (close !== null) q.raiseFrom(close, 'Type parameter list cannot be empty');
  });
}

/** v3.13.0 Grammar/python.gram invalid_type_param */
export function invalid_type_param(p: Parser): void {
  const what = p.at('*') ? 'TypeVarTuple' : 'ParamSpec';
  if (!p.at('*') && !p.at('**')) return;
  attemptAll(p, (q) => {
    q.mark++;
    if (!q.accept('NAME')) return;
    const colon = q.expect(':');
    const e = colon && expression(q);
    if (colon === null || e === null) return;
    const bound = e.kind === 'Tuple' ? 'constraints' : 'bound';
    q.raiseFrom(colon, `cannot use ${bound} with ${what}`);
  });
}

import type { Departure, Value } from '../../construct/report.ts';
import type { Translate } from '../../i18n/words.ts';
import { hex } from '../lenses/memory/words.ts';

export function valueText(t: Translate, value: Value): string {
  switch (value.kind) {
    case 'address':
      return hex(value.address);
    case 'number':
      return String(value.number);
    case 'object':
      return value.object;
    case 'move':
      return t('construct.value.move', { object: value.object, list: value.to });
    case 'refs':
      return t('construct.value.refs', { object: value.object, refs: value.refs });
    case 'text':
      return value.text;
    case 'null':
      return t('construct.value.null');
    case 'nothing':
      return t('construct.value.nothing');
  }
}

/** `request 69 of 306, malloc(48)` */
export function placeText(t: Translate, { step, request }: Departure, steps: number): string {
  if (step === 0) return t('construct.beforeAll');
  if (request === '') return t('construct.event', { step });
  return t('construct.request', { step, steps, request });
}

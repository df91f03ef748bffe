import type { EventCause, Holds } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { causeText } from '../events/words.ts';

/** `LOAD_NAME a, line 2 · in print`: what was at work. */
export function byText(t: Translate, cause: EventCause | null): string {
  if (cause === null) return '';
  const { instruction } = cause;
  const at = instruction && [`${instruction.name} ${instruction.argument}`.trim()];
  if (at && instruction.line > 0) at.push(t('events.line', { line: instruction.line }));
  return [at?.join(', '), causeText(t, cause)].filter(Boolean).join(' · ');
}

/** Where the expression holds, in words, but for the step itself. */
export function holdsText(t: Translate, holds: Holds): string {
  if (holds.kind === 'step') return t('questions.holds');
  if (holds.kind === 'never') return t('questions.never');
  return t('questions.unreadable', { message: holds.message });
}

import type { Narration as Sentence } from '../../../engine/index.ts';
import { type Translate, isWordKey } from '../../i18n/words.ts';

interface Props {
  readonly t: Translate;
  readonly narration: readonly Sentence[];
}

/** The line that ran, as code within its sentence. */
function Ran({ t, code }: { readonly t: Translate; readonly code: string }) {
  const [before, after] = t('narration.ran', { code: '\n' }).split('\n');
  return (
    <>
      {before}
      <code>{code}</code>
      {after}
    </>
  );
}

/** What a line did, in sentences; what the catalogue has no words for is left out. */
export function Narration({ t, narration }: Props) {
  if (narration.length === 0) return <>{t('narration.start')}</>;
  return (
    <>
      {narration.map(({ key, values }, index) => {
        if (key === 'ran') return <Ran key={index} t={t} code={String(values['code'])} />;
        const word = `narration.${key}`;
        return isWordKey(word) ? ` ${t(word, values)}` : null;
      })}
    </>
  );
}

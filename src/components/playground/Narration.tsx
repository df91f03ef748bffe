import type { Narration as Sentence } from '../../../engine/index.ts';
import { type Translate, isWordKey } from '../../i18n/words.ts';
import { objectText } from '../lenses/object-text.ts';

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

/** A sentence; what is said of an object is said in the reader's language, what was printed stays. */
function sentence(t: Translate, { key, values }: Sentence): string {
  const word = `narration.${key}`;
  if (!isWordKey(word)) return '';
  const { text } = values;
  if (key === 'output' || text === undefined) return t(word, values);
  return t(word, { ...values, text: objectText(t, String(text)) });
}

/** What a line did, in sentences; what the catalogue has no words for is left out. */
export function Narration({ t, narration }: Props) {
  if (narration.length === 0) return <>{t('narration.start')}</>;
  // After a sign of full width there is no space.
  const gap = /[：。]$/.test(t('narration.ran')) ? '' : ' ';
  return (
    <>
      {narration.map((one, index) => {
        if (one.key === 'ran') return <Ran key={index} t={t} code={String(one.values['code'])} />;
        const told = sentence(t, one);
        return told && gap + told;
      })}
    </>
  );
}

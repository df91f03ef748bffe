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

/**
 * A sentence; what is said of an object is said in the reader's language, what was printed stays.
 * @param goesOn whether it goes on from a colon: else it begins with a capital, unless with an object's name
 */
export function sentence(t: Translate, { key, values }: Sentence, goesOn: boolean): string {
  const word = `narration.${key}`;
  if (!isWordKey(word)) return '';
  const { text } = values;
  const said = key === 'output' || text === undefined ? text : objectText(t, String(text));
  const told = t(word, said === undefined ? values : { ...values, text: said });
  // A text that was cut ends the sentence with its own dots.
  const ended = told.replace(/…[.。]$/, '…');
  const isNamed = t(word, { object: '\n' }).startsWith('\n');
  return goesOn || isNamed ? ended : ended.replace(/^./u, upper);
}

const upper = (letter: string) => letter.toUpperCase();

/** What a line did, in sentences; what the catalogue has no words for is left out. */
export function Narration({ t, narration }: Props) {
  if (narration.length === 0) return <>{t('narration.start')}</>;
  // After a sign of full width there is no space.
  const gap = /[：。]$/.test(t('narration.ran')) ? '' : ' ';
  return (
    <>
      {narration.map((one, index) => {
        if (one.key === 'ran') return <Ran key={index} t={t} code={String(one.values['code'])} />;
        const told = sentence(t, one, narration[index - 1]?.key === 'ran');
        return told && gap + told;
      })}
    </>
  );
}

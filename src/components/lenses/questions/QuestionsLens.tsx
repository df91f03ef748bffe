import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { Holds, QuestionsScene } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import type { LensProps } from '../lens-props.ts';
import { nameOf, refText } from '../names.ts';
import { ObjectPicker } from '../ObjectPicker.tsx';
import { useScene } from '../use-scene.ts';
import { byText, holdsText } from './words.ts';
import '../../../styles/questions.css';

interface Words {
  readonly t: Translate;
  readonly onStep: (step: number) => void;
}

function Step({ t, step, onStep }: Words & { readonly step: number }) {
  return (
    <button type="button" class="lens-link" onClick={() => onStep(step)}>
      {t('questions.step', { step })}
    </button>
  );
}

interface AskProps extends Words {
  readonly step: number;
  readonly ask: LensProps<'questions'>['ask'];
}

/** The first step at which an expression holds, of the whole run or behind the one that is shown. */
function Ask({ t, step, ask, onStep }: AskProps) {
  const field = useRef<HTMLInputElement>(null);
  const help = useId();
  const found = useSignal<Holds | null>(null);
  const newest = useRef(0);
  const find = async (from: number) => {
    newest.current += 1;
    const mine = newest.current;
    const { holds } = await ask({ holds: field.current?.value ?? '', from });
    if (mine === newest.current) found.value = holds;
  };
  const holds = found.value;
  return (
    <>
      <form
        class="q-ask"
        onSubmit={(event) => {
          event.preventDefault();
          void find(1);
        }}
      >
        <label>
          {t('questions.expression')}
          <input
            ref={field}
            type="text"
            placeholder="len(a) > 2"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            aria-describedby={help}
            onInput={() => {
              found.value = null;
            }}
          />
        </label>
        <button type="submit">{t('questions.find')}</button>
        <button type="button" onClick={() => find(step + 1)}>
          {t('questions.next')}
        </button>
      </form>
      <p class="lens-note" role="status">
        {holds && holdsText(t, holds)}{' '}
        {holds?.kind === 'step' && <Step t={t} step={holds.step} onStep={onStep} />}
      </p>
      <p class="lens-note" id={help}>
        {t('questions.language')}
      </p>
    </>
  );
}

type Life = NonNullable<QuestionsScene['life']>;

function Ends({ t, life, onStep }: Words & { readonly life: Life }) {
  const { born, allocatedBy, died, freedBy } = life;
  return (
    <ul class="q-answers">
      <li>
        {born === null ? t('questions.original') : t('questions.made')}{' '}
        {born !== null && <Step t={t} step={born} onStep={onStep} />}{' '}
        <span class="q-by">{byText(t, allocatedBy)}</span>
      </li>
      <li>
        {died === null ? t('questions.stays') : t('questions.freed')}{' '}
        {died !== null && <Step t={t} step={died} onStep={onStep} />}{' '}
        <span class="q-by">{byText(t, freedBy)}</span>
      </li>
    </ul>
  );
}

function AtAddress({ t, scene, life, onStep }: Words & { scene: QuestionsScene; life: Life }) {
  return (
    <>
      <p class="q-title">{t('questions.address', { address: life.object.address })}</p>
      <ul class="q-answers">
        {scene.lives.map(({ object, from, to }) => (
          <li key={from}>
            <Step t={t} step={from} onStep={onStep} /> {t('questions.until', { step: to })}{' '}
            <code>{refText(t, object)}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Questions about the whole run: where something holds, how an object came and went, what stood at its place. */
export function QuestionsLens(props: LensProps<'questions'>) {
  const { t, selected, onSelect, onStep, moment, ask } = props;
  const { step } = moment.scene;
  const scene = useScene(
    () => ask(selected === null ? {} : { object: selected }),
    moment,
    String(selected),
  );
  const life = selected === null ? null : scene.value?.life;
  return (
    <>
      <Ask t={t} step={step} ask={ask} onStep={onStep} />
      <p class="q-title">{t('questions.life')}</p>
      <ObjectPicker t={t} scene={moment.scene} selected={selected} onSelect={onSelect} />
      {selected === null && <p class="lens-note">{t('questions.choose')}</p>}
      {selected !== null && scene.value && !life && <p class="lens-note">{t('holders.gone')}</p>}
      {scene.value && life && (
        <>
          <p class="lens-note">
            <b>{nameOf(life.object)}</b>
          </p>
          <Ends t={t} life={life} onStep={onStep} />
          <AtAddress t={t} scene={scene.value} life={life} onStep={onStep} />
        </>
      )}
    </>
  );
}

import type { ComponentChildren } from 'preact';
import type { Translate } from '../../i18n/words.ts';
import { chooseLensForm, lensForm } from '../../state/settings.ts';
import { ObjectsLens } from '../lenses/objects/ObjectsLens.tsx';
import { rem } from '../lenses/objects/geometry.ts';
import { LaterLens } from './LaterLens.tsx';
import { LensTabs } from './LensTabs.tsx';
import type { PlaygroundModel } from './model.ts';

interface Props {
  readonly t: Translate;
  readonly model: PlaygroundModel;
  /** The last step's picture, drawn when the site was built. */
  readonly picture: ComponentChildren;
}

export function LensPane({ t, model, picture }: Props) {
  const view = model.view.value;
  const lens = model.lens.value;
  const wake = () => model.seek(model.step.value);
  return (
    <div class="pg-lens">
      <div class="pg-label">
        <LensTabs
          t={t}
          chosen={lens}
          onChoose={(to) => {
            model.lens.value = to;
            if (!view) wake();
          }}
        />
        <fieldset class="pg-form" aria-label={t('lens.form')}>
          {(['picture', 'table'] as const).map((form) => (
            <button
              key={form}
              type="button"
              aria-pressed={lensForm.value === form}
              onClick={() => {
                chooseLensForm(form);
                if (!view) wake();
              }}
            >
              {t(`lens.${form}`)}
            </button>
          ))}
        </fieldset>
      </div>
      <div
        class={lens === 'objects' ? 'pg-picture' : 'pg-picture tall'}
        role="tabpanel"
        aria-label={t(`lens.${lens}`)}
        style={{ '--picture': rem(model.facts.still.pictureHeight) }}
      >
        {lens !== 'objects' ? (
          <LaterLens t={t} model={model} />
        ) : view ? (
          <ObjectsLens t={t} scene={view.scene} form={lensForm.value} selected={model.selected} />
        ) : (
          // A press on the still picture brings the living one.
          <div onPointerDown={wake}>{picture}</div>
        )}
      </div>
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import type { Translate } from '../../i18n/words.ts';
import { chooseLensForm, lensForm } from '../../state/settings.ts';
import { ObjectsLens } from '../lenses/objects/ObjectsLens.tsx';
import { rem } from '../lenses/objects/geometry.ts';
import type { PlaygroundModel } from './model.ts';

interface Props {
  readonly t: Translate;
  readonly model: PlaygroundModel;
  /** The last step's picture, drawn when the site was built. */
  readonly picture: ComponentChildren;
}

export function LensPane({ t, model, picture }: Props) {
  const view = model.view.value;
  const wake = () => model.seek(model.step.value);
  return (
    <div class="pg-lens">
      <div class="pg-label">
        <span>{t('lens.objects')}</span>
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
      <div class="pg-picture" style={{ '--picture': rem(model.facts.still.pictureHeight) }}>
        {view ? (
          <ObjectsLens t={t} scene={view.scene} form={lensForm.value} />
        ) : (
          // A press on the still picture brings the living one.
          <div onPointerDown={wake}>{picture}</div>
        )}
      </div>
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Translate } from '../../i18n/words.ts';
import { chooseLensForm, lensForm } from '../../state/settings.ts';
import { ObjectsLens } from '../lenses/objects/ObjectsLens.tsx';
import { rem } from '../lenses/objects/geometry.ts';
import { LaterLens } from './LaterLens.tsx';
import { LensTabs } from './LensTabs.tsx';
import type CompareView from './compare/Compare.tsx';
import type { PlaygroundModel } from './model.ts';

interface Props {
  readonly t: Translate;
  readonly model: PlaygroundModel;
  /** The last step's picture, drawn when the site was built. */
  readonly picture: ComponentChildren;
}

/** A link's program has not run here: there is nothing to draw until the reader asks. */
function NotRun({ t, model }: Pick<Props, 't' | 'model'>) {
  const opened = model.opened.value;
  const step = opened?.kind === 'link' ? opened.step : null;
  return (
    <div class="pg-unrun">
      <p class="lens-note">{t('playground.link.notRun')}</p>
      <button type="button" class="primary" onClick={() => model.wake()}>
        {step === null ? t('playground.run') : t('playground.link.run', { step })}
      </button>
    </div>
  );
}

/** Two releases side by side; loads when it is first asked for. */
function BesidePanel({ t, model }: Omit<Props, 'picture'>) {
  const [loaded, setLoaded] = useState<{ readonly View: typeof CompareView } | null>(null);
  useEffect(() => {
    void import('./compare/Compare.tsx').then((module) => setLoaded({ View: module.default }));
  }, []);
  const comparison = model.comparison.value;
  if (!loaded || !comparison) return <p class="lens-note">{t('playground.running')}</p>;
  return <loaded.View t={t} model={model} comparison={comparison} />;
}

function Panel({ t, model, picture }: Props) {
  const view = model.view.value;
  const lens = model.lens.value;
  const opened = model.opened.value;
  if (!view && opened && opened.kind !== 'broken') return <NotRun t={t} model={model} />;
  if (view && model.compared.value !== null) return <BesidePanel t={t} model={model} />;
  // A press on the still picture brings the living one.
  const still = lens === (model.facts.lens ?? 'objects') && (
    <div onPointerDown={() => model.wake()}>{picture}</div>
  );
  if (lens !== 'objects') {
    if (still && model.phase.value === 'still') return still;
    return <LaterLens t={t} model={model} lens={lens} still={still || undefined} />;
  }
  if (view) {
    return (
      <ObjectsLens
        t={t}
        scene={view.scene}
        form={lensForm.value}
        selected={model.selected.value}
        onSelect={(number) => {
          model.selected.value = number;
        }}
        onCount={(number) => model.showHolders(number)}
        zoom={model.zoom('objects')}
        onZoom={(zoom) => model.keepZoom('objects', zoom)}
      />
    );
  }
  return still || <p class="lens-note">{t('memory.loading')}</p>;
}

export function LensPane({ t, model, picture }: Props) {
  const view = model.view.value;
  const lens = model.lens.value;
  const isBeside = view !== null && model.compared.value !== null;
  const wake = () => {
    if (!view && !model.opened.value) model.wake();
  };
  return (
    <div class="pg-lens">
      <div class="pg-label">
        <LensTabs
          t={t}
          chosen={isBeside ? null : lens}
          onChoose={(to) => {
            model.lens.value = to;
            if (model.compared.value !== null) model.compareWith(null);
            wake();
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
                wake();
              }}
            >
              {t(`lens.${form}`)}
            </button>
          ))}
        </fieldset>
      </div>
      <div
        class={lens === 'objects' && !isBeside ? 'pg-picture' : 'pg-picture tall'}
        role="tabpanel"
        // What scrolls must be within reach of the keyboard; most living lenses have stops of their own.
        tabIndex={!view || lens === 'layers' || isBeside ? 0 : undefined}
        aria-label={isBeside ? t('compare.caption') : t(`lens.${lens}`)}
        style={{ '--picture': rem(model.facts.still.pictureHeight) }}
      >
        <Panel t={t} model={model} picture={picture} />
      </div>
    </div>
  );
}

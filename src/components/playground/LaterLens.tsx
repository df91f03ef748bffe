import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Translate } from '../../i18n/words.ts';
import { lensForm } from '../../state/settings.ts';
import type { LensProps } from '../lenses/lens-props.ts';
import type { LaterLensName } from './lenses.ts';
import type { PlaygroundModel } from './model.ts';

interface Props {
  readonly t: Translate;
  readonly model: PlaygroundModel;
  readonly lens: LaterLensName;
  /** The picture that was made with the page, when it is of this lens. */
  readonly still?: ComponentChildren;
}

type Painter<Name extends LaterLensName> = ComponentType<LensProps<Name>>;

const load: { readonly [Name in LaterLensName]: () => Promise<Painter<Name>> } = {
  holders: () => import('../lenses/holders/HoldersLens.tsx').then((module) => module.HoldersLens),
  refcounts: () =>
    import('../lenses/refcounts/RefcountsLens.tsx').then((module) => module.RefcountsLens),
  memory: () => import('../lenses/memory/MemoryLens.tsx').then((module) => module.MemoryLens),
  layers: () => import('../lenses/layers/LayersLens.tsx').then((module) => module.LayersLens),
  caches: () => import('../lenses/caches/CachesLens.tsx').then((module) => module.CachesLens),
  collector: () =>
    import('../lenses/collector/CollectorLens.tsx').then((module) => module.CollectorLens),
  events: () => import('../lenses/events/EventsLens.tsx').then((module) => module.EventsLens),
  questions: () =>
    import('../lenses/questions/QuestionsLens.tsx').then((module) => module.QuestionsLens),
};

/** Each is asked for once; a browser may try again what it could not load. */
async function painterOf(lens: LaterLensName): Promise<Painter<LaterLensName>> {
  return (await load[lens]()) as Painter<LaterLensName>;
}

/** The lenses that load when they are first chosen. */
export function LaterLens({ t, model, lens, still }: Props) {
  const [loaded, setLoaded] = useState<Partial<Record<LaterLensName, Painter<LaterLensName>>>>({});
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (loaded[lens]) return;
    setFailed(false);
    painterOf(lens).then(
      (painter) => setLoaded((before) => ({ ...before, [lens]: painter })),
      () => setFailed(true),
    );
  }, [lens]);
  const view = model.view.value;
  const Lens = loaded[lens];
  if (failed) return <p class="lens-note">{t('lens.notLoaded')}</p>;
  if (!view || !Lens) return still ?? <p class="lens-note">{t('memory.loading')}</p>;
  return (
    <Lens
      t={t}
      form={lensForm.value}
      selected={model.selected.value}
      onSelect={(number) => {
        model.selected.value = number;
      }}
      moment={view}
      ask={(options) => model.ask(lens, options)}
      onStep={(step) => model.goTo(step)}
      onEvent={(event) => model.seek(view.scene.step, event)}
      zoom={model.zoom(lens)}
      onZoom={(zoom) => model.keepZoom(lens, zoom)}
      still={still}
    />
  );
}

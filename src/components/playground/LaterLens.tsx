import { useEffect, useState } from 'preact/hooks';
import type { Translate } from '../../i18n/words.ts';
import { lensForm } from '../../state/settings.ts';
import type { PlaygroundModel } from './model.ts';

interface Props {
  readonly t: Translate;
  readonly model: PlaygroundModel;
}

const load = {
  memory: () => import('../lenses/memory/MemoryLens.tsx').then((module) => module.MemoryLens),
  layers: () => import('../lenses/layers/LayersLens.tsx').then((module) => module.LayersLens),
};

type Loaded = { readonly [Name in keyof typeof load]?: Awaited<ReturnType<(typeof load)[Name]>> };

/** The lenses that load when they are first chosen. */
export function LaterLens({ t, model }: Props) {
  const [loaded, setLoaded] = useState<Loaded>({});
  const lens = model.lens.value;
  useEffect(() => {
    if (lens === 'objects' || loaded[lens]) return;
    void load[lens]().then((component) =>
      setLoaded((before) => ({ ...before, [lens]: component })),
    );
  }, [lens]);
  const view = model.view.value;
  const shared = { t, form: lensForm.value, selected: model.selected.value, moment: view };
  if (view && lens === 'memory' && loaded.memory) {
    return <loaded.memory {...shared} ask={(options) => model.ask('memory', options)} />;
  }
  if (view && lens === 'layers' && loaded.layers) {
    const onSelect = (number: number) => {
      model.selected.value = number;
    };
    return <loaded.layers {...shared} onSelect={onSelect} ask={() => model.ask('layers', {})} />;
  }
  return <p class="lens-note">{t('memory.loading')}</p>;
}

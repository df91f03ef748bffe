import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Scene } from '../../construct/run-task.ts';
import type { Translate } from '../../i18n/words.ts';
import { lensForm } from '../../state/settings.ts';
import { OVERVIEW } from '../lenses/memory/zoom.ts';
import type { ConstructModel } from './use-construct.ts';

interface Props {
  readonly t: Translate;
  readonly model: ConstructModel;
  readonly title: string;
  /** What stands there before the first run. */
  readonly still: ComponentChildren;
}

/** The pictures come, with their styles, when there is something to draw. */
const load = {
  memory: () => import('../lenses/memory/MemoryMap.tsx').then((module) => module.MemoryMap),
  collector: () => import('../lenses/collector/Collector.tsx').then((module) => module.Collector),
};
type Lens = keyof typeof load;
type Painters = { [Name in Lens]?: Awaited<ReturnType<(typeof load)[Name]>> };

function usePainters(wanted: Lens | undefined): Painters {
  const [painters, setPainters] = useState<Painters>({});
  useEffect(() => {
    if (!wanted || painters[wanted]) return;
    load[wanted]().then(
      (painter) => setPainters((before) => ({ ...before, [wanted]: painter })),
      (error: unknown) => console.warn('The picture did not load:', error),
    );
  }, [wanted]);
  return painters;
}

/** The reader's memory, drawn as the machine's is. */
function Picture({ t, model, scene }: Omit<Props, 'still' | 'title'> & { readonly scene: Scene }) {
  const { memory: MemoryMap, collector: Collector } = usePainters(scene.lens);
  const selected = useSignal<number | null>(null);
  const last = useSignal(OVERVIEW);
  const moved = useSignal(false);
  const form = lensForm.value;
  if (scene.lens === 'collector')
    return (
      Collector && (
        <Collector
          t={t}
          scene={scene.scene}
          form={form}
          selected={selected.value}
          onSelect={(number) => {
            selected.value = number;
          }}
        />
      )
    );
  return (
    MemoryMap && (
      <MemoryMap
        t={t}
        scene={scene.scene}
        zoom={model.zoom.value}
        last={last.value}
        form={form}
        focus={moved.value}
        onZoom={(zoom) => {
          last.value = model.zoom.value;
          moved.value = true;
          void model.look(model.step.value, zoom);
        }}
      />
    )
  );
}

/** The picture, and the way through the requests. */
export function PicturePane({ t, model, title, still }: Props) {
  const scene = model.scene.value;
  const steps = model.report.value?.steps ?? 0;
  return (
    <div class="construct-picture">
      <section
        class="pg-picture"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keyboard too
        tabIndex={0}
        aria-label={`${title}: ${t('construct.yourMemory')}`}
      >
        {scene ? <Picture t={t} model={model} scene={scene} /> : still}
      </section>
      {scene && steps > 0 && (
        <p class="construct-steps">
          <label>
            {t('construct.step', { step: model.step.value, steps })}
            <input
              type="range"
              min={0}
              max={steps}
              value={model.step.value}
              onInput={(event) => void model.look(Number(event.currentTarget.value))}
            />
          </label>
        </p>
      )}
    </div>
  );
}

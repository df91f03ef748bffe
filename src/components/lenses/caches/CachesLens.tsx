import type { CachesScene } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import type { LensProps } from '../lens-props.ts';
import { useScene } from '../use-scene.ts';
import { FreeLists, FreeListsTable } from './FreeLists.tsx';
import { Names, NamesTable } from './Names.tsx';
import '../../../styles/caches.css';

interface Props {
  readonly t: Translate;
  readonly scene: CachesScene;
}

/** The picture alone, for a page without scripts as well. */
export function Caches({ t, scene }: Props) {
  return (
    <div class="cache">
      <p class="cache-head">{t('caches.names')}</p>
      {scene.names.length === 0 ? (
        <p class="lens-note">{t('caches.noNames')}</p>
      ) : (
        <Names t={t} scene={scene} />
      )}
      <p class="cache-head">{t('caches.freeLists')}</p>
      <FreeLists t={t} scene={scene} />
    </div>
  );
}

/** The Caches lens, alive: what is shared by design, and which places wait to be used again. */
export function CachesLens({ t, form, moment, ask, still }: LensProps<'caches'>) {
  const scene = useScene(() => ask({}), moment);
  if (!scene.value) return <>{still ?? <p class="lens-note">{t('memory.loading')}</p>}</>;
  if (form === 'picture') return <Caches t={t} scene={scene.value} />;
  return (
    <>
      <NamesTable t={t} scene={scene.value} />
      <FreeListsTable t={t} scene={scene.value} />
    </>
  );
}

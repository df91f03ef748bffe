import type { HoldersScene } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import type { LensProps } from '../lens-props.ts';
import { nameOf } from '../names.ts';
import { ObjectPicker } from '../ObjectPicker.tsx';
import { useScene } from '../use-scene.ts';
import { Holders, HoldersTable } from './Holders.tsx';
import '../../../styles/holders.css';

/** The count, and what it is made of. */
function sumText(t: Translate, { object, refcount, holders }: HoldersScene): string {
  if (!object) return t('holders.gone');
  const name = nameOf(object);
  if (refcount === null) return t('holders.immortal', { object: name });
  if (holders.length === 0) return t('holders.none', { object: name, count: refcount });
  return t('holders.sum', { object: name, count: refcount });
}

/** The Holders lens, alive: who holds the chosen object at this step. */
export function HoldersLens(props: LensProps<'holders'>) {
  const { t, form, selected, onSelect, moment, ask } = props;
  const scene = useScene(
    () => ask(selected === null ? {} : { object: selected }),
    moment,
    String(selected),
  );
  if (!scene.value) return <p class="lens-note">{t('memory.loading')}</p>;
  const View = form === 'table' ? HoldersTable : Holders;
  return (
    <>
      <ObjectPicker t={t} scene={moment.scene} selected={selected} onSelect={onSelect} />
      <p class="lens-note" role="status">
        {selected === null ? t('lens.choose') : sumText(t, scene.value)}
      </p>
      {selected !== null && scene.value.object && (
        <View t={t} scene={scene.value} onSelect={onSelect} />
      )}
    </>
  );
}

import type { ObjectsScene } from '../../../engine/index.ts';
import type { Translate } from '../../i18n/words.ts';
import { longName } from './names.ts';

interface Props {
  readonly t: Translate;
  readonly scene: ObjectsScene;
  readonly selected: number | null;
  readonly onSelect: (number: number) => void;
}

/** The object that a lens is about; choosing it here chooses it everywhere. */
export function ObjectPicker({ t, scene, selected, onSelect }: Props) {
  const objects = scene.objects
    .filter(({ number, refcount }) => number > 0 && refcount !== null)
    .sort((one, other) => one.number - other.number);
  const isHere = objects.some(({ number }) => number === selected);
  return (
    <label class="lens-picker">
      {t('lens.object')}{' '}
      <select
        value={selected ?? ''}
        onChange={(event) => {
          const number = Number(event.currentTarget.value);
          if (number !== 0) onSelect(number);
        }}
      >
        {selected === null && <option value="">{t('lens.pick')}</option>}
        {selected !== null && !isHere && (
          <option value={selected} selected>
            #{selected}
          </option>
        )}
        {objects.map((object) => (
          <option key={object.number} value={object.number} selected={object.number === selected}>
            {longName(t, object)}
          </option>
        ))}
      </select>
    </label>
  );
}

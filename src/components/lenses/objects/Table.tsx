import type { ObjectsScene, SceneObject } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { nameOf } from '../names.ts';
import { objectText } from '../object-text.ts';
import { holdersOf } from './holders.ts';

interface Props {
  readonly t: Translate;
  readonly scene: ObjectsScene;
  readonly onCount: (number: number) => void;
}

function countText(t: Translate, { refcount, refcountBefore }: SceneObject): string {
  if (refcount === null) return t('lens.immortal');
  const changed = refcountBefore !== null && refcountBefore !== refcount;
  return changed ? `${refcountBefore} → ${refcount}` : String(refcount);
}

function stateText(t: Translate, object: SceneObject): string | null {
  if (!object.reachable) return t('lens.unreachable');
  if (object.change === 'new') return t('lens.new');
  return object.change === 'contents' ? t('lens.changed') : null;
}

/** The same scene in words: for readers of screens, for narrow ones, and for copying. */
export function Table({ t, scene, onCount }: Props) {
  return (
    <table class="lens-table">
      <caption class="sr-only">{t('lens.tableCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('lens.object')}</th>
          <th scope="col">{t('lens.references')}</th>
          <th scope="col">{t('lens.heldBy')}</th>
        </tr>
      </thead>
      <tbody>
        {scene.objects.map((object) => {
          const state = stateText(t, object);
          return (
            <tr key={object.number}>
              <th scope="row">
                {nameOf(object)} {state && <em>{state}</em>}
                <code>{objectText(t, object.text)}</code>
              </th>
              <td>
                {object.refcount === null ? (
                  countText(t, object)
                ) : (
                  <button
                    type="button"
                    class="lens-link"
                    title={t('lens.showHolders', { object: nameOf(object) })}
                    onClick={() => onCount(object.number)}
                  >
                    {countText(t, object)}
                  </button>
                )}
              </td>
              <td>{holdersOf(t, scene, object.number).join(', ') || '–'}</td>
            </tr>
          );
        })}
        {scene.freed.map(({ number, type, text }) => (
          <tr key={number} class="freed">
            <th scope="row">
              {nameOf({ type, number })} <em>{t('lens.freed')}</em>
              <code>{objectText(t, text)}</code>
            </th>
            <td>–</td>
            <td>–</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

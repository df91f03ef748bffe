import type { Holder, HoldersScene } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { nameOf, refText } from '../names.ts';
import { objectText } from '../object-text.ts';
import { countText, placeText } from './words.ts';

interface Props {
  readonly t: Translate;
  readonly scene: HoldersScene;
  readonly onSelect: (number: number) => void;
}

/** What remains when every place in memory has been counted. */
export function Remainder({ t, scene }: Omit<Props, 'onSelect'>) {
  const { more, moreCount, unnamed } = scene;
  return (
    <>
      {more > 0 && (
        <li class="hold-note">{t('holders.more', { places: more, count: moreCount })}</li>
      )}
      {unnamed > 0 && <li class="hold-note">{t('holders.unnamed', { count: unnamed })}</li>}
    </>
  );
}

/** A place; where an object holds it, that object can be asked about in turn. */
function PlaceName({ t, holder, onSelect }: Omit<Props, 'scene'> & { readonly holder: Holder }) {
  const { owner } = holder;
  const text = placeText(t, holder);
  if (!owner || owner.number <= 0) return <>{text}</>;
  return (
    <button
      type="button"
      class="lens-link"
      title={t('lens.showHolders', { object: refText(t, owner) })}
      onClick={() => onSelect(owner.number)}
    >
      {text}
    </button>
  );
}

function Place({ t, holder, onSelect }: Omit<Props, 'scene'> & { readonly holder: Holder }) {
  const count = countText(t, holder);
  return (
    <li class={holder.count === 0 ? 'hold-place borrowed' : 'hold-place'}>
      <span class="hold-text">
        <PlaceName t={t} holder={holder} onSelect={onSelect} />
      </span>
      {count && <em>{count}</em>}
      <span class="hold-arrow" aria-hidden="true" />
    </li>
  );
}

function Target({ t, scene }: Omit<Props, 'onSelect'>) {
  const { object, refcount } = scene;
  if (!object) return null;
  return (
    <div class="hold-target">
      <p>
        <b>{nameOf(object)}</b>{' '}
        <span class={refcount === null ? 'lens-count immortal' : 'lens-count'}>
          {refcount === null ? '∞' : refcount}
        </span>
      </p>
      {object.text !== object.type && <code>{objectText(t, object.text)}</code>}
      <code class="hold-address">{object.address}</code>
    </div>
  );
}

/** Every place that holds the object, each with an arrow to it; an arrow may be followed backwards. */
export function Holders({ t, scene, onSelect }: Props) {
  return (
    <div class="hold">
      <ul class="hold-places" aria-label={t('lens.heldBy')}>
        {scene.holders.map((holder, index) => (
          <Place key={index} t={t} holder={holder} onSelect={onSelect} />
        ))}
        <Remainder t={t} scene={scene} />
      </ul>
      <Target t={t} scene={scene} />
    </div>
  );
}

/** The same as a table. */
export function HoldersTable({ t, scene, onSelect }: Props) {
  return (
    <>
      <table class="lens-table">
        <caption class="sr-only">{t('lens.heldBy')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('holders.place')}</th>
            <th scope="col">{t('holders.kind')}</th>
            <th scope="col">{t('lens.references')}</th>
          </tr>
        </thead>
        <tbody>
          {scene.holders.map((holder, index) => (
            <tr key={index}>
              <th scope="row">
                <PlaceName t={t} holder={holder} onSelect={onSelect} />
              </th>
              <td>{t(`holders.kind.${holder.kind}`)}</td>
              <td>{holder.count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul class="hold-places">
        <Remainder t={t} scene={scene} />
      </ul>
    </>
  );
}

import type { ListedObject, SceneList, SceneMoment } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { objectText } from '../object-text.ts';
import { listFacts, listName, objectFacts } from './words.ts';

interface Props {
  readonly t: Translate;
  readonly lists: readonly SceneList[];
  readonly moment: SceneMoment | null;
  readonly selected: number | null;
  /** Absent where nothing listens: in the page before any script. */
  readonly onSelect: ((number: number) => void) | undefined;
}

interface ChipProps extends Omit<Props, 'lists'> {
  readonly object: ListedObject;
}

function Counts({ t, object }: Pick<ChipProps, 't' | 'object'>) {
  const { refcount, refs } = object;
  return (
    <span class="gc-counts">
      {refs !== null && (
        <span class="gc-refs">
          gc_refs <b>{refs}</b>
        </span>
      )}
      <span class="gc-count">
        <span aria-hidden="true">{refcount ?? '∞'}</span>
        <span class="sr-only">
          {refcount === null ? t('lens.immortal') : t('lens.count', { count: refcount })}
        </span>
      </span>
    </span>
  );
}

function Chip({ t, object, moment, selected, onSelect }: ChipProps) {
  const { number, type } = object;
  const looks = ['gc-chip'];
  if (moment?.number === number) looks.push('at');
  if (moment?.fromNumber === number && moment.number !== number) looks.push('from');
  if (number === selected) looks.push('selected');
  const title = (
    <>
      <b>{type}</b> <span class="lens-number">#{number}</span>
    </>
  );
  return (
    <li class={looks.join(' ')}>
      <span class="gc-head">
        {onSelect ? (
          <button
            type="button"
            class="gc-title"
            aria-pressed={number === selected}
            onClick={() => onSelect(number)}
          >
            {title}
          </button>
        ) : (
          <span class="gc-title">{title}</span>
        )}
        <Counts t={t} object={object} />
      </span>
      {object.text !== type && <code class="gc-text">{objectText(t, object.text)}</code>}
      {objectFacts(t, object).map((fact) => (
        <span key={fact} class="gc-fact">
          {fact}
        </span>
      ))}
    </li>
  );
}

/** How near the count is to its threshold. */
function Fill({ list }: { readonly list: SceneList }) {
  const { count, threshold } = list;
  if (count === null || threshold === null || threshold === 0) return null;
  const share = Math.min(100, Math.round((count * 100) / threshold));
  return (
    <span class="gc-fill" aria-hidden="true">
      <i style={{ '--share': `${share}%` }} />
    </span>
  );
}

/** Lists that there are when no collection runs. */
const RESTING: readonly SceneList['name'][] = [
  'generation0',
  'generation1',
  'generation2',
  'young',
  'visited',
  'pending',
];

/** During a collection: first the generation that is collected, then what was put aside. */
function inOrder(lists: readonly SceneList[], moment: SceneMoment | null): readonly SceneList[] {
  if (!moment) return lists;
  const rank = ({ name, examined }: SceneList) =>
    examined || name === `generation${moment.generation}` ? 0 : RESTING.includes(name) ? 2 : 1;
  return [...lists].sort((one, other) => rank(one) - rank(other));
}

/** The collector's lists, each with the objects of the program that stand in it. */
export function Lists({ t, lists, ...props }: Props) {
  return (
    <>
      {inOrder(lists, props.moment).map((list) => {
        const { name, objects, size, examined } = list;
        const others = size - objects.length;
        return (
          <fieldset
            key={name}
            class={`gc-list ${name}${examined ? ' examined' : ''}`}
            aria-label={listName(t, list)}
          >
            <div class="gc-top">
              <b class="gc-name">{listName(t, list)}</b>
              {examined && <em>{t('collector.examined')}</em>}
              <p class="gc-facts">
                <Fill list={list} />
                {listFacts(t, list).join(' · ')}
              </p>
            </div>
            {objects.length > 0 && (
              <ul class="gc-chips">
                {objects.map((object) => (
                  <Chip key={object.number} t={t} object={object} {...props} />
                ))}
              </ul>
            )}
            {others > 0 && objects.length > 0 && (
              <p class="gc-others">{t('collector.others', { count: others })}</p>
            )}
          </fieldset>
        );
      })}
    </>
  );
}

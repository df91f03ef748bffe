import type { CachesScene } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { changeText, shortAddress } from './words.ts';

interface Props {
  readonly t: Translate;
  readonly scene: CachesScene;
}

/** Each free list as a row of places, the one that is handed out next in front. */
export function FreeLists({ t, scene }: Props) {
  return (
    <ul class="cache-lists">
      {scene.freeLists.map((list) => (
        <li key={list.name}>
          <p class="cache-title">
            <code>{list.name}</code>{' '}
            <em>{t('caches.length', { length: list.length, limit: list.limit })}</em>{' '}
            {changeText(t, list) && <b>{changeText(t, list)}</b>}
          </p>
          <ol class="cache-places">
            {list.places.map((place, index) => (
              <li key={place} class={index === 0 ? 'next' : ''} title={place}>
                {shortAddress(place)}
                {index === 0 && <span class="sr-only"> {t('caches.next')}</span>}
              </li>
            ))}
            {list.length > list.places.length && (
              <li class="rest">{t('caches.rest', { count: list.length - list.places.length })}</li>
            )}
          </ol>
        </li>
      ))}
    </ul>
  );
}

export function FreeListsTable({ t, scene }: Props) {
  return (
    <table class="lens-table">
      <caption class="sr-only">{t('caches.freeLists')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('caches.type')}</th>
          <th scope="col">{t('caches.kept')}</th>
          <th scope="col">{t('caches.change')}</th>
          <th scope="col">{t('caches.places')}</th>
        </tr>
      </thead>
      <tbody>
        {scene.freeLists.map((list) => (
          <tr key={list.name}>
            <th scope="row">{list.name}</th>
            <td>{t('caches.length', { length: list.length, limit: list.limit })}</td>
            <td>{changeText(t, list)}</td>
            <td>{list.places.map(shortAddress).join(' ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

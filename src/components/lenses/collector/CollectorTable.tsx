import type { CollectorScene } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { listFacts, listName, momentText, objectFacts } from './words.ts';

interface Props {
  readonly t: Translate;
  readonly scene: CollectorScene;
}

/** The same in words: the lists as they stand, and what the collector did, sentence by sentence. */
export function CollectorTable({ t, scene }: Props) {
  return (
    <>
      <table class="lens-table">
        <caption class="sr-only">{t('collector.tableCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('lens.object')}</th>
            <th scope="col">{t('lens.references')}</th>
            <th scope="col">gc_refs</th>
          </tr>
        </thead>
        {scene.lists.map((list) => (
          <tbody key={list.name}>
            <tr class="gc-row">
              <th scope="rowgroup" colSpan={3}>
                {listName(t, list)} <span>{listFacts(t, list).join(' · ')}</span>
              </th>
            </tr>
            {list.objects.map((object) => (
              <tr key={object.number}>
                <th scope="row">
                  {object.type} #{object.number}
                  <code>{objectFacts(t, object).join('; ')}</code>
                </th>
                <td>{object.refcount ?? t('lens.immortal')}</td>
                <td>{object.refs ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {scene.moments.length > 0 && (
        <ol class="gc-log" aria-label={t('collector.log')}>
          {scene.moments.map((moment, index) => (
            <li key={index} aria-current={index === scene.moment ? 'step' : undefined}>
              {momentText(t, moment)}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

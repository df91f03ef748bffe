import type { LayersScene } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { contentText } from '../memory/words.ts';
import { tiersOf } from './words.ts';

interface Props {
  readonly t: Translate;
  readonly scene: LayersScene;
}

/** The same in words, a row a request. */
export function LayersTable({ t, scene }: Props) {
  return (
    <table class="lens-table">
      <caption class="sr-only">{t('layers.taken')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('layers.for')}</th>
          <th scope="col">{t('layers.column.layers')}</th>
        </tr>
      </thead>
      <tbody>
        {scene.requests.map((request) => (
          <tr key={`${request.content.kind} ${request.answer} ${request.block}`}>
            <th scope="row">
              {contentText(t, request.content)}
              {request.count > 1 && ` × ${request.count}`}
            </th>
            <td>
              <ol class="layers-list">
                {tiersOf(t, request, scene.threshold).map(({ layer, name, text }) => (
                  <li key={layer}>
                    {t('layers.layer', { number: layer })} ({name}): {text}
                  </li>
                ))}
              </ol>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

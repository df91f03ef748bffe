import type { LayerRequest, LayersScene } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import type { LensForm } from '../../../state/settings.ts';
import { contentText } from '../memory/words.ts';
import { LayersTable } from './LayersTable.tsx';
import { RequestCard } from './RequestCard.tsx';
import { pageText, returnTexts } from './words.ts';
import '../../../styles/memory.css';
import '../../../styles/layers.css';

interface Props {
  readonly t: Translate;
  readonly scene: LayersScene;
  readonly form?: LensForm;
  readonly selected?: number | null;
  /** Absent where nothing listens: in the page before any script. */
  readonly onSelect?: ((number: number) => void) | undefined;
}

const keyOf = ({ content, answer, block }: LayerRequest) => `${content.kind} ${answer} ${block}`;

/** What the line that ran took from which layer, and what it gave back. */
export function Layers({ t, scene, form, selected = null, onSelect }: Props) {
  const { source, requests, more, returns, pages } = scene;
  if (source === '') return <p class="lens-note">{t('layers.start')}</p>;
  const given = returnTexts(t, returns);
  return (
    <div class="layers">
      <p class="layers-line">
        {t('layers.line')} <code>{source}</code>
      </p>
      {requests.length === 0 && <p class="lens-note">{t('layers.nothing')}</p>}
      {requests.length > 0 && form === 'table' && <LayersTable t={t} scene={scene} />}
      {requests.length > 0 && form !== 'table' && (
        <ul class="layers-requests" aria-label={t('layers.taken')}>
          {requests.map((request) => (
            <li key={keyOf(request)}>
              <RequestCard
                t={t}
                request={request}
                threshold={scene.threshold}
                chosen={request.content.number > 0 && request.content.number === selected}
                title={contentText(t, request.content)}
                onSelect={onSelect}
              />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p class="lens-note">{t('layers.more', { count: more })}</p>}
      <dl class="layers-sums">
        <dt>{t('layers.back')}</dt>
        <dd>
          {given.length === 0
            ? t('layers.back.none')
            : given.map((text) => <span key={text}>{text}</span>)}
        </dd>
        <dt>{t('layers.pages')}</dt>
        <dd>{pageText(t, pages)}</dd>
      </dl>
      <p class="lens-note">{t('layers.limit')}</p>
    </div>
  );
}

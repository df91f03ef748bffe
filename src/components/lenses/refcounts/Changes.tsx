import type { RefcountPoint, RefcountsScene } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';

interface Props {
  readonly t: Translate;
  readonly scene: RefcountsScene;
  readonly onStep: (step: number) => void;
}

/** Rows that a table shows around the step; the chart has them all. */
const ROWS = 60;

function around({ points, step }: RefcountsScene): readonly RefcountPoint[] {
  const at = points.findLastIndex((point) => point.step <= step);
  const first = Math.max(0, Math.min(at - ROWS / 2, points.length - ROWS));
  return points.slice(first, first + ROWS);
}

const changeText = (t: Translate, { before, refcount }: RefcountPoint): string => {
  if (before === 0) return t('refcounts.made', { count: refcount });
  if (refcount === 0) return t('refcounts.freed', { count: before });
  return `${before} → ${refcount}`;
};

/** Every change of the count: the step, from what to what, and the line that did it. */
export function Changes({ t, scene, onStep }: Props) {
  const rows = around(scene);
  const left = scene.points.length - rows.length + scene.more;
  return (
    <>
      <table class="lens-table">
        <caption class="sr-only">{t('refcounts.changes')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('refcounts.column.step')}</th>
            <th scope="col">{t('lens.references')}</th>
            <th scope="col">{t('refcounts.column.line')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((point) => (
            <tr key={point.step} class={point.step === scene.step ? 'rc-current' : undefined}>
              <th scope="row">
                <button
                  type="button"
                  class="lens-link"
                  aria-label={t('refcounts.goTo', { step: point.step })}
                  aria-current={point.step === scene.step ? 'step' : undefined}
                  onClick={() => onStep(point.step)}
                >
                  {point.step}
                </button>
              </th>
              <td>{changeText(t, point)}</td>
              <td>
                {point.line > 0 && (
                  <code>
                    {point.line}: {point.code}
                  </code>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && <p class="lens-note">{t('refcounts.more', { count: left })}</p>}
    </>
  );
}

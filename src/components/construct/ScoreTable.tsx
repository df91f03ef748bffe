import type { Score } from '../../construct/report.ts';
import type { Translate } from '../../i18n/words.ts';
import { count } from '../lenses/memory/words.ts';

/** Two digits are all that is measured. */
const rounded = (operations: number): number => {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, operations))) - 1);
  return Math.round(operations / unit) * unit;
};

/** Memory that is lost, and operations in a second beside pymalloc's. */
export function ScoreTable({ t, score }: { readonly t: Translate; readonly score: Score }) {
  const { asked, taken, operations, modelOperations } = score;
  const lost = taken - asked;
  const share = Math.round((lost * 100) / Math.max(1, taken));
  const speed = (value: number) =>
    value > 0
      ? t('construct.perSecond', { count: count(rounded(value)) })
      : t('construct.notMeasured');
  return (
    <dl class="construct-score">
      <div>
        <dt>{t('construct.memory')}</dt>
        <dd>
          {t('construct.lost', {
            asked: count(asked),
            taken: count(taken),
            lost: count(lost),
            share,
          })}
        </dd>
      </div>
      <div>
        <dt>{t('construct.speed')}</dt>
        <dd>{speed(operations)}</dd>
      </div>
      <div>
        <dt>{t('construct.speedOfModel')}</dt>
        <dd>{speed(modelOperations)}</dd>
      </div>
    </dl>
  );
}

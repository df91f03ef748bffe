import type { Report } from '../../construct/report.ts';
import type { Translate } from '../../i18n/words.ts';
import { Inline } from '../exercise/Inline.tsx';
import type { Phase } from './use-construct.ts';
import { placeText, valueText } from './words.ts';

interface Props {
  readonly t: Translate;
  readonly phase: Phase;
  readonly report: Report | null;
  readonly syntax: string;
  readonly stale: boolean;
  /** Of a named mistake. */
  readonly message: string | null;
}

function Departed({ t, report, message }: Props & { readonly report: Report }) {
  const { departure, steps } = report;
  if (!departure) return null;
  const { expected, came, code } = departure;
  return (
    <>
      <b>
        ✗ {t('construct.departed')} {placeText(t, departure, steps)}
      </b>
      <br />
      <Inline text={message ?? t(`construct.departure.${code}`)} />
      <br />
      <span class="construct-values">
        {expected.kind !== 'nothing' && (
          <span>
            {t('construct.expected')} <code>{valueText(t, expected)}</code>
          </span>
        )}{' '}
        {came.kind !== 'nothing' && (
          <span>
            {t('construct.came')} <code>{valueText(t, came)}</code>
          </span>
        )}
      </span>
    </>
  );
}

function words(props: Props) {
  const { t, phase, report, syntax, stale } = props;
  if (phase === 'running') return t('construct.running');
  if (phase === 'stopped') return t('construct.stopped');
  if (phase === 'limit') return t('construct.limit');
  if (phase === 'unavailable') return t('construct.unavailable');
  if (syntax) return <b>✗ {t('construct.syntax', { message: syntax })}</b>;
  if (stale) return t('playground.changed');
  if (!report) return null;
  if (report.departure) return <Departed {...props} report={report} />;
  return <b>✓ {t('construct.passed', { steps: report.steps })}</b>;
}

/** What came of the run; always in the page, so that readers of screens hear it change. */
export function Verdict(props: Props) {
  const { report, syntax, stale, phase } = props;
  const state =
    stale || phase !== 'idle'
      ? ''
      : syntax || report?.departure
        ? 'failed'
        : report
          ? 'passed'
          : '';
  return (
    <div class={`exercise-verdict ${state}`}>
      <p role="status">{words(props)}</p>
    </div>
  );
}

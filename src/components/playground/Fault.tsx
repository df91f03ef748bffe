import type { Translate } from '../../i18n/words.ts';
import type { PlaygroundModel } from './model.ts';

/** Where a published site takes reports, when its builder says so: `PUBLIC_ISSUES_URL=…/issues/new`. */
const tracker: string | undefined = import.meta.env.PUBLIC_ISSUES_URL;

function report(model: PlaygroundModel): string {
  const how = `CPython ${model.profile.value}, ${model.mode.value}, playground ${model.facts.id}`;
  return `${model.fault.value}\n\n${how}\n\n${model.shownSource.value}`;
}

function Report({ t, model }: Props) {
  if (tracker) {
    const query = new URLSearchParams({ title: 'Engine fault', body: report(model) });
    return <a href={`${tracker}?${query}`}>{t('playground.fault.report')}</a>;
  }
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(report(model))}`;
  return (
    <a href={file} download="pymemlab-fault.txt">
      {t('playground.fault.save')}
    </a>
  );
}

interface Props {
  readonly t: Translate;
  readonly model: PlaygroundModel;
}

/** The engine broke, or a part of it did not come: said as such, with a way on. */
export function Fault(props: Props) {
  const { t, model } = props;
  if (model.phase.value !== 'fault') return null;
  const part = model.unavailable.value;
  if (part !== '') {
    return (
      <div class="pg-fault" role="alert">
        <p>{t('playground.unavailable', { part })}</p>
      </div>
    );
  }
  return (
    <div class="pg-fault" role="alert">
      <p>
        <b>{t('playground.fault')}</b> {t('playground.fault.kept')}
      </p>
      <p>
        <code>{model.fault.value}</code>
      </p>
      <p>
        <Report {...props} />
      </p>
    </div>
  );
}

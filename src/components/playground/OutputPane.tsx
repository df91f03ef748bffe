import type { ComponentChildren, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { releases } from '../../course/releases.ts';
import type { Translate } from '../../i18n/words.ts';
import { EndingNotice, Output } from './Output.tsx';
import { Transcript } from './Transcript.tsx';
import { lineCount } from './lines.ts';
import type { PlaygroundModel, RunBefore } from './model.ts';

interface Props {
  readonly t: Translate;
  readonly model: PlaygroundModel;
  /** As the page was built. */
  readonly still: ComponentChildren;
}

/** Lines of output that are shown without scrolling; see .pg-written. */
const SHOWN_LINES = 14;

type Changes = typeof import('./OutputChanges.tsx').default;

/** Loads with the first change of release. */
function useChanges(wanted: boolean): Changes | null {
  const [loaded, setLoaded] = useState<{ readonly Changes: Changes } | null>(null);
  useEffect(() => {
    if (wanted && !loaded)
      void import('./OutputChanges.tsx').then((module) => setLoaded({ Changes: module.default }));
  }, [wanted]);
  return loaded?.Changes ?? null;
}

const releaseOf = (wanted: string) => releases.find(({ id }) => id === wanted)?.release ?? wanted;

/** What the release beside this one printed. */
function besides({ comparison }: PlaygroundModel): RunBefore | null {
  const other = comparison.value;
  return other?.result.value ? { profile: other.profile, output: other.output.value } : null;
}

function Live({ t, model }: Omit<Props, 'still'>) {
  const { written, ending, before, output, prompts } = model;
  const against = before.value ?? besides(model);
  const Changes: FunctionComponent<Parameters<Changes>[0]> | null = useChanges(against !== null);
  const isWhole = model.phase.value === 'ended' && model.step.value >= model.last.value;
  if (against && Changes && isWhole) {
    return (
      <>
        <Changes
          t={t}
          before={against.output}
          now={output.value}
          releaseBefore={releaseOf(against.profile)}
          release={releaseOf(model.shownProfile.value)}
        />
        <EndingNotice t={t} ending={ending.value} />
      </>
    );
  }
  if (prompts.value.length > 0) {
    const step = model.step.value;
    return (
      <>
        <Transcript
          source={model.shownSource.value}
          prompts={prompts.value}
          written={written.value}
          step={step >= model.last.value ? Number.POSITIVE_INFINITY : step}
        />
        <EndingNotice t={t} ending={ending.value} />
      </>
    );
  }
  const running = model.phase.value === 'running';
  return <Output t={t} written={written.value} ending={ending.value} running={running} />;
}

export function OutputPane({ t, model, still }: Props) {
  const { lines } = model.facts.still;
  const opened = model.opened.value;
  const isStill = model.phase.value === 'still';
  const live =
    lineCount(model.written.value.map(({ text }) => text).join('')) +
    lineCount(model.shownSource.value) * (model.prompts.value.length > 0 ? 1 : 0);
  // What scrolls must be within reach of the keyboard, and needs a name.
  const scrolls =
    Math.max(lines, live) > SHOWN_LINES
      ? { tabIndex: 0, role: 'region' as const, 'aria-label': t('playground.output') }
      : {};
  return (
    <div class="pg-output">
      <p class="pg-label">
        <span>{t('playground.output')}</span>
        <span class="pg-release">CPython {releaseOf(model.shownProfile.value)}</span>
      </p>
      <div class="pg-written" style={{ '--lines': lines }} {...scrolls}>
        {!isStill ? (
          <Live t={t} model={model} />
        ) : opened && opened.kind !== 'broken' ? (
          <p class="pg-none">{t('playground.link.notRun')}</p>
        ) : (
          still
        )}
      </div>
    </div>
  );
}

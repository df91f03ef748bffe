import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RunComparison, StepView } from '../../../../engine/index.ts';
import { releases } from '../../../course/releases.ts';
import type { Translate } from '../../../i18n/words.ts';
import { objectText } from '../../lenses/object-text.ts';
import { frameTitle } from '../../lenses/objects/holders.ts';
import type { PlaygroundModel } from '../model.ts';
import type { Comparison } from './comparison.ts';
import { type ComparedName, type Side, compareScenes } from './differences.ts';
import '../../../styles/compare.css';

interface Props {
  readonly t: Translate;
  readonly model: PlaygroundModel;
  readonly comparison: Comparison;
}

function Cell({
  t,
  side,
  differs,
}: {
  t: Translate;
  side: Side | null;
  differs: ComparedName['differs'];
}) {
  if (!side) return <td class="cmp-none">{t('compare.notThere')}</td>;
  const mark = (part: keyof Side) => (differs.includes(part) ? 'cmp-differs' : undefined);
  const count = side.refcount === null ? '∞' : side.refcount;
  return (
    <td>
      <span class={mark('type')}>{side.type}</span>{' '}
      {side.text !== side.type && <code class={mark('text')}>{objectText(t, side.text)}</code>}{' '}
      <span class={mark('refcount')}>{t('compare.count', { count })}</span>{' '}
      <span class={mark('size')}>{t('memory.bytes', { bytes: side.size })}</span>
    </td>
  );
}

/** Ours and theirs side by side; what differs has a sign before it and a mark on it. */
function Names({
  t,
  rows,
  heads,
}: {
  t: Translate;
  rows: readonly ComparedName[];
  heads: readonly string[];
}) {
  return (
    <table class="lens-table cmp">
      <caption class="sr-only">{t('compare.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('compare.name')}</th>
          {heads.map((release) => (
            <th key={release} scope="col">
              CPython {release}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ frame, name, ours, theirs, differs }) => (
          <tr key={`${frame.title} ${name}`} class={differs.length > 0 ? 'cmp-row' : undefined}>
            <th scope="row">
              {differs.length > 0 && (
                <>
                  <span aria-hidden="true">≠ </span>
                  <span class="sr-only">{t('compare.differs')} </span>
                </>
              )}
              {name}
              {frame.kind !== 'module' && <small> {frameTitle(t, frame)}</small>}
            </th>
            <Cell t={t} side={ours} differs={differs} />
            <Cell t={t} side={theirs} differs={differs} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One step in both runs. */
interface Pair {
  readonly ours: StepView;
  readonly theirs: StepView;
}

/** The newest step that both views are there of: the one before stays until they are. */
function usePair(model: PlaygroundModel, comparison: Comparison): Pair | null {
  const pair = useSignal<(Pair & { readonly of: Comparison }) | null>(null);
  const ours = model.view.value;
  const there = ours && comparison.result.value ? comparison.stepFor(ours.scene.step) : null;
  useEffect(() => {
    let isNewest = true;
    if (ours && there !== null)
      void comparison.view(there).then((theirs) => {
        if (isNewest) pair.value = { ours, theirs, of: comparison };
      });
    return () => {
      isNewest = false;
    };
  }, [comparison, ours, there]);
  return pair.value?.of === comparison ? pair.value : null;
}

/** Two releases side by side at the step that is shown. */
export default function Compare({ t, model, comparison }: Props) {
  const pair = usePair(model, comparison);
  const ours = model.view.value;
  const release = (id: string) => releases.find((one) => one.id === id)?.release ?? id;
  const heads = [release(model.shownProfile.value), release(comparison.profile)];
  const [here = '', there = ''] = heads;
  if (comparison.fault.value !== '') return <p class="lens-note">{comparison.fault.value}</p>;
  const result = comparison.result.value;
  if (!ours || !result) return <p class="lens-note">{t('playground.running')}</p>;
  return (
    <>
      {comparison.stepFor(ours.scene.step) === null ? (
        <p class="lens-note" role="status">
          {t('compare.notRun', { release: there })}
        </p>
      ) : pair ? (
        <AtStep
          t={t}
          rows={compareScenes(pair.ours.scene, pair.theirs.scene)}
          heads={heads}
          values={{ here, there, step: pair.ours.scene.step, other: pair.theirs.scene.step }}
        />
      ) : (
        <p class="lens-note">{t('memory.loading')}</p>
      )}
      <FirstDifferences t={t} result={result} onStep={(to) => model.goTo(to)} />
    </>
  );
}

interface AtStepProps {
  readonly t: Translate;
  readonly rows: readonly ComparedName[];
  readonly heads: readonly string[];
  readonly values: Readonly<Record<string, string | number>>;
}

function AtStep({ t, rows, heads, values }: AtStepProps) {
  const count = rows.filter(({ differs }) => differs.length > 0).length;
  return (
    <>
      <p class="lens-note" role="status">
        {t(count === 0 ? 'compare.same' : 'compare.some', { ...values, count })}
      </p>
      <Names t={t} rows={rows} heads={heads} />
    </>
  );
}

/** Where in the run the releases first differ, in what; each leads to its step. */
function FirstDifferences({
  t,
  result,
  onStep,
}: Pick<Props, 't'> & {
  readonly result: RunComparison;
  readonly onStep: (step: number) => void;
}) {
  const found = result.differences.filter(({ at }) => at.a !== null);
  if (found.length === 0) return <p class="lens-note">{t('compare.alike')}</p>;
  return (
    <>
      <p class="lens-note">{t('compare.first')}</p>
      <ul class="cmp-first">
        {found.map(({ kind, name, at, a, b }) => (
          <li key={`${kind} ${name}`}>
            <button
              type="button"
              class="lens-link"
              aria-label={t('refcounts.goTo', { step: at.a ?? 1 })}
              onClick={() => onStep(at.a ?? 1)}
            >
              {at.a}
            </button>{' '}
            {name && <b>{name}</b>} {t(`compare.kind.${kind}`)}{' '}
            {kind !== 'step' && kind !== 'output' && (
              <code>
                {a || '–'} ≠ {b || '–'}
              </code>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

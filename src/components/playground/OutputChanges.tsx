import type { OutputPiece } from '../../../engine/index.ts';
import type { Translate } from '../../i18n/words.ts';
import '../../styles/compare.css';
import { type ChangedLine, changesOf } from './output-changes.ts';

interface Props {
  readonly t: Translate;
  readonly before: readonly OutputPiece[];
  readonly now: readonly OutputPiece[];
  readonly releaseBefore: string;
  readonly release: string;
}

const SIGNS = { both: ' ', before: '−', now: '+' } as const;

function Row({ line, where }: { readonly line: ChangedLine; readonly where: string | null }) {
  return (
    <li class={`pg-change ${line.in} ${line.stream}`}>
      <span aria-hidden="true">{SIGNS[line.in]}</span>
      {where && <span class="sr-only">{where} </span>}
      <code>{line.text}</code>
    </li>
  );
}

/** What both printed as it is, and what only one of them did with a sign and its release. */
export default function OutputChanges({ t, before, now, releaseBefore, release }: Props) {
  const lines = changesOf(before, now);
  const differ = lines.filter((line) => line.in !== 'both').length;
  const values = { before: releaseBefore, now: release, count: differ };
  return (
    <>
      <p class="pg-changes-title" role="status">
        {t(differ === 0 ? 'playground.changes.none' : 'playground.changes.some', values)}
      </p>
      <ol class="pg-changes">
        {lines.map((line, index) => (
          <Row
            key={index}
            line={line}
            where={
              line.in === 'both'
                ? null
                : t('playground.changes.only', {
                    release: line.in === 'before' ? releaseBefore : release,
                  })
            }
          />
        ))}
      </ol>
    </>
  );
}

import type { Ending, OutputPiece } from '../../../engine/index.ts';
import type { Translate, WordKey } from '../../i18n/words.ts';

interface Props {
  readonly t: Translate;
  readonly written: readonly OutputPiece[];
  readonly ending: Ending | null;
  readonly running?: boolean;
}

interface Block {
  readonly stream: OutputPiece['stream'];
  readonly text: string;
}

/** Neighbouring pieces of one stream become one block. */
export function blocks(written: readonly OutputPiece[]): Block[] {
  const found: Block[] = [];
  for (const { stream, text } of written) {
    const last = found.at(-1);
    if (last?.stream === stream) found[found.length - 1] = { stream, text: last.text + text };
    else found.push({ stream, text });
  }
  return found;
}

type LimitEnding = Extract<Ending, { readonly kind: 'limit' }>;

const LIMITS: Partial<Record<LimitEnding['limit'], WordKey>> = {
  instructions: 'playground.limit.instructions',
  steps: 'playground.limit.steps',
  output: 'playground.limit.output',
};

function limitText(t: Translate, { limit, value, message }: LimitEnding): string {
  const key = LIMITS[limit];
  return t('playground.ending.limit', { message: key ? t(key, { value }) : message });
}

/** How it ended, where that is not plain from the output. */
function endingText(t: Translate, ending: Ending | null): string | null {
  switch (ending?.kind) {
    case 'limit':
      return limitText(t, ending);
    case 'unsupported':
      return t('playground.ending.unsupported', { feature: ending.feature, line: ending.line });
    case 'stopped':
      return t('playground.ending.stopped');
    case 'exit':
      return ending.code === 0 ? null : t('playground.ending.code', { code: ending.code });
    default:
      return null;
  }
}

/** The text of each stream, the error stream marked by a border and its name. */
export function Written({ written }: { readonly written: readonly OutputPiece[] }) {
  return (
    <>
      {blocks(written).map(({ stream, text }, index) => (
        <pre key={index} class={stream}>
          {stream === 'stderr' && <span class="pg-stream">stderr</span>}
          {text.replace(/\n$/, '')}
        </pre>
      ))}
    </>
  );
}

export function EndingNotice({ t, ending }: Pick<Props, 't' | 'ending'>) {
  const notice = endingText(t, ending);
  return notice ? (
    <p class="pg-ending" role="status">
      {notice}
    </p>
  ) : null;
}

/** What the program wrote. */
export function Output({ t, written, ending, running = false }: Props) {
  return (
    <>
      <Written written={written} />
      {written.length === 0 && !running && <p class="pg-none">{t('playground.noOutput')}</p>}
      <EndingNotice t={t} ending={ending} />
    </>
  );
}

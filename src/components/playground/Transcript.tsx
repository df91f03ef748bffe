import type { OutputPiece, PromptInput } from '../../../engine/index.ts';
import { Written } from './Output.tsx';

interface Props {
  readonly source: string;
  readonly prompts: readonly PromptInput[];
  readonly written: readonly OutputPiece[];
  /** What has been typed by this step is shown. */
  readonly step: number;
}

/** An input as it stands behind the prompt. */
export function typed(source: string, { line, lines }: PromptInput): string {
  const rows = source.split('\n').slice(line - 1, line - 1 + lines);
  return rows.map((row, index) => `${index === 0 ? '>>>' : '...'} ${row}`).join('\n');
}

/** A run at the prompt: each input, and below it what it wrote. */
export function Transcript({ source, prompts, written, step }: Props) {
  return (
    <>
      {prompts.map((prompt, index) =>
        prompt.step > step ? null : (
          <div key={index}>
            <pre class="pg-typed">{typed(source, prompt)}</pre>
            <Written written={written.filter(({ input }) => input === index)} />
          </div>
        ),
      )}
    </>
  );
}

import type { Problem } from '../../../engine/index.ts';
import type { PlaygroundModel } from './model.ts';

interface Props {
  readonly model: PlaygroundModel;
  /** Pixels that the text is scrolled by. */
  readonly scrolled: { readonly x: number; readonly y: number };
  /** Errors are underlined here where the editor does not do it. */
  readonly problems: readonly Problem[];
}

const columnsOf = ({ column, endColumn }: Problem) => ({
  '--column': column,
  '--columns': Math.max(1, endColumn - column),
});

/**
 * The line about to run, the counts of names and errors, drawn over the text: the same over the
 * page's own code, the text area and Monaco.
 */
export function CodeMarks({ model, scrolled, problems }: Props) {
  if (model.stale.value) return null;
  const line = model.line.value;
  const lines = model.shownSource.value.split('\n');
  return (
    <div
      class="code-marks"
      style={{ '--scrolled': `${scrolled.y}px`, '--aside': `${scrolled.x}px` }}
      aria-hidden="true"
    >
      {line > 0 && <span class="code-line" style={{ '--line': line - 1 }} />}
      {problems.map((problem) => (
        <span
          key={`${problem.line}:${problem.column}`}
          class="code-problem"
          style={{ '--line': problem.line - 1, ...columnsOf(problem) }}
        />
      ))}
      {model.hints.value.map((hint) => (
        <span
          key={hint.line}
          class={hint.now ? 'code-hint now' : 'code-hint'}
          style={{
            '--line': hint.line - 1,
            '--column': (lines[hint.line - 1] ?? '').length + 1,
          }}
        >
          {` ${hint.text} `}
        </span>
      ))}
    </div>
  );
}

import type { PlaygroundModel } from './model.ts';

/** Of the counts at a line, those of the names that it has: `a: 4`. */
function ofLine(hint: string, source: string): string {
  const counts = hint.split(/\s{2,}/);
  return counts
    .filter((count) => new RegExp(`(?<![\\w.'"])${name(count)}\\b`).test(source))
    .join('  ');
}

const name = (count: string) => count.slice(0, count.indexOf(':')).replace(/\W/g, '');

/**
 * The line about to run and the counts of its names, drawn over the text: the same over the page's
 * own code, the text area and Monaco.
 */
export function CodeMarks({
  model,
  top,
}: {
  readonly model: PlaygroundModel;
  readonly top: number;
}) {
  if (model.stale.value) return null;
  const line = model.line.value;
  const lines = model.shownSource.value.split('\n');
  return (
    <div class="code-marks" style={{ '--scrolled': `${top}px` }} aria-hidden="true">
      {line > 0 && <span class="code-line" style={{ '--line': line - 1 }} />}
      {model.hints.value.map((hint) => {
        const text = ofLine(hint.text, lines[hint.line - 1] ?? '');
        return (
          text && (
            <span key={hint.line} class="code-hint" style={{ '--line': hint.line - 1 }}>
              {text}
            </span>
          )
        );
      })}
    </div>
  );
}

/** Puts what the reader has done into the list of chapters: few lines, for they run on the first page. */
import { fill } from '../../i18n/fill.ts';
import { type ProgressKind, progressKey } from '../../state/progress-key.ts';
import { storedKeys } from '../../state/progress-store.ts';

const ids = (text: string | undefined) => (text ? text.split(' ') : []);

function show(line: HTMLElement, keys: ReadonlySet<string>): void {
  const count = (kind: ProgressKind, list: readonly string[]) =>
    list.filter((id) => keys.has(progressKey(kind, id))).length;
  const { chapter, predictions, exercises, words } = line.dataset;
  const text = line.querySelector('[data-counts]');
  if (text && words)
    text.textContent = fill(words, {
      predicted: count('prediction', ids(predictions)),
      predictions: ids(predictions).length,
      passed: count('exercise', ids(exercises)),
      exercises: ids(exercises).length,
    });
  const read = line.querySelector<HTMLElement>('[data-read]');
  if (read) read.hidden = !keys.has(`chapter/${chapter}`);
}

const showAll = () => {
  const keys = storedKeys();
  for (const line of document.querySelectorAll<HTMLElement>('[data-chapter-progress]'))
    show(line, keys);
};
showAll();
// Whoever comes back from a chapter by the browser's own button.
addEventListener('pageshow', showAll);

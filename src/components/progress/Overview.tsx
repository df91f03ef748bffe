import type { ChapterContents } from '../../course/contents.ts';
import { type HandedWords, handed } from '../../i18n/handed.ts';
import type { Translate } from '../../i18n/words.ts';
import { siteBase } from '../../site-base.ts';
import type { ProgressKey } from '../../state/progress-key.ts';
import { isPassed, sumsOf, tallyOf } from './tally.ts';
import { useDone } from './use-done.ts';

export interface ContentsProps {
  readonly words: HandedWords;
  readonly contents: readonly ChapterContents[];
  /** Of the reader's language, below the site's root. */
  readonly folder: string;
}

interface RowProps {
  readonly t: Translate;
  readonly chapter: ChapterContents;
  readonly href: string;
  readonly done: ReadonlySet<ProgressKey>;
}

function Count({
  t,
  done,
  all,
}: {
  readonly t: Translate;
  readonly done: number;
  readonly all: number;
}) {
  if (all === 0) return <td class="none">{t('progress.none')}</td>;
  return (
    <td class={done === all ? 'all' : undefined}>
      {t('progress.count', { done, all })}
      {done === all && <span aria-hidden="true"> ✓</span>}
    </td>
  );
}

function Row({ t, chapter, href, done }: RowProps) {
  const { read, predicted, passed } = tallyOf(chapter, done);
  return (
    <tr>
      <th scope="row">
        <a href={href}>
          {chapter.label} {chapter.title}
        </a>
      </th>
      <td class={read ? 'all' : 'none'}>
        {t(read ? 'progress.isRead' : 'progress.notRead')}
        {read && <span aria-hidden="true"> ✓</span>}
      </td>
      <Count t={t} done={predicted} all={chapter.predictions.length} />
      <Count t={t} done={passed} all={chapter.ideas.length} />
    </tr>
  );
}

/** How far the reader is, chapter by chapter. */
export default function Overview({ words, contents, folder }: ContentsProps) {
  const root = siteBase() + folder;
  const t = handed(words);
  const done = useDone();
  const sums = sumsOf(contents, done);
  return (
    <div class="progress-overview not-content">
      <p>{t('progress.overall', { ...sums })}</p>
      <progress aria-label={t('progress.meter')} max={sums.exercises} value={sums.passed} />
      <table aria-label={t('progress.chapters')}>
        <thead>
          <tr>
            <th scope="col">{t('progress.chapter')}</th>
            <th scope="col">{t('progress.read')}</th>
            <th scope="col">{t('progress.predictions')}</th>
            <th scope="col">{t('progress.exercises')}</th>
          </tr>
        </thead>
        <tbody>
          {contents.map((chapter) => (
            <Row
              key={chapter.slug}
              t={t}
              chapter={chapter}
              href={`${root}chapters/${chapter.slug}/`}
              done={done}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The ideas of the course, each with the exercise that shows that it was understood. */
export function Ideas({ words, contents, folder }: ContentsProps) {
  const root = siteBase() + folder;
  const t = handed(words);
  const done = useDone();
  return (
    <div class="progress-ideas not-content">
      {contents
        .filter(({ ideas }) => ideas.length > 0)
        .map((chapter) => (
          <details key={chapter.slug}>
            <summary>
              {t('progress.ideasOf', {
                chapter: `${chapter.label} ${chapter.title}`.trim(),
                done: tallyOf(chapter, done).passed,
                all: chapter.ideas.length,
              })}
            </summary>
            <ul>
              {chapter.ideas.map(({ id, title, concept, href }) => (
                <li key={id} class={isPassed(done, chapter, id) ? 'shown' : undefined}>
                  <span class="mark" aria-hidden="true">
                    {isPassed(done, chapter, id) ? '✓' : '○'}
                  </span>
                  <span>
                    {concept} <a href={`${root}${href}`}>{title}</a>{' '}
                    <span class="state">
                      {t(isPassed(done, chapter, id) ? 'progress.shown' : 'progress.open')}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </details>
        ))}
    </div>
  );
}

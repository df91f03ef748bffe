/** A chapter counts as read when its end has come into view. */
import { progressKey } from '../../state/progress-key.ts';
import { addKeys } from '../../state/progress-store.ts';

const end = document.querySelector<HTMLElement>('[data-chapter-end]');
const slug = end?.dataset['chapterEnd'];
if (end && slug) {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    addKeys([progressKey('chapter', slug)]);
  });
  observer.observe(end);
}

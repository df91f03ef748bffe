/** While a workshop is under way, the course's pages have a link back to it. */
import { underWay } from '../../workshop/learn/under-way.ts';

const way = underWay(Date.now());
if (way && !location.pathname.includes('/workshop/')) {
  const link = document.createElement('a');
  link.className = 'workshop-back';
  link.href = way.address;
  link.textContent = way.label;
  document.querySelector('main')?.append(link);
}

/** While a workshop is under way, the course's pages have a link back to it. */
import { underWay } from '../../workshop/learn/under-way.ts';
import { isMember } from '../../workshop/room/membership.ts';

const way = underWay(Date.now());
if (way && !location.pathname.includes('/workshop/')) {
  const link = document.createElement('a');
  link.className = 'workshop-back';
  link.href = way.address;
  link.textContent = way.label;
  // Beside the main part: within it, the list of headings would lie on top.
  const place = document.createElement('nav');
  place.ariaLabel = way.label;
  place.append(link);
  document.body.append(place);
  if (isMember()) void import('../../workshop/room/on-page.ts').then((room) => room.tellRoom(link));
}

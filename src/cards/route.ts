/** Gives each page the picture for its link card. Its address must be whole, so the site's must be known. */
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { siteBase } from '../site-base.ts';
import { CARD } from './picture.ts';
import { cardOfChapter } from './of-chapters.ts';

/** Pages that are no chapters show the first one's. */
const OTHERWISE = '00-start-here';

export const onRequest = defineRouteMiddleware(({ locals, site }) => {
  const { head, id } = locals.starlightRoute;
  const slug = /(?:^|\/)chapters\/(.+)$/.exec(id)?.[1];
  const card = (slug && cardOfChapter(slug)) ?? cardOfChapter(OTHERWISE);
  if (!site || !card) return;
  const content = new URL(siteBase() + card, site).href;
  for (const [property, value] of Object.entries({
    '': content,
    ':width': CARD.width,
    ':height': CARD.height,
  }))
    head.push({
      tag: 'meta',
      attrs: { property: `og:image${property}`, content: String(value) },
      content: '',
    });
});

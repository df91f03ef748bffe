/** oEmbed (https://oembed.com) as static files: what a site that unfolds links asks for. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { type Embeddable, embeddables } from '../../embed/catalogue.ts';

const WIDTH = 800;
const HEIGHT = 560;

export const getStaticPaths: GetStaticPaths = async () =>
  (await embeddables()).map((props) => ({ params: { name: props.name }, props }));

export const GET: APIRoute<Embeddable> = ({ props, site, url }) => {
  const base = new URL(import.meta.env.BASE_URL, site ?? url);
  const src = new URL(`embed/${props.name}/`, base).href;
  const title = props.title.replaceAll('"', '&quot;');
  return Response.json({
    version: '1.0',
    type: 'rich',
    provider_name: 'PyMemLab',
    provider_url: base.href,
    title: props.title,
    width: WIDTH,
    height: HEIGHT,
    html: `<iframe src="${src}" title="${title}" width="${WIDTH}" height="${HEIGHT}" style="border:0;max-width:100%" loading="lazy" allow="clipboard-write"></iframe>`,
  });
};

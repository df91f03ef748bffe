/** What machines ask about embeds, for each language: what there is, and how a link to one unfolds. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { cardOfEmbed } from '../cards/of-chapters.ts';
import { CARD } from '../cards/picture.ts';
import { programSource } from '../components/playground/programs.ts';
import type { Language } from '../course/chapters.ts';
import { folderOf } from '../course/language.ts';
import { exerciseFile } from '../exercise/files.ts';
import { type Embeddable, embeddables } from './catalogue.ts';

const WIDTH = 800;
const HEIGHT = 560;

export const embedPaths = (language: Language) =>
  (async () =>
    (await embeddables(language)).map((props) => ({
      params: { name: props.name },
      props,
    }))) satisfies GetStaticPaths;

/** Everything of the course that can be embedded, with its code: the builder asks for it. */
export const offers =
  (language: Language): APIRoute =>
  async () =>
    Response.json(
      (await embeddables(language)).map((one) => ({
        ...one,
        code:
          one.kind === 'exercise'
            ? exerciseFile(one.name, 'starter.py', language)
            : programSource(one.name, language),
      })),
    );

/** oEmbed (https://oembed.com) as static files: what a site that unfolds links asks for. */
export const oembed =
  (language: Language): APIRoute<Embeddable> =>
  ({ props, site, url }) => {
    const base = new URL(import.meta.env.BASE_URL, site ?? url);
    const src = new URL(`${folderOf(language)}embed/${props.name}/`, base).href;
    const card = cardOfEmbed(props.name);
    const title = props.title.replaceAll('"', '&quot;');
    return Response.json({
      version: '1.0',
      type: 'rich',
      provider_name: 'PyMemLab',
      provider_url: base.href,
      title: props.title,
      ...(card
        ? {
            thumbnail_url: new URL(card, base).href,
            thumbnail_width: CARD.width,
            thumbnail_height: CARD.height,
          }
        : {}),
      width: WIDTH,
      height: HEIGHT,
      html: `<iframe src="${src}" title="${title}" width="${WIDTH}" height="${HEIGHT}" style="border:0;max-width:100%" loading="lazy" allow="clipboard-write"></iframe>`,
    });
  };

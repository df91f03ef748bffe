/** The pictures of link cards, made while the site is built. */
import type { APIRoute, GetStaticPaths } from 'astro';
import sharp from 'sharp';
import { defaultProfile } from '../../../engine/index.ts';
import { firstPrograms } from '../../cards/of-chapters.ts';
import { cardPicture } from '../../cards/picture.ts';
import { programSetup, programSource } from '../../components/playground/programs.ts';
import { runAtBuild } from '../../components/playground/run-at-build.ts';

export const getStaticPaths = (() =>
  [...firstPrograms].map(([slug, program]) => ({
    params: { slug },
    props: { program },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ program: string }> = async ({ props: { program } }) => {
  const run = runAtBuild({
    source: programSource(program, 'en'),
    filename: `${program}.py`,
    profile: defaultProfile,
    mode: 'script',
    ...programSetup(program),
  });
  const picture = Buffer.from(cardPicture(run.lens('memory', {})));
  const png = await sharp(picture).png({ palette: true, compressionLevel: 9 }).toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};

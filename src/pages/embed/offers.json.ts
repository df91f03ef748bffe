/** Everything of the course that can be embedded, with its code: the builder asks for it. */
import type { APIRoute } from 'astro';
import { programSource } from '../../components/playground/programs.ts';
import { embeddables } from '../../embed/catalogue.ts';
import { exerciseFile } from '../../exercise/files.ts';

export const GET: APIRoute = async () =>
  Response.json(
    (await embeddables()).map((one) => ({
      ...one,
      code:
        one.kind === 'exercise' ? exerciseFile(one.name, 'starter.py') : programSource(one.name),
    })),
  );

/**
 * What an exercise needs once somebody works on it: /exercises/<id>.json. Kept out of the chapter's
 * page, which is lighter for it, and where nobody should read the solution by accident.
 */
import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { exerciseFile } from '../../exercise/files.ts';
import type { Exercise, ExerciseBody } from '../../exercise/schema.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await getCollection('exercises')).map(({ id, data }) => ({ params: { id }, props: { data } }));

export const GET: APIRoute<{ data: Exercise }> = ({ props }) => {
  const { id, hints, checks, mistakes, why } = props.data;
  const solution = exerciseFile(id, 'solution.py');
  const body: ExerciseBody = { hints, checks, mistakes, why, solution };
  return new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } });
};

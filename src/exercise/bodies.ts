/**
 * What the page fetches once somebody works on an exercise or answers a question: exercises/<id>.json
 * and predictions/<id>.json, for each language. Kept out of the chapter's page, which is lighter for
 * it, and where nobody should read the solution by accident.
 */
import type { APIRoute, GetStaticPaths } from 'astro';
import { answerTo, type PredictionBody } from '../components/predict/answer.ts';
import type { Language } from '../course/chapters.ts';
import { exerciseFile } from './files.ts';
import { exercisesIn, predictionsIn } from './in-language.ts';
import type { Exercise, ExerciseBody, Prediction } from './schema.ts';

const pathsOf = <One extends { readonly id: string }>(all: readonly One[]) =>
  all.map((one) => ({ params: { id: one.id }, props: one }));

export const exercisePaths =
  (language: Language): GetStaticPaths =>
  async () =>
    pathsOf(await exercisesIn(language));

export const exerciseBody =
  (language: Language): APIRoute<Exercise> =>
  ({ props: { id, hints, checks, mistakes, why } }) => {
    const solution = exerciseFile(id, 'solution.py', language);
    const body: ExerciseBody = { hints, checks, mistakes, why, solution };
    return Response.json(body);
  };

export const predictionPaths =
  (language: Language): GetStaticPaths =>
  async () =>
    pathsOf(await predictionsIn(language));

export const predictionBody: APIRoute<Prediction> = ({ props }) => {
  const whys = props.options.map(({ why }) => why);
  const body: PredictionBody = { answer: answerTo(props), whys };
  return Response.json(body);
};

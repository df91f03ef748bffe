/** The answer to a prediction and every option's why: /predictions/<id>.json, for when it is asked. */
import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { type PredictionBody, answerTo } from '../../components/predict/answer.ts';
import type { Prediction } from '../../exercise/schema.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await getCollection('predictions')).map(({ id, data }) => ({ params: { id }, props: { data } }));

export const GET: APIRoute<{ data: Prediction }> = ({ props: { data } }) => {
  const body: PredictionBody = {
    answer: answerTo(data),
    whys: data.options.map(({ why }) => why),
  };
  return new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } });
};

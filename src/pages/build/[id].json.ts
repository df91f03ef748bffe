/** /build/<id>.json: what a task needs once somebody works on it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { type TaskId, TASKS } from '../../construct/report.ts';
import { bodyOf } from '../../construct/task-files.ts';

export const getStaticPaths: GetStaticPaths = () => TASKS.map((id) => ({ params: { id } }));

export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify(bodyOf(params['id'] as TaskId, 'en')), {
    headers: { 'Content-Type': 'application/json' },
  });

/** The same in Chinese. */
import type { APIRoute } from 'astro';
import type { TaskId } from '../../../construct/report.ts';
import { bodyOf } from '../../../construct/task-files.ts';

export { getStaticPaths } from '../../build/[id].json.ts';

export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify(bodyOf(params['id'] as TaskId, 'zh-CN')), {
    headers: { 'Content-Type': 'application/json' },
  });

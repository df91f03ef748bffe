import { exerciseBody, exercisePaths } from '../../../exercise/bodies.ts';

export const getStaticPaths = exercisePaths('zh-CN');
export const GET = exerciseBody('zh-CN');

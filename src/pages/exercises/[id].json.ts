import { exerciseBody, exercisePaths } from '../../exercise/bodies.ts';

export const getStaticPaths = exercisePaths('en');
export const GET = exerciseBody('en');

import { predictionBody, predictionPaths } from '../../exercise/bodies.ts';

export const getStaticPaths = predictionPaths('en');
export const GET = predictionBody;

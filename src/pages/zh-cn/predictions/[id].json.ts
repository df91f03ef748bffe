import { predictionBody, predictionPaths } from '../../../exercise/bodies.ts';

export const getStaticPaths = predictionPaths('zh-CN');
export const GET = predictionBody;

import { embedPaths, oembed } from '../../../embed/endpoints.ts';

export const getStaticPaths = embedPaths('zh-CN');
export const GET = oembed('zh-CN');

import { embedPaths, oembed } from '../../embed/endpoints.ts';

export const getStaticPaths = embedPaths('en');
export const GET = oembed('en');

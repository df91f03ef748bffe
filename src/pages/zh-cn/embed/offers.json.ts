import { offers } from '../../../embed/endpoints.ts';

export const GET = offers('zh-CN');

import { presentedEndpoint } from '../../workshop/presented-at-build.ts';

export const GET = presentedEndpoint('en');

import { conformanceOf } from '../release.ts';

conformanceOf('3.8');

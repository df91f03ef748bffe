/** Which ends strip works on. v3.13.0 Objects/unicodeobject.c LEFTSTRIP, RIGHTSTRIP, BOTHSTRIP */
export const STRIP_LEFT = 1;
export const STRIP_RIGHT = 2;
export const STRIP_BOTH = 3;

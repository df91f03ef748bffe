/**
 * Measures of the Objects picture, in sixteenths of a rem.
 *
 * Heights and the two lanes for arrows are fixed, and only the boxes between them stretch. So every
 * arrow can be computed without a look at the page: at build time, at 320 px, and at any text size.
 */
export const TITLE = 30;
export const NAME = 28;
export const FRAME_FOOT = 8;
export const FRAME_GAP = 18;

export const HEAD = 32;
export const TEXT = 24;
export const ITEM = 24;
export const FOOT = 8;
export const GAP = 22;
/** Room above the first box for a label that sits on its border. */
export const TOP = 12;

/** Items drawn in a box; the table has them all. */
export const SHOWN_ITEMS = 6;

export const CHARACTER = 8;
export const NARROWEST_FRAME = 72;
export const WIDEST_FRAME = 128;

export const LEFT_LANE = 42;
export const RIGHT_LANE = 34;

export const rem = (units: number) => `${units / 16}rem`;

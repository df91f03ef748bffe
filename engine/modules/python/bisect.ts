/**
 * The module bisect.
 * The text is our own.
 */
export const BISECT = `
from _bisect import bisect_right, bisect_left, insort_right, insort_left

bisect = bisect_right
insort = insort_right
`;

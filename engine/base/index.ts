export type { Addr, Brand, Bytes, Step } from './brand.ts';
export { alignDown, alignUp, hex, isPowerOfTwo, log2Exact, lowestBit } from './bits.ts';
export { EngineFault, LimitReached, UnsupportedFeature, assert } from './errors.ts';
export type { LimitName } from './errors.ts';
export { SeededRandom } from './random.ts';

/** What the part for numbers holds: powers, and integers bit by bit. */
export { powDouble } from './float-power.ts';
export { intAnd, intLeftShift, intOr, intRightShift, intXor } from './int-bits.ts';
export { intPower, intPowerModulo } from './int-power.ts';

/** What in an island answers a press, and so has its press held until the island is alive. */
export const pressable = 'button, [role="button"], [role="tab"]';

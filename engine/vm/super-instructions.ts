/**
 * Numbers of the super-instructions, above those of compile/opcodes.ts. What they are: quicken.ts.
 *
 * Nothing but constants may stand here: only then does the bundler write the numbers into the switch
 * of execute.ts, and only with numbers does V8 make a jump table of it (attrs, fib, loops: 8 % less).
 */

/** LOAD_FAST, LOAD_FAST, BINARY_OP */
export const FAST_FAST_BINARY = 120;
/** LOAD_FAST, LOAD_CONST, BINARY_OP */
export const FAST_CONST_BINARY = 121;
/** LOAD_FAST, BINARY_OP: the left operand is on the stack */
export const FAST_BINARY = 122;
/** LOAD_CONST, BINARY_OP: the left operand is on the stack */
export const CONST_BINARY = 123;
/** LOAD_FAST, LOAD_FAST, COMPARE_OP, POP_JUMP_IF_* */
export const FAST_FAST_COMPARE_JUMP = 124;
/** LOAD_FAST, LOAD_CONST, COMPARE_OP, POP_JUMP_IF_* */
export const FAST_CONST_COMPARE_JUMP = 125;
/** COMPARE_OP, POP_JUMP_IF_* */
export const COMPARE_JUMP = 126;
/** LOAD_FAST, LOAD_FAST, BINARY_SUBSCR */
export const FAST_FAST_SUBSCR = 127;
/** LOAD_FAST, LOAD_CONST, BINARY_SUBSCR */
export const FAST_CONST_SUBSCR = 128;
/** LOAD_FAST, BINARY_SUBSCR: the container is on the stack */
export const FAST_SUBSCR = 129;
/** LOAD_FAST, LOAD_ATTR of an attribute that is not called */
export const FAST_ATTR = 130;

/**
 * Marks a decoded operation before which the stepper is asked, as a debugger sets a breakpoint: the
 * loop comes to its default case, where the mark is taken off.
 */
export const TRACED = 256;
/** What is left of a decoded operation without that mark. */
export const OPERATION = 255;

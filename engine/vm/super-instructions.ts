/**
 * Numbers of the super-instructions, above those of compile/opcodes.ts. What they are: quicken.ts.
 *
 * Nothing but constants may stand here: only then does the bundler write the numbers into the switch
 * of execute.ts, and only with numbers does V8 make a jump table of it (attrs, fib, loops: 8 % less).
 */

/** COMPARE_OP, POP_JUMP_IF_* */
export const COMPARE_JUMP = 120;
/** LOAD_CONST, BINARY_OP: the left operand is on the stack */
export const CONST_BINARY = 121;
/** LOAD_CONST_BORROW, BINARY_OP */
export const CONST_BORROW_BINARY = 122;
/** LOAD_SMALL_INT, BINARY_OP */
export const SMALL_BINARY = 123;

/** LOAD_FAST, LOAD_FAST, BINARY_OP */
export const FAST_FAST_BINARY = 124;
/** LOAD_FAST, LOAD_CONST, BINARY_OP */
export const FAST_CONST_BINARY = 125;
/** LOAD_FAST, BINARY_OP: the left operand is on the stack */
export const FAST_BINARY = 126;
/** LOAD_FAST, LOAD_FAST, COMPARE_OP, POP_JUMP_IF_* */
export const FAST_FAST_COMPARE_JUMP = 127;
/** LOAD_FAST, LOAD_CONST, COMPARE_OP, POP_JUMP_IF_* */
export const FAST_CONST_COMPARE_JUMP = 128;
/** LOAD_FAST, LOAD_FAST, BINARY_SUBSCR */
export const FAST_FAST_SUBSCR = 129;
/** LOAD_FAST, LOAD_CONST, BINARY_SUBSCR */
export const FAST_CONST_SUBSCR = 130;
/** LOAD_FAST, BINARY_SUBSCR: the container is on the stack */
export const FAST_SUBSCR = 131;
/** LOAD_FAST, LOAD_ATTR of an attribute that is not called */
export const FAST_ATTR = 132;
/** LOAD_FAST, LOAD_SMALL_INT, BINARY_OP */
export const FAST_SMALL_BINARY = 133;
/** LOAD_FAST, LOAD_SMALL_INT, COMPARE_OP, POP_JUMP_IF_* */
export const FAST_SMALL_COMPARE_JUMP = 134;
/** LOAD_FAST, LOAD_SMALL_INT, BINARY_SUBSCR */
export const FAST_SMALL_SUBSCR = 135;

// The same, each beginning with a LOAD_FAST_BORROW, in the same order.

export const BORROW_FAST_BINARY = 136;
export const BORROW_CONST_BINARY = 137;
export const BORROW_BINARY = 138;
export const BORROW_FAST_COMPARE_JUMP = 139;
export const BORROW_CONST_COMPARE_JUMP = 140;
export const BORROW_FAST_SUBSCR = 141;
export const BORROW_CONST_SUBSCR = 142;
export const BORROW_SUBSCR = 143;
export const BORROW_ATTR = 144;
export const BORROW_SMALL_BINARY = 145;
export const BORROW_SMALL_COMPARE_JUMP = 146;
export const BORROW_SMALL_SUBSCR = 147;

/**
 * Marks a decoded operation before which the stepper is asked, as a debugger sets a breakpoint: the
 * loop comes to its default case, where the mark is taken off.
 */
export const TRACED = 256;
/** What is left of a decoded operation without that mark. */
export const OPERATION = 255;

// Alone in its file: the bundler then writes the number wherever it is used.

/**
 * High word of every pointer that is not NULL: mappings on x86-64 Linux start with 0x7f. Below
 * 2^15, so that user addresses have 47 bits.
 */
export const ADDRESS_HIGH = 0x7f3a;

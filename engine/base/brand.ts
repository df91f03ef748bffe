/**
 * Units. TypeScript erases them: at run time each is a plain number.
 *
 * `Brand` makes types that do not mix (`Brand<number, 'LineNumber'>`). The three units that are
 * added and compared in the innermost loops of the machine stay plain aliases, so that arithmetic
 * on them needs no casts; they name the unit in every signature.
 */

declare const brand: unique symbol;

/** A `T` that only code which says so can make out of a bare `T`. */
export type Brand<T, K extends string> = T & { readonly [brand]: K };

/**
 * A byte offset into the machine's one buffer: what a pointer field holds in its low word. 0 is
 * NULL. Always a non-negative 32-bit integer (a buffer is at most 2 GiB), so that V8 keeps it
 * unboxed. What a user sees (`id(x)`, `0x7f3a...`) is `toAddress(addr)` of
 * engine/memory/address-space.ts.
 */
export type Addr = number;

/** A count of bytes. */
export type Bytes = number;

/** A position on the time line: how many steps came before. */
export type Step = number;

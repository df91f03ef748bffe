/** What is drawn by lot: codes to read aloud, keys and tokens that nobody guesses. Kept are hashes alone. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** No two letters that look alike: those of `CODE` and `SIGN`. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LETTERS = 6;
const SIGN_LETTERS = 3;
const KEY_LETTERS = 26;
const TOKEN_BYTES = 24;

/** There are 32 letters, so the low bits of a byte choose fairly among them. */
const letters = (count: number): string =>
  [...randomBytes(count)].map((byte) => LETTERS[byte & 31]).join('');

export const drawCode = (): string => letters(CODE_LETTERS);
export const drawSign = (): string => letters(SIGN_LETTERS);
/** 130 bits. */
export const drawKey = (): string => letters(KEY_LETTERS);
export const drawToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');
export const drawId = (): string => randomUUID();

/** Without salt or delay: what is hashed has more bits than anybody can try. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

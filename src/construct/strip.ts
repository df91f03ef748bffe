/** TypeScript to JavaScript, for code of the reader's: types are taken away, nothing is checked. */
import { transform } from 'sucrase';

export type Stripped =
  { readonly ok: true; readonly code: string } | { readonly ok: false; readonly message: string };

export function strip(source: string): Stripped {
  try {
    const { code } = transform(source, {
      transforms: ['typescript'],
      // What is not a type stays as it is written.
      disableESTransforms: true,
      production: true,
    });
    return { ok: true, code };
  } catch (error) {
    // `Error transforming undefined: Unexpected token (3:5)`
    const message = String((error as Error).message).replace(/^Error transforming [^:]*: /, '');
    return { ok: false, message };
  }
}

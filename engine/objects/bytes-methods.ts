/** The methods of bytes. v3.13.0 Objects/bytesobject.c bytes_methods */
import type { MethodSpec } from './type-spec.ts';

export const bytesMethods: Readonly<Record<string, MethodSpec>> = {};

/**
 * OSError and its subclasses, of which the errno chooses one. v3.13.0 Objects/exceptions.c OSError_new
 *
 * Fields: errno, strerror, filename, filename2, characters_written
 */
import { exceptionDoc, ownership, readyDescendants, readyException } from './exceptions.ts';
import type { Runtime } from './runtime.ts';
import { noArgs } from './type-spec.ts';
import { late, Part } from '../base/part.ts';

/** What an OSError holds and says. */
export const osErrorCode = new Part<typeof import('./exceptions-os-code.ts')>('tracebacks');
const osErrorStr = late(osErrorCode, 'osErrorStr');
export const osErrorInit = late(osErrorCode, 'osErrorInit');
export const osErrorNew = late(osErrorCode, 'osErrorNew');
const reduce = late(osErrorCode, 'reduce');
const getWritten = late(osErrorCode, 'getWritten');
const setWritten = late(osErrorCode, 'setWritten');

export const ERRNO = 0;
export const STRERROR = 8;
export const FILENAME = 16;
export const FILENAME2 = 24;

/** Readies OSError and what derives from it. */
export function initOsErrors(rt: Runtime): void {
  const at = rt.layout.baseException;
  const member = (offset: number) =>
    ({ offset: at + offset, type: 'object', readonly: false }) as const;
  readyException(rt, 'OSError', {
    base: rt.exc.Exception,
    extra: 40,
    doc: exceptionDoc('OSError'),
    slots: {
      ...ownership([ERRNO, STRERROR, FILENAME, FILENAME2]),
      tp_str: osErrorStr,
      tp_init: osErrorInit,
      tp_new: osErrorNew,
    },
    methods: { __reduce__: noArgs(reduce) },
    members: {
      errno: member(ERRNO),
      strerror: member(STRERROR),
      filename: member(FILENAME),
      filename2: member(FILENAME2),
    },
    getset: { characters_written: { get: getWritten, set: setWritten } },
  });
  readyDescendants(rt, 'OSError', osErrorInit);
}

/** ImportError, ModuleNotFoundError. v3.13.0 Objects/exceptions.c ImportError_init */
import {
  exceptionArgs,
  exceptionDoc,
  ownership,
  readyDescendants,
  readyException,
} from './exceptions.ts';
import type { Runtime } from './runtime.ts';
import { tuplePack } from './tuple.ts';
import { noArgs } from './type-spec.ts';
import { late, Part } from '../base/part.ts';

/** What an ImportError holds and says. */
export const importErrorCode = new Part<typeof import('./exceptions-import-code.ts')>('tracebacks');
const importErrorStr = late(importErrorCode, 'importErrorStr');
const importErrorInit = late(importErrorCode, 'importErrorInit');

/** Readies both. */
export function initImportErrors(rt: Runtime): void {
  const at = rt.layout.baseException;
  const hasNameFrom = rt.profile.suggestions.modulesAndSelf;
  const member = (offset: number) =>
    ({ offset: at + offset, type: 'object', readonly: false }) as const;
  readyException(rt, 'ImportError', {
    base: rt.exc.Exception,
    extra: hasNameFrom ? 32 : 24,
    doc: exceptionDoc('ImportError'),
    slots: {
      ...ownership(hasNameFrom ? [0, 8, 16, 24] : [0, 8, 16]),
      tp_str: importErrorStr,
      tp_init: importErrorInit,
    },
    methods: {
      __reduce__: noArgs((rt, self) => tuplePack(rt, rt.typeOf(self), exceptionArgs(rt, self))),
    },
    members: {
      msg: member(0),
      name: member(8),
      path: member(16),
      ...(hasNameFrom ? { name_from: member(24) } : {}),
    },
  });
  readyDescendants(rt, 'ImportError', importErrorInit);
}

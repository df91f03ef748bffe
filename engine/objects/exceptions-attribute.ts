/**
 * AttributeError and NameError: what was looked for, so that a suggestion can be made.
 * v3.13.0 Objects/exceptions.c AttributeError_init, NameError_init
 */
import {
  baseExceptionInit,
  baseExceptionStr,
  exceptionDoc,
  ownership,
  readyDescendants,
  readyException,
} from './exceptions.ts';
import { readNewArgs } from './new-args.ts';
import { newRef, setOwned } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import type { Slots } from './type-spec.ts';

const given = new Int32Array(2);

/** `__init__(*args, name=..., obj=...)`: the fields stand at the end of the base, in this order. */
function initFields(name: string, fields: readonly string[]): Slots['tp_init'] {
  const params = { names: fields, required: 0, positional: 0 };
  return (rt, self, args, kwargs) => {
    if (baseExceptionInit(rt, self, args, 0) < 0) return -1;
    if (!readNewArgs(rt, name, params, given, rt.emptyTuple, kwargs)) return -1;
    for (let i = 0; i < fields.length; i++) {
      const value = given[i]! === 0 ? 0 : newRef(rt, given[i]!);
      setOwned(rt, self + rt.layout.baseException + 8 * i, value);
    }
    return 0;
  };
}

/** As they were up to 3.9: exceptions like others. */
function readyPlain(rt: Runtime, name: string): void {
  readyException(rt, name, {
    base: rt.exc.Exception,
    doc: exceptionDoc(name),
    slots: { tp_init: baseExceptionInit },
  });
}

/** Readies AttributeError. */
export function initAttributeErrors(rt: Runtime): void {
  if (!rt.profile.errorsKnowNames) return readyPlain(rt, 'AttributeError');
  const at = rt.layout.baseException;
  readyException(rt, 'AttributeError', {
    base: rt.exc.Exception,
    extra: 16,
    doc: exceptionDoc('AttributeError'),
    slots: {
      ...ownership([0, 8]),
      tp_str: baseExceptionStr,
      tp_init: initFields('AttributeError', ['obj', 'name']),
    },
    members: {
      name: { offset: at + 8, type: 'object', readonly: false },
      obj: { offset: at, type: 'object', readonly: false },
    },
  });
}

/** Readies NameError and UnboundLocalError. */
export function initNameErrors(rt: Runtime): void {
  if (!rt.profile.errorsKnowNames) {
    readyPlain(rt, 'NameError');
    return readyDescendants(rt, 'NameError', baseExceptionInit);
  }
  const init = initFields('NameError', ['name']);
  readyException(rt, 'NameError', {
    base: rt.exc.Exception,
    extra: 8,
    doc: exceptionDoc('NameError'),
    slots: { ...ownership([0]), tp_str: baseExceptionStr, tp_init: init },
    members: { name: { offset: rt.layout.baseException, type: 'object', readonly: false } },
  });
  readyDescendants(rt, 'NameError', init);
}

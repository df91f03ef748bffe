/** The types of exception groups. What they do: exception-group.ts. v3.13.0 Objects/exceptions.c */
import { dictNew, dictSetItem } from './dict.ts';
import { exceptionDoc, ownership, readyException } from './exceptions.ts';
import {
  genericAliasNew,
  groupDerive,
  groupInit,
  groupNew,
  groupSplit,
  groupStr,
  groupSubgroup,
} from './late-parts.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { internJs } from './strings.ts';
import { tuplePack } from './tuple.ts';
import { classMethod, oneArg } from './type-spec.ts';
import { typeCall } from './type-type.ts';

/** Where message and members stand, from the end of a plain exception. */
export const MSG = 0;
export const EXCS = 8;

/** Readies BaseExceptionGroup. */
export function initGroupType(rt: Runtime): void {
  const at = rt.layout.baseException;
  readyException(rt, 'BaseExceptionGroup', {
    base: rt.exc.BaseException,
    extra: 16,
    doc: exceptionDoc('BaseExceptionGroup'),
    slots: {
      ...ownership([MSG, EXCS]),
      tp_str: groupStr,
      tp_init: groupInit,
      tp_new: groupNew,
    },
    methods: {
      __class_getitem__: classMethod(oneArg(genericAliasNew)),
      derive: oneArg(groupDerive),
      split: oneArg(groupSplit),
      subgroup: oneArg(groupSubgroup),
    },
    members: {
      message: { offset: at + MSG, type: 'object', readonly: true },
      exceptions: { offset: at + EXCS, type: 'object', readonly: true },
    },
  });
}

/** ExceptionGroup is a class with two bases, made as a program would. create_exception_group_class */
export function initExceptionGroup(rt: Runtime): void {
  if (rt.prepared) return;
  const bases = tuplePack(rt, rt.exc.BaseExceptionGroup, rt.exc.Exception);
  const dict = dictNew(rt);
  const name = internJs(rt, 'ExceptionGroup');
  dictSetItem(rt, dict, rt.ids.__module__, rt.ids.builtins);
  const args = tuplePack(rt, name, bases, dict);
  rt.exc.ExceptionGroup = typeCall(rt, rt.types.type, args, 0);
  for (const p of [bases, dict, name, args]) decref(rt, p);
}

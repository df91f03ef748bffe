/**
 * sys.stdout and sys.stderr: text files whose write goes to the machine's host.
 * NOT CPYTHON: one small type stands for `_io.TextIOWrapper` and the two layers below it.
 */
import type { Addr } from '../base/brand.ts';
import { newBool } from '../objects/bool.ts';
import { raise } from '../objects/errors.ts';
import { objectNew } from '../objects/gc-object.ts';
import { newInt } from '../objects/int.ts';
import * as L from '../objects/layouts.ts';
import { typeNameOf } from '../objects/object.ts';
import { newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { isStr, newStr, strLength, strToJs } from '../objects/strings.ts';
import { readyType } from '../objects/type-ready.ts';
import { noArgs, oneArg } from '../objects/type-spec.ts';

/** 1 or 2; 0 for stdin */
const FILE_NUMBER = L.OBJECT_SIZE;
const FILE_SIZE = L.OBJECT_SIZE + 8;
const NAMES = ['<stdin>', '<stdout>', '<stderr>'] as const;

/** A text file for descriptor 0, 1 or 2; new. */
export function newTextFile(rt: Runtime, descriptor: 0 | 1 | 2): Addr {
  const file = objectNew(rt, rt.types.textFile, FILE_SIZE);
  if (file !== 0) rt.setSize(file + FILE_NUMBER, descriptor);
  return file;
}

/** The descriptor of a text file of ours, or -1 for any other object. */
export function textFileDescriptor(rt: Runtime, p: Addr): number {
  return rt.typeOf(p) === rt.types.textFile ? rt.size(p + FILE_NUMBER) : -1;
}

function write(rt: Runtime, self: Addr, text: Addr): Addr {
  if (!isStr(rt, text)) {
    return raise(rt, rt.exc.TypeError, `write() argument must be str, not ${typeNameOf(rt, text)}`);
  }
  const descriptor = rt.size(self + FILE_NUMBER);
  if (descriptor === 0) return raise(rt, rt.exc.OSError, 'not writable');
  rt.hooks.write(descriptor as 1 | 2, strToJs(rt, text));
  return newInt(rt, strLength(rt, text));
}

function textFileRepr(rt: Runtime, self: Addr): Addr {
  const name = NAMES[rt.size(self + FILE_NUMBER)];
  const mode = name === '<stdin>' ? 'r' : 'w';
  return newStr(rt, `<_io.TextIOWrapper name='${name}' mode='${mode}' encoding='utf-8'>`);
}

const constant = (text: string) => ({ get: (rt: Runtime) => newStr(rt, text) });

export function initTextFileType(rt: Runtime): void {
  rt.types.textFile = readyType(rt, {
    name: '_io.TextIOWrapper',
    basicsize: FILE_SIZE,
    slots: { tp_dealloc: (rt, self) => rt.obj.free(self), tp_repr: textFileRepr },
    methods: {
      write: oneArg(write),
      flush: noArgs((rt) => newRef(rt, rt.none)),
      isatty: noArgs((rt) => newBool(rt, false)),
      fileno: noArgs((rt, self) => newInt(rt, rt.size(self + FILE_NUMBER))),
      writable: noArgs((rt, self) => newBool(rt, rt.size(self + FILE_NUMBER) !== 0)),
      readable: noArgs((rt, self) => newBool(rt, rt.size(self + FILE_NUMBER) === 0)),
    },
    getset: {
      name: { get: (rt, self) => newStr(rt, NAMES[rt.size(self + FILE_NUMBER)]!) },
      encoding: constant('utf-8'),
      errors: constant('strict'),
      closed: { get: (rt) => newBool(rt, false) },
    },
  });
}

/** What the objects of the module site do. v3.13.0 Lib/_sitebuiltins.py */
import type { Addr } from '../base/brand.ts';
import type { Params } from '../objects/args.ts';
import { callNoArgs, callOneArg } from '../objects/call.ts';
import { dictGetStr } from '../objects/dict.ts';
import { errClear, raise, raiseException } from '../objects/errors.ts';
import { readNewArgs } from '../objects/new-args.ts';
import { lookupAttr } from '../objects/object.ts';
import { decref, newRef, xdecref } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { internJs, newStr } from '../objects/strings.ts';
import { tupleSize } from '../objects/tuple.ts';
import type { Slots } from '../objects/type-spec.ts';
import { importModule } from '../vm/imports.ts';
import { sysFile, writeText } from './print.ts';
import { END_OF_FILE, siteName } from './site-objects.ts';

type Pair = Required<Pick<Slots, 'tp_repr' | 'tp_call'>>;

// ---- exit and quit -------------------------------------------------------------------------------

const CODE: Params = { names: ['code'], required: 0, positional: 1 };
const given = new Int32Array(1);

/** What reads no more is closed, and nothing is said if that fails. */
function closeStdin(rt: Runtime): void {
  const key = internJs(rt, 'stdin');
  const stdin = key === 0 ? 0 : dictGetStr(rt, rt.statePtr(STATE.sysdict), key);
  xdecref(rt, key);
  const name = stdin === 0 ? 0 : internJs(rt, 'close');
  const close = name === 0 ? 0 : lookupAttr(rt, stdin, name);
  xdecref(rt, name);
  const done = close === 0 ? 0 : callNoArgs(rt, close);
  xdecref(rt, close);
  xdecref(rt, done);
  errClear(rt);
}

/** Raises SystemExit. v3.13.0 Quitter.__call__ */
function leave(rt: Runtime, _self: Addr, args: Addr, kwargs: Addr): Addr {
  const n = tupleSize(rt, args) + 1;
  if (n > 2) {
    const owner = rt.profile.texts.functionsAreQualified ? 'Quitter.' : '';
    const text = `${owner}__call__() takes from 1 to 2 positional arguments but ${n} were given`;
    return raise(rt, rt.exc.TypeError, text);
  }
  if (!readNewArgs(rt, 'Quitter.__call__', CODE, given, args, kwargs)) return 0;
  const code = newRef(rt, given[0]! || rt.none);
  closeStdin(rt);
  const exception = callOneArg(rt, rt.exc.SystemExit, code);
  decref(rt, code);
  return exception === 0 ? 0 : raiseException(rt, exception);
}

export const quitterSlots: Pair = {
  tp_repr: (rt, self) => newStr(rt, `Use ${siteName(rt, self)}() or ${END_OF_FILE} to exit`),
  tp_call: leave,
};

// ---- copyright, credits, license -----------------------------------------------------------------

const OWNERS = `

Copyright (c) 2000 BeOpen.com.
All Rights Reserved.

Copyright (c) 1995-2001 Corporation for National Research Initiatives.
All Rights Reserved.

Copyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.
All Rights Reserved.`;

const CREDITS = `\
    Thanks to CWI, CNRI, BeOpen.com, Zope Corporation and a cast of thousands
    for supporting Python development.  See www.python.org for more information.`;

const CREDITS_WITH_FOUNDATION = `\
Thanks to CWI, CNRI, BeOpen, Zope Corporation, the Python Software
Foundation, and a cast of thousands for supporting Python
development.  See www.python.org for more information.`;

/** What is printed. NOT CPYTHON: of the license, where it is found. */
function content(rt: Runtime, self: Addr): string {
  const { copyrightYears, thanksFoundation } = rt.profile.site;
  switch (siteName(rt, self)) {
    case 'copyright':
      return `Copyright (c) ${copyrightYears} Python Software Foundation.\nAll Rights Reserved.${OWNERS}`;
    case 'credits':
      return thanksFoundation ? CREDITS_WITH_FOUNDATION : CREDITS;
    default:
      return 'See https://www.python.org/psf/license/';
  }
}

export const printerSlots: Pair = {
  tp_repr: (rt, self) =>
    newStr(
      rt,
      siteName(rt, self) === 'license'
        ? 'Type license() to see the full license text'
        : content(rt, self),
    ),
  tp_call: (rt, self) => {
    const end = rt.profile.site.pages ? '' : '\n';
    const written = writeText(rt, sysFile(rt, rt.ids.stdout), content(rt, self) + end);
    return written ? newRef(rt, rt.none) : 0;
  },
};

// ---- help ----------------------------------------------------------------------------------------

const HELP = 'Type help() for interactive help, or help(object) for help about object.';

export const helperSlots: Pair = {
  tp_repr: (rt) => newStr(rt, HELP),
  // it would import pydoc
  tp_call: (rt) => {
    const name = internJs(rt, 'pydoc');
    const module = name === 0 ? 0 : importModule(rt, name, 0, rt.none, 0);
    xdecref(rt, name);
    return module;
  },
};

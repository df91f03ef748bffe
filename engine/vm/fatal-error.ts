/** What CPython prints before it aborts. v3.13.0 Python/pylifecycle.c fatal_error */
import type { Addr } from '../base/brand.ts';
import { toAddress } from '../memory/index.ts';
import * as L from '../objects/layouts.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { strToJs } from '../objects/strings.ts';
import type { MemoryCorruption } from '../pymalloc/index.ts';
import { currentFrame, frameCode, frameLine } from './frames.ts';

/** v3.13.0 Python/traceback.c MAX_FRAME_DEPTH */
const MAX_FRAME_DEPTH = 100;

/**
 * The text for damaged memory, with the frames. Where the report itself made CPython crash, it ends
 * there.
 * @param finalizing whether the interpreter was on its way out
 */
export function fatalErrorText(
  rt: Runtime,
  { report, fatal }: MemoryCorruption,
  finalizing: boolean,
): string {
  if (fatal === null) return report;
  const state = finalizing ? `finalizing (tstate=${tstate(rt)})` : 'initialized';
  return `${report}${fatal}\nPython runtime state: ${state}\n\n${dumpTraceback(rt)}`;
}

const longHex = (n: number): string => `0x${n.toString(16).padStart(16, '0')}`;

function tstate(rt: Runtime): string {
  const address = toAddress(rt.state);
  return rt.profile.pymalloc.debug.dump.longTstate ? longHex(address) : `0x${address.toString(16)}`;
}

/**
 * v3.13.0 Python/traceback.c dump_traceback, _Py_DumpTracebackThreads. NOT CPYTHON: the thread's
 * number is where its data stack ends; the real one comes from the C library.
 */
function dumpTraceback(rt: Runtime): string {
  const { dump } = rt.profile.pymalloc.debug;
  const thread = longHex(toAddress(rt.memory.dataStackLimit));
  const name = dump.threadName === '' ? '' : ` [${dump.threadName}]`;
  let out = `Current thread ${thread}${name} (most recent call first):\n`;
  if (dump.collecting && rt.i32[(rt.state + STATE.gcCollecting) >> 2] !== 0)
    out += '  Garbage-collecting\n';
  const frame = currentFrame(rt);
  return out + (frame === 0 ? dump.noFrame : dumpFrames(rt, frame));
}

function dumpFrames(rt: Runtime, innermost: Addr): string {
  let out = '';
  let depth = 0;
  for (let frame = innermost; frame !== 0; frame = rt.ptr(frame + L.F_PREVIOUS), depth += 1) {
    if (depth === MAX_FRAME_DEPTH) return `${out}  ...\n`;
    const code = frameCode(rt, frame);
    const file = strToJs(rt, rt.ptr(code + L.CO_FILENAME));
    const name = strToJs(rt, rt.ptr(code + L.CO_NAME));
    out += `  File "${file}", line ${frameLine(rt, frame)} in ${name}\n`;
  }
  return out;
}

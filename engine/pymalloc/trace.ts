/**
 * Recorded sequences of requests, answered by the engine's pymalloc in the recording's own format,
 * so that the two can be compared line for line. tests/pymalloc-traces/README.md explains the
 * format and where the recordings come from.
 *
 * Requests, one a line (what else stands on the line, and lines that begin with A, X or #, is
 * ignored):
 *
 *     a id bytes    PyObject_Malloc          answer: a id bytes k offset, or a id bytes raw
 *     r id bytes    PyObject_Realloc         answer: likewise
 *     f id          PyObject_Free            answer: f id
 *
 * Printed besides: `A k bytes` when arena k was asked for, `X k` when it was given back; in the
 * order in which it happened, before the answer that an `a` or `r` got and after the line of an
 * `f`, as the recorder did. A request that cannot be met is answered with `NULL`. NOT CPYTHON: a
 * tool for tests.
 */

import { CHeap, Memory } from '../memory/index.ts';
import { pymallocGeometries, type PymallocGeometryName } from '../profiles/pymalloc.ts';
import { MmapArenaAllocator, type PyObjectArenaAllocator } from './allocator.ts';
import { Pymalloc } from './pymalloc.ts';

export interface PymallocTraceOptions {
  /** A release ('3.8' to '3.15'), or the name of a historical geometry. */
  readonly python: string;
  /** Distance of every arena's base from a 256 KiB border, bytes: a multiple of 4096. */
  readonly baseOffset?: number;
  /** The requests: whole text, or its lines. */
  readonly input: string | Iterable<string>;
}

/**
 * A request that cannot be understood, or options that make no sense. The message is for the person
 * who typed it.
 */
export class PymallocTraceError extends Error {
  override readonly name = 'PymallocTraceError';
}

/** The releases that `python` may name. */
export const pymallocTraceReleases: readonly string[] = Object.keys(pymallocGeometries);

/**
 * Memory of the tool. Far above what 200,000 small requests need; pages that nobody touches cost
 * nothing.
 */
const TRACE_BUFFER_BYTES = 1024 * 1024 * 1024;

/** Arenas start at this distance from each other or at a multiple of it. */
const ARENA_STEP = 256 * 1024;

/** Numbers arenas in the order of asking and notes what happens to them. */
class ArenaLog implements PyObjectArenaAllocator {
  private readonly lines: string[] = [];
  private count = 0;
  private readonly inner: PyObjectArenaAllocator;
  private readonly baseOffset: number;
  /** From each 256 KiB step of an arena to its number and base. */
  private readonly bySlot = new Map<number, { readonly k: number; readonly base: number }>();

  constructor(inner: PyObjectArenaAllocator, baseOffset: number) {
    this.inner = inner;
    this.baseOffset = baseOffset;
  }

  alloc(bytes: number): number {
    const k = this.count;
    this.count += 1;
    this.lines.push(`A ${k} ${bytes}`);
    const base = this.inner.alloc(bytes);
    if (base === 0) return 0;
    for (let at = base; at < base + bytes; at += ARENA_STEP)
      this.bySlot.set(this.slot(at), { k, base });
    return base;
  }

  free(base: number, bytes: number): void {
    this.lines.push(`X ${this.bySlot.get(this.slot(base))!.k}`);
    for (let at = base; at < base + bytes; at += ARENA_STEP) this.bySlot.delete(this.slot(at));
    this.inner.free(base, bytes);
  }

  /** Lines about arenas since they were last taken, in the order in which things happened. */
  takeLines(): string[] {
    return this.lines.splice(0);
  }

  /** Where `p` is, as an answer says it. */
  place(p: number): string {
    if (p === 0) return 'NULL';
    const arena = this.bySlot.get(this.slot(p));
    return arena === undefined ? 'raw' : `${arena.k} ${p - arena.base}`;
  }

  private slot(at: number): number {
    return Math.floor((at - this.baseOffset) / ARENA_STEP);
  }
}

function isGeometryName(name: string): name is PymallocGeometryName {
  return Object.hasOwn(pymallocGeometries, name);
}

/** A release's geometry name: '3.13.2' means '3.13'. */
function geometryName(python: string): PymallocGeometryName {
  if (isGeometryName(python)) return python;
  const short = python.split('.').slice(0, 2).join('.');
  if (isGeometryName(short)) return short;
  throw new PymallocTraceError(
    `there is no pymalloc of '${python}' here; known are ${pymallocTraceReleases.join(', ')}`,
  );
}

function* linesOf(text: string): Generator<string> {
  let from = 0;
  while (from < text.length) {
    const end = text.indexOf('\n', from);
    yield text.slice(from, end < 0 ? text.length : end);
    from = end < 0 ? text.length : end + 1;
  }
}

interface Request {
  readonly verb: 'a' | 'r' | 'f';
  readonly id: string;
  /** 0 for `f`. */
  readonly bytes: number;
}

/**
 * The request on a line, null for a line that is none.
 * @throws PymallocTraceError for one that makes no sense
 */
function parseRequest(line: string, lineno: number): Request | null {
  const [verb, id = '', bytes = ''] = line.trim().split(/\s+/);
  if (verb === undefined || verb === '' || /^[AX]$|^#/.test(verb)) return null;
  if (verb !== 'a' && verb !== 'r' && verb !== 'f') {
    throw new PymallocTraceError(`line ${lineno}: not a request: '${line}'`);
  }
  if (!/^\d+$/.test(id)) {
    throw new PymallocTraceError(`line ${lineno}: the id is missing or not a number: '${line}'`);
  }
  if (verb === 'f') return { verb, id, bytes: 0 };
  if (!/^\d+$/.test(bytes)) {
    throw new PymallocTraceError(
      `line ${lineno}: the number of bytes is missing or not a number: '${line}'`,
    );
  }
  return { verb, id, bytes: Number(bytes) };
}

/**
 * The answers to a sequence of requests, line by line, without line ends.
 * @throws PymallocTraceError when the options or a request make no sense
 */
export function* runPymallocTrace(options: PymallocTraceOptions): Generator<string, void> {
  const baseOffset = options.baseOffset ?? 0;
  if (!(baseOffset >= 0 && baseOffset < ARENA_STEP && baseOffset % 4096 === 0)) {
    throw new PymallocTraceError('the base offset must be a multiple of 4096 below 262144');
  }
  const geometry = pymallocGeometries[geometryName(options.python)];
  const memory = new Memory({ bytes: TRACE_BUFFER_BYTES });
  const log = new ArenaLog(new MmapArenaAllocator(memory, baseOffset), baseOffset);
  const pymalloc = new Pymalloc(memory, new CHeap(memory), geometry, { arena: log });
  const blocks = new Map<string, number>();

  let lineno = 0;
  for (const line of typeof options.input === 'string' ? linesOf(options.input) : options.input) {
    lineno += 1;
    const request = parseRequest(line, lineno);
    if (request === null) continue;
    const { verb, id, bytes } = request;
    const old = blocks.get(id);
    if ((verb === 'a') !== (old === undefined)) {
      const why = verb === 'a' ? 'is in use already' : 'was never given out, or is free';
      throw new PymallocTraceError(`line ${lineno}: block ${id} ${why}: '${line}'`);
    }
    if (verb === 'f') {
      pymalloc.free(old!);
      blocks.delete(id);
      yield `f ${id}`;
      yield* log.takeLines();
    } else {
      const p = verb === 'a' ? pymalloc.malloc(bytes) : pymalloc.realloc(old!, bytes);
      if (p !== 0 || verb === 'a') blocks.set(id, p);
      const answer = `${verb} ${id} ${bytes} ${log.place(p)}`;
      yield* log.takeLines();
      yield answer;
    }
  }
}

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
import {
  geometryNamed,
  isHistoricalGeometry,
  type PymallocGeometryName,
  historicalGeometries,
  pymallocGeometries,
} from '../profiles/pymalloc.ts';
import {
  MmapArenaAllocator,
  type PyMemAllocator,
  type PyObjectArenaAllocator,
  RawAllocator,
} from './allocator.ts';
import { Pymalloc } from './pymalloc.ts';

export interface PymallocTraceOptions {
  /** A release ('3.8' to '3.15', '3.13.2'), or the name of a historical geometry. */
  readonly geometry: string;
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

/** The releases that a geometry may be named after, and the historical ones. */
export const pymallocTraceReleases: readonly string[] = Object.keys(pymallocGeometries);
export const pymallocTraceHistorical: readonly string[] = Object.keys(historicalGeometries);

/** Memory of the tool: room for a million blocks of 512 bytes. Untouched pages cost nothing. */
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

/**
 * Layer 1 for requests whose contents nobody reads: however much is asked for, there is room for what
 * realloc brings from a pool. So what a recording asks of malloc does not limit what can be answered.
 * pymalloc's own vector of arena_objects, which it has from realloc of NULL, is the exception.
 */
class ThinRaw implements PyMemAllocator {
  /** Bytes that a block from a pool may bring. */
  private static readonly most = 512;
  /** Bytes of a process's addresses on x86-64: no malloc gives more. */
  private static readonly limit = 2 ** 47;
  private readonly whole: RawAllocator;
  private vector = 0;

  constructor(cheap: CHeap) {
    this.whole = new RawAllocator(cheap);
  }

  malloc(n: number): number {
    return n < ThinRaw.limit ? this.whole.malloc(ThinRaw.most) : 0;
  }

  calloc(count: number, size: number): number {
    return this.whole.calloc(count, size);
  }

  realloc(p: number, n: number): number {
    if (p !== this.vector) return n < ThinRaw.limit ? p : 0;
    const vector = this.whole.realloc(p, n);
    if (vector !== 0) this.vector = vector;
    return vector;
  }

  free(p: number): void {
    this.whole.free(p);
  }
}

/** A release's geometry name: '3.13.2' means '3.13'. */
function geometryName(asked: string): PymallocGeometryName {
  if (isHistoricalGeometry(asked)) return asked;
  for (const name of [asked, asked.split('.').slice(0, 2).join('.')])
    if (Object.hasOwn(pymallocGeometries, name)) return name as keyof typeof pymallocGeometries;
  const known = [...pymallocTraceReleases, ...pymallocTraceHistorical].join(', ');
  throw new PymallocTraceError(`there is no pymalloc of '${asked}' here; known are ${known}`);
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
  /** The request as it is repeated in the answer. */
  readonly text: string;
}

/** Which release or geometry, and how far into their stretch arenas begin: checked. */
function checkedOptions({ geometry, baseOffset = 0 }: PymallocTraceOptions) {
  if (!(baseOffset >= 0 && baseOffset < ARENA_STEP && baseOffset % 4096 === 0)) {
    throw new PymallocTraceError('the base offset must be a multiple of 4096 below 262144');
  }
  return { name: geometryName(geometry), baseOffset };
}

/**
 * The request on a line, null for a line that is none.
 * @throws PymallocTraceError for one that makes no sense
 */
function parseRequest(line: string, fail: (why: string) => never): Request | null {
  const [verb = '', id = '', bytes = ''] = line.trim().split(/\s+/);
  if (verb === '' || /^[AX]$|^#/.test(verb)) return null;
  if (verb !== 'a' && verb !== 'r' && verb !== 'f') fail('not a request');
  if (!/^\d+$/.test(id)) fail('the id is missing or not a number');
  if (verb === 'f') return { verb, id, bytes: 0, text: `f ${id}` };
  if (!/^\d+$/.test(bytes)) fail('the number of bytes is missing or not a number');
  return { verb, id, bytes: Number(bytes), text: `${verb} ${id} ${bytes}` };
}

/** Where blocks are, by id, and at which line others were freed. */
class Blocks {
  private readonly places = new Map<string, number>();
  private readonly freedAt = new Map<string, number>();

  /** Where the block of a request is; 0 for one that is asked for. Says what makes no sense. */
  find({ verb, id }: Request, fail: (why: string) => never): number {
    const p = this.places.get(id);
    if ((verb === 'a') === (p === undefined)) return p ?? 0;
    if (verb === 'a') fail(`block ${id} is in use already`);
    const line = this.freedAt.get(id);
    return fail(
      `block ${id} was ${line === undefined ? 'never asked for' : `freed on line ${line}`}`,
    );
  }

  put(id: string, p: number): void {
    this.places.set(id, p);
  }

  free(id: string, lineno: number): void {
    this.places.delete(id);
    this.freedAt.set(id, lineno);
  }
}

/**
 * The answers to a sequence of requests, line by line, without line ends. A historical geometry says
 * so first.
 * @throws PymallocTraceError when the options or a request make no sense
 */
export function* runPymallocTrace(options: PymallocTraceOptions): Generator<string, void> {
  const { name, baseOffset } = checkedOptions(options);
  const memory = new Memory({ bytes: TRACE_BUFFER_BYTES });
  const cheap = new CHeap(memory);
  const log = new ArenaLog(new MmapArenaAllocator(memory, baseOffset), baseOffset);
  const raw = new ThinRaw(cheap);
  const pymalloc = new Pymalloc(memory, cheap, geometryNamed(name), { raw, arena: log });
  const blocks = new Blocks();
  if (isHistoricalGeometry(name)) yield `# ${name}: from source, not measured`;

  let lineno = 0;
  for (const line of typeof options.input === 'string' ? linesOf(options.input) : options.input) {
    lineno += 1;
    const fail = (why: string): never => {
      throw new PymallocTraceError(`line ${lineno}: ${why}: '${line.trim()}'`);
    };
    const request = parseRequest(line, fail);
    if (request === null) continue;
    const { verb, id, bytes, text } = request;
    const old = blocks.find(request, fail);
    if (verb === 'f') {
      pymalloc.free(old);
      blocks.free(id, lineno);
      yield text;
      yield* log.takeLines();
    } else {
      const p = verb === 'a' ? pymalloc.malloc(bytes) : pymalloc.realloc(old, bytes);
      if (p !== 0 || verb === 'a') blocks.put(id, p);
      yield* log.takeLines();
      yield `${text} ${log.place(p)}`;
    }
  }
}

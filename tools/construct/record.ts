/**
 * Records what Python programs ask of the allocator, and what the collector has before it:
 *
 *     node tools/construct/record.ts
 *
 * runs src/construct/workloads/*.py on the engine and writes a .json beside each. The engine's requests
 * are those of the release (tests/conformance and tests/pymalloc-traces hold it to that).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Addr } from '../../engine/base/brand.ts';
import { gcGetRefs, gcListObjects, asGc } from '../../engine/collector/gc-list.ts';
import { traverseNode } from '../../engine/collector/reachability.ts';
import { objectIsGc } from '../../engine/objects/gc-tracking.ts';
import { typeName } from '../../engine/objects/type-object.ts';
import type { Runtime } from '../../engine/objects/runtime.ts';
import { Timeline } from '../../engine/whole.ts';
import type { GraphWorkload, RequestWorkload } from '../../src/construct/workload.ts';

const RELEASE = '3.13';
const THRESHOLD = 512;
const FOLDER = 'src/construct/workloads';

const source = (name: string) => readFileSync(`${FOLDER}/${name}.py`, 'utf8');
const timelineOf = (name: string) =>
  new Timeline({ source: source(name), filename: `${name}.py`, profile: RELEASE, mode: 'script' });

/** Writes one request a number: bytes for malloc, minus the request's place for free. */
class Requests {
  readonly list: number[] = [];
  /** The step of the run in which each was made. */
  readonly steps: number[] = [];
  private readonly places = new Map<Addr, number>();
  private readonly step: () => number;

  constructor(step: () => number) {
    this.step = step;
  }

  private push(request: number): void {
    this.list.push(request);
    this.steps.push(this.step());
  }

  malloc(p: Addr, bytes: number): void {
    if (bytes > THRESHOLD) return;
    this.push(Math.max(1, bytes));
    this.places.set(p, this.list.length);
  }

  free(p: Addr): void {
    const place = this.places.get(p);
    if (place === undefined) return;
    this.places.delete(p);
    this.push(-place);
  }

  /** As pymalloc does it: a new block, then the old one back; nothing when it stays. */
  realloc(from: Addr, to: Addr, bytes: number): void {
    if (from === to) return;
    this.malloc(to, bytes);
    this.free(from);
  }
}

/** What the program's own lines ask for, from the first to the one before the last. */
function requestsOf(name: string, only: (bytes: number) => boolean): number[] {
  const timeline = timelineOf(name);
  const { machine } = timeline.run;
  const { rt } = machine;
  const inner = rt.obj;
  const requests = new Requests(() => machine.steps);
  const isWanted = (bytes: number) => machine.steps > 0 && only(bytes);
  rt.obj = {
    malloc(bytes) {
      const p = inner.malloc(bytes);
      if (isWanted(bytes)) requests.malloc(p, bytes);
      return p;
    },
    calloc(count, size) {
      const p = inner.calloc(count, size);
      if (isWanted(count * size)) requests.malloc(p, count * size);
      return p;
    },
    realloc(from, bytes) {
      const p = inner.realloc(from, bytes);
      if (isWanted(bytes)) requests.realloc(from, p, bytes);
      else if (from !== p) requests.free(from);
      return p;
    },
    free(p) {
      requests.free(p);
      inner.free(p);
    },
  };
  timeline.advance(() => false);
  // In its last step the program ends, and everything is torn down.
  return requests.list.filter((_, index) => requests.steps[index]! < timeline.steps);
}

function graphOf(name: string): GraphWorkload {
  const timeline = timelineOf(name);
  const { rt } = timeline.run.machine;
  let objects: readonly Addr[] = [];
  let graph: GraphWorkload['objects'] = [];
  let unreachable: readonly number[] = [];
  let wanted = false;
  rt.hooks.collection = (event) => {
    // gc.collect(0) in the program, not what runs of itself or at the end.
    if (event.kind === 'start') wanted = event.generation === 0 && event.reason === 'manual';
    if (event.kind !== 'phase' || !wanted) return;
    if (event.phase === 'update_refs' && !event.again) {
      objects = gcListObjects(rt, event.examined);
      graph = objects.map((p) => ({
        type: typeName(rt, rt.typeOf(p)),
        refcount: gcGetRefs(rt, asGc(p)),
        to: childrenOf(rt, p, objects),
      }));
    }
    if (event.phase === 'move_unreachable' && !event.again)
      unreachable = gcListObjects(rt, event.unreachable).map((p) => objects.indexOf(p));
  };
  timeline.advance(() => false);
  return { release: RELEASE, program: `${name}.py`, objects: graph, unreachable };
}

/** What tp_traverse shows, in its order, as places in the list; -1 for an object of another generation. */
function childrenOf(rt: Runtime, p: Addr, objects: readonly Addr[]): number[] {
  const found: number[] = [];
  traverseNode(rt, asGc(p), (child) => {
    if (objectIsGc(rt, child)) found.push(objects.indexOf(child));
  });
  return found;
}

function write(name: string, workload: RequestWorkload | GraphWorkload): void {
  writeFileSync(`${FOLDER}/${name}.json`, `${JSON.stringify(workload)}\n`);
}

const requests = (name: string, only: (bytes: number) => boolean): RequestWorkload => ({
  release: RELEASE,
  program: `${name}.py`,
  requests: requestsOf(name, only),
});

/** A Node with two slots, and its GC header. */
const NODE_BYTES = 48;
write(
  'chain',
  requests('chain', (bytes) => bytes === NODE_BYTES),
);
write(
  'words',
  requests('words', () => true),
);
write('rings', graphOf('rings'));

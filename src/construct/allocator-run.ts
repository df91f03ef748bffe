/**
 * Puts a recorded workload to a reader's allocator, request by request, beside the engine's pymalloc,
 * which is the model: it answers the same requests in the same run.
 */
import { BarePymalloc, POOL_HEADER } from '../../engine/pymalloc-only.ts';
import type { LabHeap } from './lab-heap.ts';
import { addressValue, Broken, type Departure, type DepartureCode, type Value } from './report.ts';
import type { RequestWorkload } from './workload.ts';

/** Memory of the model: arenas, and its own tables. */
const MODEL_BYTES = 16 * 1024 * 1024;

/** A block in use. */
export interface Live {
  /** Number of the request that got it, from 1. */
  readonly request: number;
  readonly asked: number;
  readonly address: number;
  /** Where the model has it. */
  readonly model: number;
}

export interface Allocator {
  malloc(bytes: number): number;
  free(block: number): void;
}

/** What a kind of allocator knows of itself. */
export interface Setting {
  readonly heap: LabHeap;
  readonly allocator: Allocator;
  /** Where the model's memory begins, and where the reader's does: distances from there must agree. */
  readonly base: number;
  /** Bytes that a request for so many takes. */
  blockBytes(asked: number): number;
  /** Whether a block may begin there. */
  isBlock(address: number, asked: number): boolean;
  /** How an answer that is a block, and free, differs from the model's. */
  codeFor(came: number, expected: number): DepartureCode;
  /** What else must be as in the model after a request. */
  afterwards(run: AllocatorRun, block: number, freed: boolean): void;
  /** Bytes of memory taken by now. */
  taken(): number;
}

export class AllocatorRun {
  readonly model: BarePymalloc;
  readonly live = new Map<number, Live>();
  /** The first departure; the run goes on as long as it is sound. */
  departure: Departure | null = null;
  /** Requests so far. */
  at = 0;
  /** Bytes in use when the most was taken, and the most. */
  asked = 0;
  taken = 0;
  private inUse = 0;
  /** By 8 bytes of the heap: the request whose block covers them. */
  private readonly owners: Int32Array;
  private modelBase = 0;
  private readonly workload: RequestWorkload;
  private readonly setting: Setting;

  constructor(workload: RequestWorkload, setting: Setting) {
    this.workload = workload;
    this.setting = setting;
    this.model = new BarePymalloc('3.14', MODEL_BYTES);
    this.owners = new Int32Array(setting.heap.bytes >> 3);
  }

  get steps(): number {
    return this.workload.requests.length;
  }

  /** Runs until so many requests are answered, or the run breaks off. */
  advance(to: number): void {
    while (this.at < Math.min(to, this.steps)) {
      this.at += 1;
      const request = this.workload.requests[this.at - 1]!;
      try {
        if (request > 0) this.malloc(request);
        else this.free(-request);
      } catch (error) {
        this.note(this.brokenBy(error));
        return;
      }
    }
  }

  /** Whether every request was answered so that the program could have gone on. */
  get isSound(): boolean {
    return this.at === this.steps && !this.isBroken;
  }

  private isBroken = false;

  private brokenBy(error: unknown): Departure {
    this.isBroken = true;
    const broken =
      error instanceof Broken
        ? error
        : new Broken(
            'threw',
            { kind: 'nothing' },
            { kind: 'text', text: String(error).slice(0, 200) },
          );
    return this.departureOf(broken.code, broken.expected, broken.came);
  }

  private departureOf(code: DepartureCode, expected: Value, came: Value): Departure {
    const request = this.workload.requests[this.at - 1] ?? 0;
    const text = request > 0 ? `malloc(${request})` : `free(#${-request})`;
    return { code, step: this.at, request: text, expected, came };
  }

  private note(departure: Departure): void {
    this.departure ??= departure;
  }

  /** Notes a departure that the program would have survived. */
  depart(code: DepartureCode, expected: Value, came: Value): void {
    this.note(this.departureOf(code, expected, came));
  }

  /** Where the reader's memory has what the model has there; 0 stays 0. */
  toOurs(model: number): number {
    return model === 0 ? 0 : model - this.modelBase + this.setting.base;
  }

  /** A word of the model's pool header, for the pool that holds a block of the model's. */
  modelField(block: number, field: keyof typeof POOL_HEADER): number {
    const pool = block & -this.model.poolBytes;
    return this.model.i32[(pool + POOL_HEADER[field]) >> 2]!;
  }

  private malloc(asked: number): void {
    const { setting } = this;
    const model = this.model.malloc(asked);
    if (this.modelBase === 0) this.modelBase = model & -this.model.poolBytes;
    const expected = this.toOurs(model);
    const address: unknown = setting.allocator.malloc(asked);
    if (!this.isBlock(address, asked))
      throw new Broken('not-a-block', addressValue(expected), addressValue(address));
    const bytes = setting.blockBytes(asked);
    if (this.owners.subarray(address >> 3, (address + bytes) >> 3).some((owner) => owner !== 0))
      throw new Broken('in-use', addressValue(expected), addressValue(address));
    if (address !== expected)
      this.depart(
        setting.codeFor(address, expected),
        addressValue(expected),
        addressValue(address),
      );
    this.owners.fill(this.at, address >> 3, (address + bytes) >> 3);
    this.live.set(this.at, { request: this.at, asked, address, model });
    this.inUse += asked;
    setting.heap.fill(address, bytes, this.at);
    if (!this.departure) setting.afterwards(this, model, false);
    this.weigh();
  }

  private isBlock(address: unknown, asked: number): address is number {
    return Number.isSafeInteger(address) && this.setting.isBlock(address as number, asked);
  }

  private free(request: number): void {
    const { setting } = this;
    const block = this.live.get(request)!;
    const { address, asked, model } = block;
    const bytes = setting.blockBytes(asked);
    if (!setting.heap.holds(address, bytes, request))
      throw new Broken('overwritten', { kind: 'nothing' }, addressValue(address));
    this.live.delete(request);
    this.owners.fill(0, address >> 3, (address + bytes) >> 3);
    this.inUse -= asked;
    this.model.free(model);
    setting.allocator.free(address);
    if (!this.departure) setting.afterwards(this, model, true);
  }

  private weigh(): void {
    const taken = this.setting.taken();
    if (taken < this.taken) return;
    // As little lost as there was with so much taken.
    this.asked = taken > this.taken ? this.inUse : Math.max(this.asked, this.inUse);
    this.taken = taken;
  }
}

/**
 * Requests a second: the workload again and again. What a pass leaves in use is given back before the
 * next. 0 when the allocator does not stand that.
 */
export function measure(workload: RequestWorkload, make: () => Allocator, seconds: number): number {
  const { requests } = workload;
  const blocks = new Int32Array(requests.length + 1);
  const allocator = make();
  const pass = () => {
    for (let i = 0; i < requests.length; i += 1) {
      const request = requests[i]!;
      if (request > 0) blocks[i + 1] = allocator.malloc(request);
      else {
        allocator.free(blocks[-request]!);
        blocks[-request] = 0;
      }
    }
    for (const block of blocks) if (block !== 0) allocator.free(block);
    blocks.fill(0);
  };
  try {
    pass(); // the first is slower: nothing is compiled yet
    const start = performance.now();
    let passes = 0;
    for (; performance.now() - start < seconds * 1000; passes += 1) pass();
    const spent = (performance.now() - start) / 1000;
    return Math.round((passes * requests.length) / spent);
  } catch {
    return 0;
  }
}

export const modelAllocator = (): Allocator => new BarePymalloc('3.14', MODEL_BYTES);

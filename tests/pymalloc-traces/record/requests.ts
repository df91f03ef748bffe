/**
 * Random sequences of allocation requests, each of one kind, the same for the same seed.
 *
 *     node requests.ts KIND SEED COUNT > requests.txt
 */
/** mulberry32: 32 bits of state, good enough to shuffle with. */
class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** 0 or more, less than 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `from` up to, not including, `to`. */
  from(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from));
  }

  of<T>(choices: readonly T[]): T {
    return choices[this.from(0, choices.length)]!;
  }
}

/** Writes requests down, and knows which blocks are in use. */
class Requests {
  readonly lines: string[] = [];
  readonly live: number[] = [];
  readonly random: Random;
  private readonly count: number;
  private next = 0;

  constructor(seed: number, count: number) {
    this.random = new Random(seed);
    this.count = count;
  }

  get left(): number {
    return this.count - this.lines.length;
  }

  ask(bytes: number): void {
    if (this.left === 0) return;
    this.lines.push(`a ${this.next} ${bytes}`);
    this.live.push(this.next);
    this.next += 1;
  }

  resize(bytes: number): void {
    if (this.left > 0) this.lines.push(`r ${this.random.of(this.live)} ${bytes}`);
  }

  /** Frees the block at that place in `live`, whose last one takes its place. */
  free(at: number): void {
    if (this.left === 0) return;
    this.lines.push(`f ${this.live[at]}`);
    const last = this.live.pop()!;
    if (at < this.live.length) this.live[at] = last;
  }

  freeAny(): void {
    this.free(this.random.from(0, this.live.length));
  }
}

type Kind = (q: Requests) => void;

/** Grows to as many arenas as it can, then frees in random order, three times over. */
const arenas: Kind = (q) => {
  const share = Math.floor(q.left / 6);
  for (const size of [512, 480, 496]) {
    for (let i = 0; i < share; i++)
      q.ask(q.random.next() < 0.9 ? size - q.random.from(0, 16) : q.random.from(1, 513));
    for (let i = 0; i < share; i++) q.freeAny();
  }
};

/** Mostly realloc, up and down, across the threshold. */
const storm: Kind = (q) => {
  const most = Math.floor(q.left / 10);
  while (q.left > 0) {
    const dice = q.random.next();
    if (q.live.length < 500 || (dice < 0.2 && q.live.length < most)) q.ask(q.random.from(0, 600));
    else if (dice < 0.3) q.freeAny();
    else q.resize(q.random.of([0, 1, 16, 24, 300, 511, 512, 513, 1500, q.random.from(0, 700)]));
  }
};

/** Sizes on both sides of every border. */
const edges: Kind = (q) => {
  const sizes = [0, 1, 2, 7, 8, 9, 512, 513, 514, 528, 1000, 4096, 16384, 100000];
  for (let n = 16; n <= 512; n += 16) sizes.push(n - 1, n, n + 1);
  while (q.left > 0) {
    const dice = q.random.next();
    if (q.live.length < 100 || dice < 0.5) q.ask(q.random.of(sizes));
    else if (dice < 0.75) q.freeAny();
    else q.resize(q.random.of(sizes));
  }
};

/** Fills arenas with one size, frees all but a few blocks, fills again with another size. */
const pins: Kind = (q) => {
  while (q.left > 0) {
    const size = q.random.from(1, 513);
    for (let i = 0; i < 12000 && q.left > 0; i++) q.ask(size);
    const keep = q.random.from(1, 60);
    while (q.live.length > keep && q.left > 0) q.freeAny();
  }
};

/** First in, first out, with sizes that change slowly. */
const queue: Kind = (q) => {
  const most = Math.floor(q.left / 8);
  let [first, size, asked] = [0, 64, 0];
  while (q.left > 0) {
    if (asked - first < most || q.random.next() < 0.5) {
      size = Math.max(1, Math.min(512, size + q.random.from(-9, 10)));
      q.ask(size);
      asked += 1;
    } else q.lines.push(`f ${first++}`);
  }
};

/** Last in, first out, in bursts. */
const stack: Kind = (q) => {
  while (q.left > 0) {
    const burst = q.random.from(1, 900);
    if (q.live.length === 0 || q.random.next() < 0.52)
      for (let i = 0; i < burst; i++) q.ask(q.random.from(1, 700));
    else for (let i = 0; i < burst && q.live.length > 0; i++) q.free(q.live.length - 1);
  }
};

/** Stretches of neighbours go and come back, so that arenas and pools become empty in the middle. */
const holes: Kind = (q) => {
  const size = q.random.of([512, 256, 128]);
  const goal = Math.floor((4 * 1024 * 1024) / size);
  while (q.left > 0) {
    while (q.live.length < goal && q.left > 0) q.ask(q.random.next() < 0.98 ? size : size - 20);
    const length = q.random.from(1, goal >> 1);
    const at = q.random.from(0, goal - length);
    for (let i = length; i > 0 && q.left > 0; i--) q.free(at);
  }
};

const kinds = { arenas, storm, edges, pins, queue, stack, holes };
export type RequestKind = keyof typeof kinds;
export const requestKinds = Object.keys(kinds) as RequestKind[];

/** Lines of requests, as `pymemlab pymalloc` reads them. */
export function requests(kind: RequestKind, seed: number, count: number): readonly string[] {
  const q = new Requests(seed, count);
  kinds[kind](q);
  return q.lines;
}

if (import.meta.main) {
  const [kind, seed, count] = process.argv.slice(2);
  const lines = requests(kind as RequestKind, Number(seed), Number(count));
  process.stdout.write(`${lines.join('\n')}\n`);
}

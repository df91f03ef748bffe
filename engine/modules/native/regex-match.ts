/**
 * Regular expressions: matching a tree by backtracking. Each node becomes a function that is given a
 * place and what must match behind it; groups are set on the way and put back when that fails.
 * v3.13.0 Modules/_sre/sre_lib.h
 */
import { LimitReached } from '../../base/errors.ts';
import { type CharTest, foldCase, type Node, type Parsed } from './regex-parse.ts';

type Next = (i: number) => boolean;
type Matcher = (i: number, next: Next) => boolean;

/** Steps of one match before it is given up. */
const MAX_STEPS = 20_000_000;

export class Regex {
  readonly parsed: Parsed;
  /** start and end of each group, -1 while it has not matched; group 0 is the whole */
  private spans: Int32Array;
  private last = 0;
  private text: readonly number[] = [];
  private end = 0;
  private steps = 0;
  private readonly run: Matcher;

  constructor(parsed: Parsed) {
    this.parsed = parsed;
    this.spans = new Int32Array(2 * (parsed.groups + 1));
    this.run = this.compile(parsed.node);
  }

  /**
   * The spans of the first match at or behind `from`, then the number of the group that closed last.
   * @param how whether it must begin at `from`, and end at `end`
   * @param advance whether it must not be empty at `from`
   */
  match(
    text: readonly number[],
    from: number,
    end: number,
    how: 'match' | 'search' | 'fullmatch',
    advance: boolean,
  ): readonly number[] | null {
    this.text = text;
    this.end = end;
    this.steps = 0;
    const lastStart = how === 'search' ? end : from;
    for (let i = from; i <= lastStart; i++) {
      this.spans.fill(-1);
      this.last = 0;
      const done = (j: number): boolean => {
        if (how === 'fullmatch' && j !== end) return false;
        if (advance && j === from) return false;
        this.spans[0] = i;
        this.spans[1] = j;
        return true;
      };
      if (this.run(i, done)) return [...this.spans, this.last];
    }
    return null;
  }

  private compile(node: Node): Matcher {
    switch (node.t) {
      case 'char':
        return (i, next) => i < this.end && node.test(this.text[i]!) && next(i + 1);
      case 'seq':
        return sequence(node.list.map((n) => this.compile(n)));
      case 'alt': {
        const list = node.list.map((n) => this.compile(n));
        return (i, next) => list.some((m) => m(i, next));
      }
      case 'group':
        return this.group(node.group, this.compile(node.node));
      case 'repeat': {
        const { min, max, how } = node;
        if (how === 'possessive') {
          return this.atomic(this.compile({ ...node, how: 'greedy' }));
        }
        if (node.node.t === 'char')
          return this.repeatChar(node.node.test, min, max, how === 'lazy');
        return this.repeat(this.compile(node.node), min, max, how === 'lazy');
      }
      case 'ref':
        return this.reference(node.group, node.ignoreCase);
      case 'at':
        return (i, next) => node.test(this.text, i, this.end) && next(i);
      case 'look':
        return this.look(this.compile(node.node), node.behind, node.negative);
      case 'atomic':
        return this.atomic(this.compile(node.node));
      case 'cond': {
        const yes = this.compile(node.yes);
        const no = this.compile(node.no);
        return (i, next) => (this.spans[2 * node.group + 1]! >= 0 ? yes(i, next) : no(i, next));
      }
    }
  }

  private count(): void {
    if (++this.steps > MAX_STEPS) throw new LimitReached('steps', MAX_STEPS);
  }

  private group(group: number, inner: Matcher): Matcher {
    return (i, next) =>
      inner(i, (j) => {
        const [start, end, last] = [this.spans[2 * group]!, this.spans[2 * group + 1]!, this.last];
        this.spans[2 * group] = i;
        this.spans[2 * group + 1] = j;
        this.last = group;
        if (next(j)) return true;
        this.spans[2 * group] = start;
        this.spans[2 * group + 1] = end;
        this.last = last;
        return false;
      });
  }

  /** Repeats of one character need no recursion. */
  private repeatChar(test: CharTest, min: number, max: number, lazy: boolean): Matcher {
    return (i, next) => {
      const most = Math.min(max, this.end - i);
      let n = 0;
      const want = lazy ? min : most;
      while (n < want && n < most && test(this.text[i + n]!)) n++;
      if (n < min) return false;
      if (!lazy) {
        for (; n >= min; n--) {
          this.count();
          if (next(i + n)) return true;
        }
        return false;
      }
      for (;;) {
        this.count();
        if (next(i + n)) return true;
        if (n >= most || !test(this.text[i + n]!)) return false;
        n++;
      }
    };
  }

  private repeat(inner: Matcher, min: number, max: number, lazy: boolean): Matcher {
    const from = (n: number, i: number, next: Next): boolean => {
      this.count();
      const more = (): boolean =>
        n < max && inner(i, (j) => (j === i && n >= min ? false : from(n + 1, j, next)));
      if (n < min) return more();
      return lazy ? next(i) || more() : more() || next(i);
    };
    return (i, next) => from(0, i, next);
  }

  private reference(group: number, ignoreCase: boolean): Matcher {
    return (i, next) => {
      const start = this.spans[2 * group]!;
      const end = this.spans[2 * group + 1]!;
      if (end < 0 || i + end - start > this.end) return false;
      for (let k = 0; k < end - start; k++) {
        const [a, b] = [this.text[start + k]!, this.text[i + k]!];
        if (a !== b && !(ignoreCase && foldCase(a) === foldCase(b))) return false;
      }
      return next(i + end - start);
    };
  }

  private look(inner: Matcher, behind: number, negative: boolean): Matcher {
    return (i, next) => {
      const spans = this.spans.slice();
      const { last } = this;
      const start = behind < 0 ? i : i - behind;
      const found = start >= 0 && inner(start, (j) => behind < 0 || j === i);
      if (found !== negative && (!negative || !found) && next(i)) return true;
      this.spans.set(spans);
      this.last = last;
      return false;
    };
  }

  private atomic(inner: Matcher): Matcher {
    return (i, next) => {
      const spans = this.spans.slice();
      const { last } = this;
      let end = -1;
      const found = inner(i, (j) => {
        end = j;
        return true;
      });
      if (found && next(end)) return true;
      this.spans.set(spans);
      this.last = last;
      return false;
    };
  }
}

function sequence(list: readonly Matcher[]): Matcher {
  const step = (n: number, i: number, next: Next): boolean =>
    n === list.length ? next(i) : list[n]!(i, (j) => step(n + 1, j, next));
  return (i, next) => step(0, i, next);
}
